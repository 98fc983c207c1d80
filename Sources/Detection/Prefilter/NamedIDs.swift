import Platforms

/// What tells an attribute that holds a post's bare id: the id's form, and a word for the platform in
/// the same tag.
struct NamedIDs: Sendable {
  private let syntaxes: [TokenSyntax]
  private let types: [[UInt8]]

  /// Takes the forms and words of payloads.
  init(_ payloads: [PayloadPattern]) {
    syntaxes = payloads.map(\.syntax)
    types = Set(payloads.flatMap(\.types)).map { Array($0.utf8) }
  }

  /// Whether an attribute at a place may hold a post's id.
  func mayHold(in bytes: UnsafeRawBufferPointer, _ name: Range<Int>) -> Bool {
    let look = RawLook(bytes)
    // What consent managers move ends in `-_`.
    let isMoved = look.byte(name.upperBound) == 0x2D && look.byte(name.upperBound + 1) == 0x5F
    guard let value = look.value(behind: name.upperBound + (isMoved ? 2 : 0), [0x3D]),
      look.matches(syntaxes, at: value)
    else { return false }
    let tag = look.tag(around: name)
    return types.contains { look.holds($0, in: tag) }
  }
}
