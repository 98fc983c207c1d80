import PostModel

extension Platform {
  /// Films and posts of Bilibili: player frames that name a film by its `BV` code, or by the number
  /// that came before such codes.
  static let bilibili = Platform(
    id: "bilibili", name: "Bilibili", hosts: ["bilibili.com"],
    syntax: [
      "id": TokenSyntax(.alphanumeric, 12...12), "number": TokenSyntax(.digits, 1...12),
      "post": TokenSyntax(.digits, 15...20), "code": TokenSyntax(.alphanumeric, 6...8),
    ],
    permalinks: [
      "/video/{id}/**", numbered("/video/av{number}/**"),
      posted("t.bilibili.com/{post}"), posted("/opus/{post}"),
      URLTemplate("b23.tv/{code}", id: "b23/{code}", canonical: "https://b23.tv/{code}"),
    ],
    frames: [
      "/*?bvid={id}", numbered("/*?aid={number}"), "/blackboard/*?bvid={id}",
      numbered("/blackboard/*?aid={number}"),
    ],
    canonical: "https://www.bilibili.com/video/{id}",
    others: [
      Other("space.bilibili.com/**", "an account's page"),
      Other("live.bilibili.com/**", "a channel's live player"),
    ],
    examples: [
      Example(
        "//player.bilibili.com/player.html?isOutside=true&bvid=BV1Qu4y1k7xA&p=1",
        id: "BV1Qu4y1k7xA", permalink: "https://www.bilibili.com/video/BV1Qu4y1k7xA",
        platform: "bilibili"),
      Example(
        "https://m.bilibili.com/video/av170001?p=2", id: "av170001",
        permalink: "https://www.bilibili.com/video/av170001", platform: "bilibili"),
      Example(
        "https://t.bilibili.com/871234567890123456", id: "opus/871234567890123456",
        permalink: "https://www.bilibili.com/opus/871234567890123456", platform: "bilibili"),
      Example(none: "https://space.bilibili.com/12345678"),
    ])

  private static func numbered(_ pattern: String) -> URLTemplate {
    URLTemplate(
      pattern, id: "av{number}", canonical: "https://www.bilibili.com/video/av{number}")
  }

  private static func posted(_ pattern: String) -> URLTemplate {
    URLTemplate(
      pattern, id: "opus/{post}", canonical: "https://www.bilibili.com/opus/{post}")
  }
}
