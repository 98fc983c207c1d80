/// Trouble in a page: a limit reached, a wrong declaration.
package struct MarkupDiagnostic: Hashable, Sendable {
  /// A sentence for people.
  package var message: String
  /// Where, in bytes of the page as read (after the change to UTF-8).
  package var offset: Int?

  /// Makes a diagnostic.
  package init(_ message: String, at offset: Int? = nil) {
    self.message = message
    self.offset = offset
  }
}
