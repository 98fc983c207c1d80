import PostModel

/// The identifiers of all citations in an archive, 16 bytes each.
struct KnownIDs {
  private var values: Set<UInt128> = []

  /// Takes an identifier in; `false` where it was known.
  mutating func insert(_ value: UInt128) -> Bool {
    values.insert(value).inserted
  }

  func contains(_ value: UInt128) -> Bool {
    values.contains(value)
  }
}

extension CitationID {
  /// The identifier as a number, `nil` unless it is 32 lower case hex digits.
  var number: UInt128? {
    guard rawValue.utf8.count == 32 else { return nil }
    var number: UInt128 = 0
    for byte in rawValue.utf8 {
      switch byte {
      case 0x30...0x39: number = number << 4 | UInt128(byte - 0x30)
      case 0x61...0x66: number = number << 4 | UInt128(byte - 0x61 + 10)
      default: return nil
      }
    }
    return number
  }

  init(number: UInt128) {
    let digits = String(number, radix: 16)
    self.init(rawValue: String(repeating: "0", count: 32 - digits.utf8.count) + digits)
  }
}

extension ArchiveLine {
  /// The identifier of the line's citation, read without the rest where the line begins as this
  /// codec writes it.
  var id: CitationID? {
    let opening = Array(#"{"v":1,"id":""#.utf8)
    let end = opening.count + 32
    if bytes.count > end, bytes.starts(with: opening), bytes[end] == 0x22 {
      let id = CitationID(rawValue: String(decoding: bytes[opening.count..<end], as: UTF8.self))
      if id.number != nil { return id }
    }
    return try? citation().id
  }
}
