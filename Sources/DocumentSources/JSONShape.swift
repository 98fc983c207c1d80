/// What an input that opens like JSON is.
enum JSONShape {
  /// An object a line.
  case lines
  /// One value that takes the whole file.
  case whole

  /// Tells the shape by the first line, `nil` where the input does not open like JSON.
  init?(of sample: InputSample) {
    let content = sample.content
    switch content.first {
    case UInt8(ascii: "["):
      let next = content.dropFirst().first { $0 > 0x20 }
      guard next == UInt8(ascii: "{") else { return nil }
      self = .whole
    case UInt8(ascii: "{"):
      let inner = content.dropFirst().first { $0 > 0x20 }
      guard inner == UInt8(ascii: "\"") || inner == UInt8(ascii: "}") else { return nil }
      self = Self.opensWithWholeObject(content) ? .lines : .whole
    default: return nil
    }
  }

  /// Whether the first line could be a whole object: it ends in a brace, or is too long to tell.
  private static func opensWithWholeObject(_ content: [UInt8]) -> Bool {
    let line = content.prefix { $0 != 0x0A }
    return line.count == content.count && content.count > 4096
      || line.last { $0 > 0x20 } == UInt8(ascii: "}") || line.count > 4096
  }
}
