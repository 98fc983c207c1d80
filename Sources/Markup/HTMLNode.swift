/// What may stand directly within an element.
package enum HTMLNode {
  /// An element.
  case element(HTMLElement)
  /// Text as it is written, with character references resolved.
  case text(String)
  /// The inside of a comment.
  case comment(String)
}

@available(*, unavailable)
extension HTMLNode: Sendable {}
