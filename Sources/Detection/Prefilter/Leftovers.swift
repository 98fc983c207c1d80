/// Looks for what careless conversions leave in a text, which `ReadableText` takes out.
struct Leftovers {
  private let bytes: UnsafeRawBufferPointer

  init(in bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
  }

  /// Whether there may be any: a character reference, a link of Markdown, an escape of JSON.
  var mayBe: Bool { holdsReference || holdsLink || holdsEscape }

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
