/// What a document may hold, told from its bytes before it is read.
enum Outlook: Sendable {
  /// No citation, certainly.
  case nothing
  /// Quotations in its prose, and nothing else.
  case quotations
  /// Anything.
  case anything
}
