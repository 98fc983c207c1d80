import PostModel

extension Platform {
  /// Posts and comments of Lemmy's instances: links only, and their paths are anybody's, so that only
  /// instances that are known count.
  static let lemmy = Platform(
    id: "lemmy", name: "Lemmy",
    hosts: [
      "lemmy.world", "lemmy.ml", "lemmy.ca", "lemm.ee", "feddit.org", "feddit.de",
      "sh.itjust.works",
      "beehaw.org", "lemmy.dbzer0.com", "programming.dev", "discuss.tchncs.de", "lemmy.zip",
      "lemmy.blahaj.zone", "sopuli.xyz", "feddit.uk", "aussie.zone", "slrpnk.net",
    ],
    syntax: ["id": TokenSyntax(.digits, 2...12), "comment": TokenSyntax(.digits, 2...12)],
    permalinks: [
      URLTemplate(
        "/post/{id}/{comment}", identity: "{host}/{id}/{comment}",
        canonical: "https://{host}/post/{id}/{comment}"),
      URLTemplate("/post/{id}", identity: "{host}/{id}", canonical: "https://{host}/post/{id}"),
      URLTemplate(
        "/comment/{comment}", id: "comment/{comment}", identity: "{host}/comment/{comment}",
        canonical: "https://{host}/comment/{comment}"),
    ],
    canonical: "https://lemmy.world/post/{id}",
    others: [Other("/c/*", "a community"), Other("/u/*", "an account's page")],
    examples: [
      Example(
        "https://lemmy.world/post/1234567?sort=Top", id: "1234567",
        permalink: "https://lemmy.world/post/1234567", platform: "lemmy"),
      Example(none: "https://lemmy.world/c/ferries"),
    ])
}
