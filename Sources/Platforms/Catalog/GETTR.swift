import PostModel

extension Platform {
  /// Posts of GETTR: links.
  static let gettr = Platform(
    id: "gettr", name: "GETTR", hosts: ["gettr.com"],
    syntax: ["id": TokenSyntax(.alphanumeric, 4...20), "handle": TokenSyntax(.word, 1...40)],
    permalinks: [
      "/post/{id}",
      URLTemplate("/streaming/{id}", canonical: "https://gettr.com/streaming/{id}"),
      URLTemplate("/comment/{id}", canonical: "https://gettr.com/comment/{id}"),
    ],
    canonical: "https://gettr.com/post/{id}",
    others: [Other("/user/{handle}", "an account's page"), Other("/share", "a share dialog")],
    examples: [
      Example(
        "https://gettr.com/post/pcf6uv838f", id: "pcf6uv838f",
        permalink: "https://gettr.com/post/pcf6uv838f", platform: "gettr"),
      Example(none: "https://gettr.com/user/harbour"),
    ])
}
