import PostModel

extension Platform {
  /// Films of Dailymotion: player frames.
  static let dailymotion = Platform(
    id: "dailymotion", name: "Dailymotion", hosts: ["dailymotion.com"],
    syntax: ["id": TokenSyntax(.alphanumeric, 5...12)],
    permalinks: ["/video/{id}", "/video/{id}_*", "dai.ly/{id}"],
    frames: [
      "/embed/video/{id}", "/player.html?video={id}", "geo.dailymotion.com/player/*?video={id}",
      "geo.dailymotion.com/player.html?video={id}",
    ],
    canonical: "https://www.dailymotion.com/video/{id}",
    embeds: [
      .element("amp-dailymotion", [.id(attribute: "data-videoid")]),
      .element("lite-dailymotion", [.id(attribute: "videoid"), .id(attribute: "video-id")]),
      .classed("dailymotion_player", [.id(attribute: "videoid"), .id(attribute: "data-videoid")]),
    ],
    widgets: [WidgetCall("DM.player", "https://www.dailymotion.com/video/{video}")],
    examples: [
      Example(
        "//www.dailymotion.com/embed/video/x67iqc9?autoplay=1", id: "x67iqc9",
        permalink: "https://www.dailymotion.com/video/x67iqc9", platform: "dailymotion"),
      Example(none: "https://www.dailymotion.com/harbour"),
    ])
}
