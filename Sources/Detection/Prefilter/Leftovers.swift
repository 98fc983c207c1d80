/// Looks for what careless conversions leave in a text, which `ReadableText` takes out.
struct Leftovers {
  private let bytes: UnsafeRawBufferPointer

  init(in bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
  }

  /// Whether there may be any: a character reference, a link of Markdown, the mark of a quotation, an
  /// escape of JSON.
  var mayBe: Bool { holdsReference || holdsLink || holdsMark || holdsEscape }

  private var holdsReference: Bool {
    bytes.holds(0x26) { place in
      guard place + 1 < bytes.count, bytes[place + 1] == 0x23 || bytes[place + 1].isASCIILetter
      else { return false }
      return bytes[place..<min(place + 14, bytes.count)].contains(0x3B)
    }
  }

  private var holdsLink: Bool {
    bytes.holds(0x5D) { $0 + 1 < bytes.count && bytes[$0 + 1] == 0x28 }
  }

  /// `>` that leads a line, be it of the text or of a string of JSON.
  private var holdsMark: Bool {
    bytes.holds(0x3E) { place in
      var start = place
      while start > 0, place - start < 3, bytes[start - 1] == 0x20 { start -= 1 }
      guard start > 0 else { return true }
      let before = bytes[start - 1]
      return before == 0x0A || before == 0x0D || before == 0x22
        || (before == 0x6E || before == 0x72) && start > 1 && bytes[start - 2] == 0x5C
    }
  }

  /// A backslash that is the text's own: before `n` where the text has no lines, else doubled by JSON.
  private var holdsEscape: Bool {
    let hasLines = bytes.first(0x0A, from: 0) != nil
    return bytes.holds(0x5C) { place in
      guard place + 1 < bytes.count else { return false }
      return bytes[place + 1] == 0x5C || (!hasLines && bytes[place + 1] == 0x6E && !isJSON)
    }
  }

  /// Lines of JSON are looked at as they stand in the file, with the escapes of JSON itself.
  private var isJSON: Bool { bytes.first == 0x7B || bytes.first == 0x5B }
}
