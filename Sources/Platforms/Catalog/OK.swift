import PostModel

extension Platform {
  /// Topics and films of OK (Odnoklassniki).
  static let ok = Platform(
    id: "ok", name: "OK (Odnoklassniki)", hosts: ["ok.ru", "odnoklassniki.ru"],
    syntax: ["handle": TokenSyntax(.name, 1...60), "id": TokenSyntax(.digits, 5...20)],
    permalinks: [
      URLTemplate("/group/*/topic/{id}/**", canonical: "https://ok.ru/topic/{id}"),
      URLTemplate("/profile/*/statuses/{id}/**", canonical: "https://ok.ru/topic/{id}"),
      "/{handle}/topic/{id}/**", "/{handle}/statuses/{id}/**",
      URLTemplate("/video/{id}", id: "video/{id}", canonical: "https://ok.ru/video/{id}"),
    ],
    frames: [
      URLTemplate("/videoembed/{id}/**", id: "video/{id}", canonical: "https://ok.ru/video/{id}")
    ],
    canonical: "https://ok.ru/{handle}/topic/{id}",
    canonicalWithoutHandle: "https://ok.ru/topic/{id}",
    reservedHandles: ["group", "profile", "video"],
    others: [Other("/dk", "a share dialog")],
    widgets: [WidgetCall("OK.CONNECT.insertPostWidget", "https://ok.ru/topic/{1}")],
    examples: [
      Example(
        "https://ok.ru/videoembed/1234567890123", id: "video/1234567890123",
        permalink: "https://ok.ru/video/1234567890123", platform: "ok"),
      Example(none: "https://ok.ru/dk?st.cmd=addShare"),
    ])
}
