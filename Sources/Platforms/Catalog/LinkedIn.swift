import PostModel

extension Platform {
  /// Posts of LinkedIn: frames named by a URN, and links whose slug ends in the activity's id.
  static let linkedIn = Platform(
    id: "linkedin", name: "LinkedIn", hosts: ["linkedin.com"],
    syntax: [
      "handle": TokenSyntax(.base64URL, 2...100), "id": TokenSyntax(.digits, 15...20),
      "kind": TokenSyntax(.alphanumeric, 4...12), "slug": TokenSyntax(.any, 1...300),
      "code": TokenSyntax(.base64URL, 1...8),
    ],
    permalinks: [
      URLTemplate(
        "/feed/update/urn:li:{kind}:{id}/**",
        canonical: "https://www.linkedin.com/feed/update/urn:li:{kind}:{id}"),
      slug("/posts/{handle}_{slug}-activity-{id}-{code}/**", "activity"),
      slug("/posts/{handle}_{slug}-share-{id}-{code}/**", "share"),
      slug("/posts/{handle}_{slug}-ugcPost-{id}-{code}/**", "ugcPost"),
      URLTemplate(
        "/posts/activity-{id}-{code}/**",
        canonical: "https://www.linkedin.com/feed/update/urn:li:activity:{id}"),
    ],
    frames: [
      URLTemplate(
        "/embed/feed/update/urn:li:{kind}:{id}/**",
        canonical: "https://www.linkedin.com/feed/update/urn:li:{kind}:{id}")
    ],
    canonical: "https://www.linkedin.com/feed/update/urn:li:activity:{id}",
    others: [
      Other("/shareArticle", "a share dialog"), Other("/sharing/**", "a share dialog"),
      Other("/in/**", "a profile"), Other("/company/**", "a company's page"),
      Other("/pulse/**", "an article"),
      Other("lnkd.in/**", "a short link that hides its target"),
    ],
    time: PostClock.linkedin, profile: "https://www.linkedin.com/in/{handle}",
    examples: [
      Example(
        "https://www.linkedin.com/embed/feed/update/urn%3Ali%3Ashare%3A7004344112762015746 ",
        id: "7004344112762015746",
        permalink: "https://www.linkedin.com/feed/update/urn:li:share:7004344112762015746",
        platform: "linkedin"),
      Example(none: "https://www.linkedin.com/shareArticle?url=https://example.org"),
    ])

  private static func slug(_ pattern: String, _ kind: String) -> URLTemplate {
    URLTemplate(
      pattern,
      canonical: "https://www.linkedin.com/posts/{handle}_{slug}-\(kind)-{id}-{code}")
  }
}
