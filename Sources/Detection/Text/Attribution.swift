package import PostModel

/// The line under a post that says who wrote it and when: `— Name (@handle) May 4, 2022`.
package struct Attribution: Sendable {
  /// The display name, `nil` where none is printed.
  package var name: String?
  /// The handle without `@`; `name.bsky.social` and `user@host` for other networks than X.
  package var handle: String
  /// The printed date.
  package var date: PostDate?
  /// The address that the date links to, where markup or Markdown was left in the text.
  package var permalink: String?
  /// The whole attribution from its dash to the end of its date, in UTF-8 bytes.
  package var utf8Range: Range<Int>
  /// The dash, `nil` where there is none.
  package var dashRange: Range<Int>?

  /// The social network that the handle's form belongs to.
  package var platform: PlatformID {
    if handle.utf8.contains(0x40) { return "mastodon" }
    return handle.utf8.contains(0x2E) ? "bluesky" : "x"
  }
}
