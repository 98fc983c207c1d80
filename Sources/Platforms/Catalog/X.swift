import PostModel

extension Platform {
  /// Posts of X, formerly Twitter: `blockquote.twitter-tweet`, three generations of hydrated
  /// elements, AMP, the attributes of content systems, and the mirrors that keep its paths.
  static let x = Platform(
    id: "x", name: "X (Twitter)",
    hosts: [
      "x.com", "twitter.com", "nitter.*", "xcancel.com", "fxtwitter.com", "vxtwitter.com",
      "fixupx.com", "fixvx.com", "twittpr.com",
    ],
    syntax: ["handle": TokenSyntax(.word, 1...20), "id": TokenSyntax(.digits, 1...20)],
    permalinks: [
      "/i/status/{id}/**", "/i/web/status/{id}/**", "/i/videos/tweet/{id}/**",
      "/i/videos/{id}/**", "/i/cards/tfw/v1/{id}/**", "/status/{id}/**", "/statuses/{id}/**",
      "/{handle}/status/{id}/**", "/{handle}/statuses/{id}/**",
      "threadreaderapp.com/thread/{id}/**", "threadreaderapp.com/thread/{id}.html",
    ],
    frames: [
      "platform.twitter.com/embed/*?id={id}", "platform.x.com/embed/*?id={id}",
      "cdn.syndication.twimg.com/tweet-result?id={id}",
    ],
    canonical: "https://x.com/{handle}/status/{id}",
    canonicalWithoutHandle: "https://x.com/i/status/{id}",
    reservedHandles: ["i", "intent", "share", "search", "home", "hashtag", "statuses"],
    others: [
      Other("/intent/**", "a share or follow dialog"), Other("/share", "a share dialog"),
      Other("/home", "the home page, or a share dialog"), Other("/search", "a search"),
      Other("/hashtag/**", "a hashtag's page"), Other("/i/events/**", "an event"),
      Other("/i/spaces/**", "an audio room"), Other("/i/lists/**", "a list"),
      Other("/i/moments/**", "a collection of posts"),
      Other("platform.twitter.com/widgets/**", "a timeline or button"),
      Other("t.co/**", "a short link that hides its target"),
      Other("/{handle}", "an account's page"),
    ],
    embeds: [
      .furniture(class: "twitter-timeline"), .furniture(class: "twitter-timeline-rendered"),
      .furniture(class: "twitter-share-button"), .furniture(class: "twitter-follow-button"),
      .furniture(class: "twitter-tweet-button"), .furniture(class: "twitter-hashtag-button"),
      .furniture(class: "twitter-mention-button"), .furniture(class: "twitter-moment"),
      .blockquote(class: "twitter-tweet", tweetIDs + [.lastLink], .attribution),
      .blockquote(class: "twitter-video", tweetIDs + [.lastLink], .attribution),
      .classed("twitter-tweet-rendered", tweetIDs, kind: .frame),
      .classed("react-tweet-theme", [.lastLink], kind: .blockquote, .attribution),
      .onebox("twitterstatus", .attribution),
      .blockquote(class: "js-tweet__placeholder", [.lastLink], .attribution),
      .attribute("data-tweet-id", tweetIDs + [.lastLink], kind: .frame, .attribution),
      .attribute("data-tweetid", tweetIDs + [.lastLink], .attribution),
      EmbedPattern(
        EmbedPattern.Selector(class: "tweet", attribute: "tweetid"), kind: .placeholder,
        references: tweetIDs, fallback: .attribution),
      .attribute("data-twitter-tweet-id", tweetIDs + [.lastLink], .attribution),
      .element("amp-twitter", tweetIDs), .element("twitter-widget", tweetIDs),
      .element("twitterwidget", tweetIDs),
      .element("embetty-tweet", [.id(attribute: "status")]),
      .mediaEmbed("twitter", address: "https://x.com/i/status/"),
      .classed("tacTwitterEmbed", tweetIDs),
      EmbedPattern(
        EmbedPattern.Selector(name: "a", attribute: "data-component-name", value: "twitter"),
        kind: .blockquote, references: [.lastLink], fallback: .attribution),
      .element(
        "astro-embed-tweet", [.address(attribute: "id"), .id(attribute: "id"), .lastLink],
        .attribution),
      .element("lite-tweet", [.id(attribute: "id"), .lastLink]),
      .classed("embed-twitter", [.id(attribute: "data-embed-id")]),
      .classed("js-embed-twitter", [.id(attribute: "data-embed-id")]),
      EmbedPattern(
        EmbedPattern.Selector(name: "blockquote"), kind: .blockquote, references: [.lastLink],
        fallback: .attribution),
    ],
    payloads: [
      PayloadPattern(
        types: ["tweet", "twitter"], keys: ["twitterId", "id"],
        tellingKeys: ["tweetId", "tweetID", "tweet_id"],
        TokenSyntax(.digits, 15...20), address: "https://x.com/i/status/{id}")
    ],
    components: ["xembed", "xpost", "embedx"],
    widgets: [
      WidgetCall("widgets.createTweet", "https://x.com/i/status/{0}"),
      WidgetCall("widgets.createVideo", "https://x.com/i/status/{0}"),
      WidgetCall("widgets.createTweetEmbed", "https://x.com/i/status/{0}"),
    ],
    time: PostClock.x, profile: "https://x.com/{handle}",
    examples: [
      Example(
        "https://twitter.com/Harbour_Times/status/1901234567890123456?ref_src=twsrc%5Etfw",
        id: "1901234567890123456", handle: "Harbour_Times",
        permalink: "https://x.com/Harbour_Times/status/1901234567890123456", platform: "x"),
      Example(
        "//mobile.twitter.com/i/web/status/1901234567890123456", id: "1901234567890123456",
        permalink: "https://x.com/i/status/1901234567890123456", platform: "x"),
      Example(
        "http://twitter.com/#!/ferry/statuses/20", id: "20", handle: "ferry",
        permalink: "https://x.com/ferry/status/20", platform: "x"),
      Example(
        "https://web.archive.org/web/20201115164630id_/https://twitter.com/ferry/status/20",
        id: "20", handle: "ferry", permalink: "https://x.com/ferry/status/20", platform: "x"),
      Example(
        "https://fxtwitter.com/ferry/status/1901234567890123456/photo/1",
        id: "1901234567890123456", handle: "ferry",
        permalink: "https://x.com/ferry/status/1901234567890123456", platform: "x"),
      Example(none: "https://twitter.com/intent/tweet?text=status/20"),
      Example(none: "https://twitter.com/share?url=https%3A%2F%2Fexample.org"),
      Example(none: "https://x.com/ferry"),
      Example(none: "https://x.company.example/ferry/status/20"),
    ])

  private static let tweetIDs: [EmbedPattern.Reference] = [
    .id(attribute: "data-tweet-id"), .id(attribute: "data-tweetid"),
    .id(attribute: "data-twitter-tweet-id"), .id(attribute: "tweetid"),
    .remainder(attribute: "data-permalink-path", after: "/", address: "https://x.com/"),
  ]
}
