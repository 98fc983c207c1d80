/// A comment of a page.
package struct HTMLComment {
  /// What stands between `<!--` and `-->`.
  package let text: String
  /// The element that it stands in.
  package let parent: HTMLElement?
  /// The order of the last element that begins before it, -1 where there is none.
  package let order: Int
}

@available(*, unavailable)
extension HTMLComment: Sendable {}
