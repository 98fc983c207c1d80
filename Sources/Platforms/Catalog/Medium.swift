import PostModel

extension Platform {
  /// What Medium's articles show by a frame of their own, named by an opaque hash.
  static let medium = Platform(
    id: "medium", name: "Medium", hosts: ["medium.com"],
    syntax: ["id": TokenSyntax(.hex, 32...32)],
    permalinks: [], frames: ["/media/{id}/**"],
    canonical: "https://medium.com/media/{id}",
    examples: [
      Example(
        "https://medium.com/media/e6590d28762ae9dc52a79fab03d9bfb4/href",
        id: "e6590d28762ae9dc52a79fab03d9bfb4",
        permalink: "https://medium.com/media/e6590d28762ae9dc52a79fab03d9bfb4",
        platform: "medium"),
      Example(none: "https://medium.com/@harbour/the-old-pier-1a2b3c4d5e6f"),
    ])
}
