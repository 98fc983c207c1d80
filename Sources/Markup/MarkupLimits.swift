/// How much of one page is read; what lies beyond is left out, and a diagnostic says so.
package struct MarkupLimits: Sendable {
  /// Bytes of the page.
  package var bytes: Int
  /// Elements and comments.
  package var nodes: Int
  /// Elements within elements; deeper ones become children of the deepest level.
  package var depth: Int
  /// Attributes of one element; a tag with more is read as text.
  package var attributes: Int
  /// Bytes of one attribute's value.
  package var attributeBytes: Int

  /// Sets each limit, or leaves it as it is for pages of unknown origin.
  package init(
    bytes: Int = 64 << 20, nodes: Int = 2_000_000, depth: Int = 512, attributes: Int = 4096,
    attributeBytes: Int = 8 << 20
  ) {
    self.bytes = min(max(bytes, 0), Int(Int32.max) - 1)
    self.nodes = max(nodes, 1)
    self.depth = max(depth, 1)
    self.attributes = max(attributes, 1)
    self.attributeBytes = max(attributeBytes, 0)
  }

  /// The limits for pages of unknown origin.
  ///
  /// The depth is that of the browsers; with it a walk up from every element stays linear.
  package static let standard = MarkupLimits()
}
