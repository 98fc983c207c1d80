import CLibXML2

/// Parses a page and lends its tree to a closure.
///
/// Nothing that is in the bytes makes it fail: a page that is empty or no HTML at all is a document
/// with few elements. The tree is freed when the closure returns, and cannot leave it. What `reducing`
/// leaves of the page's UTF-8 is parsed in its place, unless it gives `nil`.
package func withHTMLDocument<Result: Sendable>(
  parsing bytes: [UInt8], declaredEncoding: String? = nil, limits: MarkupLimits = .standard,
  reducing: ([UInt8]) -> [UInt8]? = { _ in nil },
  _ body: @Sendable (HTMLDocument) -> Result
) -> Result {
  let source = DecodedSource(bytes, declaredEncoding: declaredEncoding, limit: limits.bytes)
  let tree = ParsedTree.parsed(
    source.utf8, reduced: reducing(source.utf8), limits: limits)
  let index = ElementIndex(tree.document)
  return withExtendedLifetime((tree, index)) {
    body(
      HTMLDocument(
        encoding: source.encoding.name, diagnostics: source.diagnostics + tree.diagnostics,
        index: index))
  }
}

/// A parsed page, alive only inside the closure that it is lent to.
package struct HTMLDocument {
  /// The name of the character encoding that the bytes were read in.
  package let encoding: String
  /// Limits reached and declarations not followed.
  package let diagnostics: [MarkupDiagnostic]
  let index: ElementIndex

  /// The `html` element.
  package var root: HTMLElement? { index.elements.first }

  /// All elements in the order of the page; the position of each is its `order`.
  package var elements: [HTMLElement] { index.elements }

  /// All comments in the order of the page.
  package var comments: [HTMLComment] { index.comments }

  /// The page's words as a reader sees them, the text that positions of citations count in.
  package var text: String { index.rendering.text }

  /// Where the words of an element stand in `text`, in UTF-8 bytes.
  ///
  /// An element without words has an empty range at its place.
  package func textRange(of element: HTMLElement) -> Range<Int> {
    index.rendering.ranges[element.order]
  }

  /// The innermost element in whose words a place of `text` is, in UTF-8 bytes.
  package func element(holding range: Range<Int>) -> HTMLElement? {
    guard let last = index.rendering.lastOrder(beginningBy: range.lowerBound) else { return nil }
    var next: HTMLElement? = index.elements[last]
    while let element = next {
      let own = textRange(of: element)
      if own.lowerBound <= range.lowerBound, own.upperBound >= range.upperBound { return element }
      next = element.parent
    }
    return nil
  }
}

@available(*, unavailable)
extension HTMLDocument: Sendable {}
