import PostModel

extension Platform {
  /// Posts of Mastodon's instances: their hosts are any, so a bare address counts where its id
  /// tells a plausible time, or where the markup says what it is; frames are told by their paths.
  static let mastodon = Platform(
    id: "mastodon", name: "Mastodon", hosts: [],
    syntax: [
      "handle": TokenSyntax(.name, 1...60), "id": TokenSyntax(.digits, 1...20),
      "remote": TokenSyntax(.name, 4...253),
    ],
    permalinks: [], canonical: link,
    embeds: [
      .blockquote(
        class: "mastodon-embed",
        [.address(attribute: "data-embed-url"), .lastLink], .postBy),
      EmbedPattern(
        EmbedPattern.Selector(name: "iframe", class: "mastodon-embed"), kind: .frame,
        references: [.address(attribute: "src"), .address(attribute: "data-src")]),
      .mediaEmbed("mastodon", address: "https://{1}/@{0}/{2}"),
    ],
    payloads: [
      PayloadPattern(types: ["mastodon"], keys: [], TokenSyntax(.digits), address: "")
    ],
    time: PostClock.mastodon,
    anywhere: [
      URLTemplate(
        "/@{handle}@{remote}/{id}", handle: "{handle}@{remote}", identity: "{host}/{id}",
        canonical: "https://{host}/@{handle}@{remote}/{id}"),
      URLTemplate("/@{handle}/{id}", handle: full, identity: "{host}/{id}", canonical: link),
      URLTemplate(
        "/users/{handle}/statuses/{id}", handle: full, identity: "{host}/{id}", canonical: link),
      URLTemplate(
        "/web/@{handle}/{id}", handle: full, identity: "{host}/{id}", canonical: link),
      URLTemplate(
        "/deck/@{handle}/{id}", handle: full, identity: "{host}/{id}", canonical: link),
      URLTemplate(
        "/@{handle}/{id}/embed/**", handle: full, identity: "{host}/{id}", canonical: link),
      URLTemplate(
        "/users/{handle}/statuses/{id}/embed/**", handle: full, identity: "{host}/{id}",
        canonical: link),
    ],
    evident: [
      URLTemplate(
        "/@{handle}@{remote}/{id}", handle: "{handle}@{remote}", identity: "{host}/{id}",
        canonical: "https://{host}/@{handle}@{remote}/{id}"),
      URLTemplate("/@{handle}/{id}", handle: full, identity: "{host}/{id}", canonical: link),
      URLTemplate(
        "/@{handle}/{id}/embed", handle: full, identity: "{host}/{id}", canonical: link),
      URLTemplate(
        "/users/{handle}/statuses/{id}", handle: full, identity: "{host}/{id}", canonical: link),
      URLTemplate("/web/@{handle}/{id}", handle: full, identity: "{host}/{id}", canonical: link),
      URLTemplate("/deck/@{handle}/{id}", handle: full, identity: "{host}/{id}", canonical: link),
      URLTemplate(
        "/web/statuses/{id}", identity: "{host}/{id}", canonical: "https://{host}/web/statuses/{id}"
      ),
    ],
    examples: [
      Example(
        "https://sea.example/@ines/116242278064339656", id: "116242278064339656",
        handle: "ines@sea.example", permalink: "https://sea.example/@ines/116242278064339656",
        platform: "mastodon"),
      Example(none: "https://sea.example/@ines"),
    ])

  private static let link = "https://{host}/@{handle}/{id}"
  private static let full = "{handle}@{host}"
}
