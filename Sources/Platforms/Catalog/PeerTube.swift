import PostModel

extension Platform {
  /// Films of PeerTube's instances: a frame is told by its path and the UUID in it, under any host.
  static let peerTube = Platform(
    id: "peertube", name: "PeerTube",
    hosts: ["framatube.org", "tilvids.com", "peertube.tv", "video.ploud.fr", "peertube.social"],
    syntax: ["id": TokenSyntax(.base64URL, 36...36), "short": TokenSyntax(.alphanumeric, 20...24)],
    permalinks: watched, canonical: "https://framatube.org/videos/watch/{id}",
    others: [
      Other("/c/**", "a channel"), Other("/a/**", "an account's page"),
      Other("/videos/embed/live/**", "a channel's live player"),
    ],
    anywhere: [
      URLTemplate("/videos/embed/{id}", identity: "{host}/{id}", canonical: watch),
      URLTemplate("/videos/embed/{short}", id: "{short}", identity: "{host}/{short}", canonical: w),
    ] + watched,
    examples: [
      Example(
        "https://film.sea.example/videos/embed/9c9de5e8-0a1e-484a-b099-e80766180a6d?warning=0",
        id: "9c9de5e8-0a1e-484a-b099-e80766180a6d",
        permalink:
          "https://film.sea.example/videos/watch/9c9de5e8-0a1e-484a-b099-e80766180a6d",
        platform: "peertube"),
      Example(
        "https://framatube.org/w/kkGMgK9ZtnKfYAgnEtQxbv", id: "kkGMgK9ZtnKfYAgnEtQxbv",
        permalink: "https://framatube.org/w/kkGMgK9ZtnKfYAgnEtQxbv", platform: "peertube"),
      Example(none: "https://framatube.org/c/harbour/videos"),
    ])

  private static let watched: [URLTemplate] = [
    URLTemplate("/videos/watch/{id}", identity: "{host}/{id}", canonical: watch),
    URLTemplate("/w/{short}", id: "{short}", identity: "{host}/{short}", canonical: w),
  ]
  private static let watch = "https://{host}/videos/watch/{id}"
  private static let w = "https://{host}/w/{short}"
}
