/// Standard output could not be written.
struct OutputError: Error, CustomStringConvertible {
  /// Whether its reader has gone (`roost … | head`), which is a clean end.
  let isClosedPipe: Bool
  /// What is wrong, a sentence.
  let description: String
}
