import PostModel

extension Platform {
  /// Films, shorts, live streams and community posts of YouTube: frames, AMP, the placeholders of
  /// lazy loaders.
  static let youtube = Platform(
    id: "youtube", name: "YouTube",
    hosts: ["youtube.com", "youtube-nocookie.com", "ytimg.com"],
    syntax: [
      "handle": TokenSyntax(.name, 3...60), "id": TokenSyntax(.base64URL, 11...11),
      "post": TokenSyntax(.base64URL, 20...60),
    ],
    permalinks: [
      URLTemplate("/attribution_link?u=*v={id}*"), "/watch/**?v={id}", "/shorts/{id}/**",
      "/live/{id}/**", "youtu.be/{id}/**",
      "m.youtube.com/watch?v={id}",
      URLTemplate("/post/{post}", id: "{post}", canonical: community),
      URLTemplate("/channel/*/community?lb={post}", id: "{post}", canonical: community),
    ],
    frames: [
      "/embed/{id}/**", "/v/{id}/**", "/v/{id}&*", "/e/{id}", "youtube.googleapis.com/v/{id}/**",
    ],
    canonical: "https://www.youtube.com/watch?v={id}",
    others: [
      Other("/embed/videoseries/**", "a playlist"), Other("/playlist", "a playlist"),
      Other("/embed/live_stream", "whatever a channel streams now"),
      Other("/channel/*", "a channel"), Other("/c/**", "a channel"), Other("/user/**", "a channel"),
      Other("/@{handle}/**", "a channel"), Other("/subscribe_embed", "a follow button"),
    ],
    embeds: [
      .furniture(class: "g-ytsubscribe"),
      .element("amp-youtube", [.id(attribute: "data-videoid")], .title),
      .element("lite-youtube", [.id(attribute: "videoid")], .title),
      .element("youtube-video", [.address(attribute: "src")]),
      EmbedPattern(
        EmbedPattern.Selector(name: "embetty-video", attribute: "type", value: "youtube"),
        kind: .customElement, references: [.id(attribute: "video-id")]),
      .element("astro-embed-youtube", [.id(attribute: "videoid"), .id(attribute: "id")]),
      .classed(
        "youtube_player", [.id(attribute: "videoid"), .id(attribute: "data-videoid")]),
      EmbedPattern(
        EmbedPattern.Selector(attribute: "data-provider-name", value: "youtube"),
        kind: .placeholder, references: [.id(attribute: "data-video-id")]),
      EmbedPattern(
        EmbedPattern.Selector(attribute: "data-plyr-provider", value: "youtube"),
        kind: .placeholder,
        references: [
          .id(attribute: "data-plyr-embed-id"), .address(attribute: "data-plyr-embed-id"),
        ]),
      .classed(
        "rll-youtube-player", [.id(attribute: "data-id"), .address(attribute: "data-src")]),
      .classed("lyte-wrapper", [.lastLink]),
      .classed("youtube-player", [.id(attribute: "data-id")]),
      .attribute("data-youtube-id", [.id(attribute: "data-youtube-id")]),
      .attribute("data-yt-id", [.id(attribute: "data-yt-id")]),
      .attribute("data-youtube-video-id", [.id(attribute: "data-youtube-video-id")]),
      .attribute("data-ytid", [.id(attribute: "data-ytid")]),
    ],
    payloads: [
      PayloadPattern(
        types: ["youtube"],
        keys: ["videoId", "videoID", "video_id", "youtubeId", "youtube_id", "youtubeID", "id"],
        TokenSyntax(.base64URL, 11...11), address: "https://www.youtube.com/watch?v={id}")
    ],
    widgets: [WidgetCall("YT.Player", "https://www.youtube.com/watch?v={videoId}")],
    profile: "https://www.youtube.com/@{handle}",
    examples: [
      Example(
        "https://youtu.be/TYGIMaP6ukg?t=12", id: "TYGIMaP6ukg",
        permalink: "https://www.youtube.com/watch?v=TYGIMaP6ukg", platform: "youtube"),
      Example(
        "//www.youtube-nocookie.com/embed/TYGIMaP6ukg?rel=0", id: "TYGIMaP6ukg",
        permalink: "https://www.youtube.com/watch?v=TYGIMaP6ukg", platform: "youtube"),
      Example(none: "https://www.youtube.com/embed/videoseries?list=PLabc"),
      Example(none: "https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv"),
      Example(none: "https://www.youtube.com/@harbour"),
    ])

  private static let community = "https://www.youtube.com/post/{post}"
}
