import PostModel

extension Platform {
  /// Posts of LinkedIn: frames named by a URN, and links whose slug ends in the activity's id.
  static let linkedIn = Platform(
    id: "linkedin", name: "LinkedIn", hosts: ["linkedin.com"],
    syntax: [
      "handle": TokenSyntax(.hyphenated, 2...200), "id": TokenSyntax(.digits, 15...20),
      "kind": TokenSyntax(.alphanumeric, 4...12), "slug": TokenSyntax(.any, 0...300),
      "code": TokenSyntax(.base64URL, 1...8),
    ],
    permalinks: [
      URLTemplate(
        "/feed/update/urn:li:{kind}:{id}/**",
        canonical: "https://www.linkedin.com/feed/update/urn:li:{kind}:{id}"),
      URLTemplate(
        "/feed/update/{kind}:{id}/**",
        canonical: "https://www.linkedin.com/feed/update/urn:li:{kind}:{id}"),
    ] + ["activity", "share", "ugcPost"].flatMap(posts),
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
      Example(
        "https://www.linkedin.com/posts/ines-brandt-4a1_harbour_ferry-activity-7085019039243698181-k-_Z",
        id: "7085019039243698181", handle: "ines-brandt-4a1",
        permalink:
          "https://www.linkedin.com/posts/ines-brandt-4a1_harbour_ferry-activity-7085019039243698181-k-_Z",
        platform: "linkedin"),
      Example(
        "https://www.linkedin.com/posts/ines-brandt-4a1_activity-7085019039243698181-k1Za?utm_source=share",
        id: "7085019039243698181", handle: "ines-brandt-4a1",
        permalink:
          "https://www.linkedin.com/posts/ines-brandt-4a1_activity-7085019039243698181-k1Za",
        platform: "linkedin"),
      Example(
        "linkedin.com/posts/harbour-museum_harbour_ferry_ugcPost-7085019039243698181",
        id: "7085019039243698181", handle: "harbour-museum",
        permalink:
          "https://www.linkedin.com/posts/harbour-museum_harbour_ferry_ugcPost-7085019039243698181",
        platform: "linkedin"),
      Example(
        "https://www.linkedin.com/posts/harbour-ferry-share-7085019039243698181-k1Za/",
        id: "7085019039243698181",
        permalink: "https://www.linkedin.com/feed/update/urn:li:share:7085019039243698181",
        platform: "linkedin"),
      Example(none: "https://www.linkedin.com/posts/harbour-museum_ferry-activity-2019-k1Za"),
      Example(none: "https://www.linkedin.com/shareArticle?url=https://example.org"),
    ])

  /// The addresses of a kind of post: the account, words or tags of the post where it has any, a
  /// code; what was copied by hand or written long ago lacks one or the other.
  private static func posts(_ kind: String) -> [URLTemplate] {
    let end = "\(kind)-{id}"
    let base = "https://www.linkedin.com/"
    let slugs = ["posts/{handle}_{slug}\(end)-{code}", "posts/{handle}_{slug}\(end)"].map {
      URLTemplate("/\($0)/**", canonical: base + $0)
    }
    return slugs
      + ["/posts/*\(end)-{code}/**", "/posts/*\(end)/**"].map {
        URLTemplate($0, canonical: base + "feed/update/urn:li:\(kind):{id}")
      }
  }
}
