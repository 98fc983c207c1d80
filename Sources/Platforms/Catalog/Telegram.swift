import PostModel

extension Platform {
  /// Posts of Telegram's public channels: the widget's script element is the placeholder.
  static let telegram = Platform(
    id: "telegram", name: "Telegram", hosts: ["t.me", "telegram.me", "telegram.dog"],
    syntax: [
      "handle": TokenSyntax(.word, 3...32), "n": TokenSyntax(.digits, 1...12),
      "topic": TokenSyntax(.digits, 1...12),
    ],
    permalinks: [
      URLTemplate(
        "/c/{topic}/{n}/**", id: "c/{topic}/{n}", canonical: "https://t.me/c/{topic}/{n}"),
      URLTemplate("/s/{handle}/{n}/**", id: "{handle}/{n}"),
      URLTemplate("/{handle}/{topic}/{n}", id: "{handle}/{n}"),
      URLTemplate("/{handle}/{n}", id: "{handle}/{n}"),
      URLTemplate("resolve?domain={handle}&post={n}", id: "{handle}/{n}"),
    ],
    canonical: "https://t.me/{handle}/{n}",
    reservedHandles: ["share", "joinchat", "addstickers", "proxy", "iv", "c"],
    others: [
      Other("/share/**", "a share dialog"), Other("/joinchat/**", "an invitation"),
      Other("/iv", "a reader's view of an article"), Other("/addstickers/**", "stickers"),
      Other("/{handle}", "a channel or account"), Other("/s/{handle}", "a channel"),
    ],
    embeds: [
      .furniture(attribute: "data-telegram-discussion"),
      .furniture(attribute: "data-telegram-login"),
      .furniture(attribute: "data-telegram-share-url"),
      .attribute(
        "data-telegram-post",
        [.template("https://t.me/{post}", attributes: ["post": "data-telegram-post"])],
        kind: .customElement),
      .mediaEmbed("telegram", address: "https://t.me/"),
    ],
    profile: "https://t.me/{handle}",
    examples: [
      Example(
        "https://t.me/s/harbour_news/157?single", id: "harbour_news/157", handle: "harbour_news",
        permalink: "https://t.me/harbour_news/157", platform: "telegram"),
      Example(none: "https://t.me/share/url?url=https://example.org"),
      Example(none: "https://t.me/harbour_news"),
    ])
}
