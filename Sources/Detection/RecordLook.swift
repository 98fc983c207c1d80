/// Looks at records of corpora before they are decoded.
///
/// Each task makes its own; one look is used by one task at a time.
public struct RecordLook {
  private let look: (UnsafeRawBufferPointer) -> Bool

  init(_ look: @escaping (UnsafeRawBufferPointer) -> Bool) {
    self.look = look
  }

  /// Whether a line of JSON may hold a document that cites anything; `false` is certain.
  public func mayCite(_ line: UnsafeRawBufferPointer) -> Bool {
    look(line)
  }
}
