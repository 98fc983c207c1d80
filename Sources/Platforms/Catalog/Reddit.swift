import PostModel

extension Platform {
  /// Posts and comments of Reddit: `blockquote.reddit-embed-bq`, the older cards, frames.
  static let reddit = Platform(
    id: "reddit", name: "Reddit", hosts: ["reddit.com", "redditmedia.com"],
    syntax: [
      "handle": TokenSyntax(.base64URL, 3...24), "sub": TokenSyntax(.word, 2...24),
      "id": TokenSyntax(.alphanumeric, 4...9), "comment": TokenSyntax(.alphanumeric, 5...9),
      "slug": TokenSyntax(.any, 1...200),
    ],
    permalinks: [
      URLTemplate(
        "/r/{sub}/comments/{id}/comment/{comment}/**", identity: "{id}/{comment}",
        canonical: sub + "comment/{comment}/"),
      URLTemplate(
        "/r/{sub}/comments/{id}/{slug}/{comment}/**", identity: "{id}/{comment}",
        canonical: sub + "{slug}/{comment}"),
      URLTemplate("/r/{sub}/comments/{id}/{slug}", canonical: sub + "{slug}/"),
      URLTemplate("/r/{sub}/comments/{id}", canonical: sub),
      URLTemplate("/user/{handle}/comments/{id}/**", canonical: user),
      URLTemplate("/u/{handle}/comments/{id}/**", canonical: user),
      "/comments/{id}/**", "redd.it/{id}",
      URLTemplate(
        "/r/{sub}/s/{code}", id: "s/{code}", canonical: "https://www.reddit.com/r/{sub}/s/{code}"),
    ],
    canonical: "https://www.reddit.com/comments/{id}/",
    others: [
      Other("/r/{sub}", "a community"), Other("/user/{handle}", "an account's page"),
      Other("/submit", "a share dialog"),
    ],
    embeds: [
      .blockquote(class: "reddit-embed-bq", [.lastLink], .cardTitle),
      .blockquote(class: "reddit-card", [.lastLink], .cardTitle),
      .classed("reddit-embed", [.lastLink], kind: .blockquote, .cardTitle),
      .element("amp-reddit", [.address(attribute: "data-src")]),
      .onebox("reddit", .heading), .mediaEmbed("reddit", address: "https://www.reddit.com/r/"),
    ],
    accountSign: "u/",
    examples: [
      Example(
        "https://old.reddit.com/r/ferries/comments/1e5fji2/the_pier_is_empty/", id: "1e5fji2",
        permalink: "https://www.reddit.com/r/ferries/comments/1e5fji2/the_pier_is_empty/",
        platform: "reddit"),
      Example(none: "https://www.reddit.com/r/ferries/"),
    ])

  private static let sub = "https://www.reddit.com/r/{sub}/comments/{id}/"
  private static let user = "https://www.reddit.com/user/{handle}/comments/{id}/"
}
