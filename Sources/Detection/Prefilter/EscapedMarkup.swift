/// Looks for markup that a page carries escaped in its text or scripts.
struct EscapedMarkup {
  private let bytes: UnsafeRawBufferPointer

  init(in bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
  }

  /// Whether an author's handle may stand in such markup: an escaped bracket, and a handle in parentheses.
  var mayHoldAuthor: Bool {
    bytes.holds(0x40) { $0 > 0 && (bytes[$0 - 1] == 0x28 || bytes[$0 - 1] == 0x88) } && holdsBracket
  }

  /// `\u003c`, `\x3c`, `&lt;`, `%3C`.
  private var holdsBracket: Bool {
    bytes.holds(0x33) { place in
      guard place > 1, place + 1 < bytes.count, bytes[place + 1] | 0x20 == 0x63 else {
        return false
      }
      return bytes[place - 1] == 0x30 || bytes[place - 1] | 0x20 == 0x78 || bytes[place - 1] == 0x25
    }
      || bytes.holds(0x26) {
        $0 + 2 < bytes.count && bytes[$0 + 1] == 0x6C && bytes[$0 + 2] == 0x74
      }
  }
}
