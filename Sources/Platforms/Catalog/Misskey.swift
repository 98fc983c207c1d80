import PostModel

extension Platform {
  /// Notes of Misskey and what was made of it: an id is its instance's own, so both name a note.
  static let misskey = Platform(
    id: "misskey", name: "Misskey",
    hosts: ["misskey.io", "misskey.design", "nijimiss.moe", "misskey.dev", "voskey.icalo.net"],
    syntax: ["id": TokenSyntax(.alphanumeric, 10...26)],
    permalinks: [URLTemplate("/notes/{id}", identity: "{host}/{id}", canonical: note)],
    canonical: "https://misskey.io/notes/{id}",
    others: [Other("/@*", "an account's page"), Other("/share", "a share dialog")],
    embeds: [
      EmbedPattern(
        EmbedPattern.Selector(name: "iframe", attribute: "data-misskey-embed-id"), kind: .frame,
        references: [.address(attribute: "src"), .address(attribute: "data-src")])
    ],
    anywhere: [
      URLTemplate("/embed/notes/{id}", identity: "{host}/{id}", canonical: note),
      URLTemplate("/notes/{id}", identity: "{host}/{id}", canonical: note),
    ],
    examples: [
      Example(
        "https://misskey.io/notes/9kx3a1b2c3?ref=home", id: "9kx3a1b2c3",
        permalink: "https://misskey.io/notes/9kx3a1b2c3", platform: "misskey"),
      Example(
        "https://notes.sea.example/embed/notes/9kx3a1b2c3", id: "9kx3a1b2c3",
        permalink: "https://notes.sea.example/notes/9kx3a1b2c3", platform: "misskey"),
      Example(none: "https://misskey.io/@ines"),
    ])

  private static let note = "https://{host}/notes/{id}"
}
