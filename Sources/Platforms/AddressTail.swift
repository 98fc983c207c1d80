/// What stands behind a host, decoded, as far as an address can reach.
struct AddressTail {
  /// The bytes, from the port, the path or the query on.
  let bytes: UnsafeBufferPointer<UInt8>
  /// Whether there was white space in it, or behind it.
  fileprivate(set) var heldSpace = false
  /// Whether it was longer than what was read.
  fileprivate(set) var isCut = false

  private static let longest = 4096

  /// Whether a path, a query or a port may begin at a place.
  static func mayFollow(_ raw: UnsafeRawBufferPointer, at place: Int) -> Bool {
    guard place < raw.count else { return false }
    switch raw[place] {
    // `/` `?` `#` `:` `.` `%` `\` `&`, and white space, which readers drop
    case 0x2F, 0x3F, 0x23, 0x3A, 0x2E, 0x25, 0x5C, 0x26, 0x00...0x20: return true
    default: return false
    }
  }

  /// Decodes what stands at a place and lends it.
  static func withTail<Result>(
    of raw: UnsafeRawBufferPointer, from place: Int, dropsSpace: Bool,
    _ body: (AddressTail) -> Result
  ) -> Result {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: longest) { buffer in
      var reader = EscapedBytes(raw, from: place)
      var count = 0
      var heldSpace = false
      var isCut = false
      while let byte = reader.next() {
        if byte <= 0x20 {
          heldSpace = true
          guard dropsSpace else { break }
          continue
        }
        guard count < longest else {
          isCut = true
          break
        }
        buffer[count] = byte
        count += 1
      }
      var tail = AddressTail(bytes: UnsafeBufferPointer(rebasing: buffer[..<count]))
      (tail.heldSpace, tail.isCut) = (heldSpace, isCut)
      return body(tail)
    }
  }
}

/// Reads bytes with whatever is escaped in them resolved, up to a quotation mark or a tag.
struct EscapedBytes {
  private let raw: UnsafeRawBufferPointer
  private var place: Int

  init(_ raw: UnsafeRawBufferPointer, from place: Int) {
    self.raw = raw
    self.place = place
  }

  /// The next byte, `nil` where no address goes on.
  mutating func next() -> UInt8? {
    while place < raw.count {
      let byte = raw[place]
      place += 1
      switch byte {
      case 0x22, 0x3C, 0x3E: return nil
      case 0x25: return percent()
      case 0x26: return entity()
      case 0x5C:
        if let escaped = backslash() { return Self.ends(escaped) ? nil : escaped }
      default: return byte
      }
    }
    return nil
  }

  /// A quotation mark or an angle bracket, however it was written, ends an address.
  private static func ends(_ byte: UInt8) -> Bool { byte == 0x22 || byte == 0x3C || byte == 0x3E }

  /// `%2F`, and `%252F` where it was encoded twice; the percent sign was taken.
  private mutating func percent() -> UInt8 {
    guard let value = hex(at: place, digits: 2) else { return 0x25 }
    place += 2
    return value == 0x25 ? percent() : UInt8(truncatingIfNeeded: value)
  }

  /// `&amp;`, `&#47;`, `&#x2F;`, `&quot;`; the ampersand was taken.
  private mutating func entity() -> UInt8? {
    if takes("#") {
      let isHex = takes("x") || takes("X")
      var value: UInt32 = 0
      while let digit = hex(at: place, digits: 1), isHex || digit < 10 {
        value = min(value, 0xFFFF) * (isHex ? 16 : 10) + digit
        place += 1
      }
      _ = takes(";")
      let byte = value < 0x80 ? UInt8(value) : 0x7F
      if byte == 0x5C { return next() }
      return Self.ends(byte) ? nil : byte
    }
    if takes("quot") || takes("lt") || takes("gt") { return nil }
    if takes("nbsp") { return 0x20 }
    if takes("amp;") { return 0x26 }
    return 0x26
  }

  /// What a backslash stands for, `nil` where it is passed over; it was taken.
  private mutating func backslash() -> UInt8? {
    guard place < raw.count else { return nil }
    let digits = raw[place] == 0x75 ? 4 : raw[place] == 0x78 ? 2 : 0
    if digits > 0, let value = hex(at: place + 1, digits: digits) {
      place += 1 + digits
      return value == 0x5C ? nil : value < 0x80 ? UInt8(value) : 0x7F
    }
    switch raw[place] {
    // `\n` `\r` `\t`
    case 0x6E, 0x72, 0x74:
      place += 1
      return 0x20
    case 0x22: return 0x22
    default: return nil
    }
  }

  private mutating func takes(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard place + count <= raw.count else { return false }
    for index in 0..<count where raw[place + index] != text.utf8Start[index] { return false }
    place += count
    return true
  }

  private func hex(at start: Int, digits: Int) -> UInt32? {
    guard start + digits <= raw.count else { return nil }
    var value: UInt32 = 0
    for index in start..<start + digits {
      let byte = raw[index]
      let digit: UInt8 =
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: 0xFF
        }
      guard digit < 16 else { return nil }
      value = value << 4 | UInt32(digit)
    }
    return value
  }
}
