import PostModel

extension Platform {
  /// Posts and notes of Substack, as its own embed code shows them elsewhere.
  ///
  /// A link to somebody's `/p/` page is an ordinary link to an article, and no citation.
  static let substack = Platform(
    id: "substack", name: "Substack", hosts: ["substack.com"],
    syntax: [
      "handle": TokenSyntax(.base64URL, 1...60), "slug": TokenSyntax(.base64URL, 1...200),
      "id": TokenSyntax(.digits, 4...14),
    ],
    permalinks: [
      URLTemplate(
        "/@{handle}/note/c-{id}/**", id: "c-{id}",
        canonical: "https://substack.com/@{handle}/note/c-{id}"),
      URLTemplate(
        "/profile/*/note/c-{id}", id: "c-{id}", canonical: "https://substack.com/note/c-{id}"),
      URLTemplate("/note/c-{id}", id: "c-{id}", canonical: "https://substack.com/note/c-{id}"),
    ],
    frames: [
      URLTemplate(
        "{handle}.substack.com/embed/p/{slug}", id: "{handle}/{slug}",
        canonical: "https://{handle}.substack.com/p/{slug}")
    ],
    canonical: "https://substack.com/note/{id}",
    reservedHandles: ["www", "open", "embed"],
    others: [Other("{handle}.substack.com/embed", "a subscription box")],
    embeds: [
      .classed("substack-post-embed", [.lastLink], kind: .blockquote, .cardTitle)
    ],
    payloads: [
      PayloadPattern(
        types: ["commentplaceholder", "communitynote"], keys: ["commentId"],
        TokenSyntax(.digits, 4...14), address: "https://substack.com/note/c-{id}"),
      PayloadPattern(
        types: ["embeddedposttodom", "digestpostembed"], keys: [], TokenSyntax(.digits),
        address: ""),
    ],
    profile: "https://substack.com/@{handle}",
    anywhere: [
      URLTemplate(
        "{handle}.substack.com/p/{slug}/**", id: "{handle}/{slug}",
        canonical: "https://{handle}.substack.com/p/{slug}"),
      URLTemplate("/p/{slug}", id: "{host}/{slug}", canonical: "https://{host}/p/{slug}"),
    ],
    examples: [
      Example(
        "https://substack.com/@harbour/note/c-12345678", id: "c-12345678", handle: "harbour",
        permalink: "https://substack.com/@harbour/note/c-12345678", platform: "substack"),
      Example(none: "https://harbour.substack.com/embed"),
    ])
}
