import PostModel

extension Platform {
  /// Posts of Tumblr: `div.tumblr-post`, whose link names the post.
  static let tumblr = Platform(
    id: "tumblr", name: "Tumblr", hosts: ["tumblr.com"],
    syntax: [
      "handle": TokenSyntax(.name, 1...60), "id": TokenSyntax(.digits, 6...20),
      "slug": TokenSyntax(.any, 1...200),
    ],
    permalinks: [
      URLTemplate("{handle}.tumblr.com/post/{id}/{slug}", canonical: blog + "/{slug}"),
      URLTemplate("{handle}.tumblr.com/post/{id}", canonical: blog),
      URLTemplate("{handle}.tumblr.com/{id}/{slug}", canonical: blog + "/{slug}"),
      URLTemplate(
        "/{handle}/{id}/**", canonical: "https://www.tumblr.com/{handle}/{id}"),
    ],
    canonical: blog,
    reservedHandles: ["www", "embed", "assets", "secure"],
    others: [Other("/widgets/share/**", "a share dialog"), Other("/share/**", "a share dialog")],
    embeds: [
      .classed("tumblr-post", [.lastLink], kind: .blockquote)
    ],
    time: PostClock.tumblr, profile: "https://{handle}.tumblr.com/",
    anywhere: [
      URLTemplate(
        "/post/{id}/**", handle: "{host}", canonical: "https://{host}/post/{id}")
    ],
    examples: [
      Example(
        "https://harbour-light.tumblr.com/post/190876217487/the-old-pier", id: "190876217487",
        handle: "harbour-light",
        permalink: "https://harbour-light.tumblr.com/post/190876217487/the-old-pier",
        platform: "tumblr"),
      Example(none: "https://www.tumblr.com/share/link?url=https://example.org"),
    ])

  private static let blog = "https://{handle}.tumblr.com/post/{id}"
}
