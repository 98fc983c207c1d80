import CLibXML2

/// `&eacute;`, `&#233;`, `&#xE9;`: what stands at an ampersand, as libxml2 reads it.
struct CharacterReference {
  /// What it stands for; the ampersand itself where it is no reference.
  let utf8: [UInt8]
  /// The offset behind it.
  let end: Int

  /// Whether it stands for white space, U+00A0 too.
  var isSpace: Bool {
    switch utf8 {
    case [0x20], [0x09], [0x0A], [0x0C], [0x0D], [0xC2, 0xA0]: true
    default: false
    }
  }

  /// Reads what stands at an ampersand.
  init(in bytes: UnsafeBufferPointer<UInt8>, at place: Int, upTo limit: Int) {
    let start = place + 1
    var number = NumericReference(in: bytes, from: start, upTo: limit)
    if let value = number.read() {
      utf8 = Unicode.Scalar(value).map { Array(String($0).utf8) } ?? []
      end = number.end
      return
    }
    // No name of HTML 4 has more than eight letters.
    var name: [CChar] = []
    var index = start
    while index < limit, name.count < 9, Self.isAlphanumeric(bytes[index]) {
      name.append(CChar(bitPattern: bytes[index]))
      index += 1
    }
    name.append(0)
    guard index < limit, bytes[index] == 0x3B, let value = Self.value(of: name),
      let scalar = Unicode.Scalar(value)
    else {
      (utf8, end) = ([0x26], start)
      return
    }
    (utf8, end) = (Array(String(scalar).utf8), index + 1)
  }

  private static func value(of name: [CChar]) -> UInt32? {
    name.withUnsafeBytes { name in
      htmlEntityLookup(name.baseAddress?.assumingMemoryBound(to: xmlChar.self))?.pointee.value
    }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }
}

/// The digits behind `&#`.
struct NumericReference {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let limit: Int
  /// The offset behind what was read.
  private(set) var end: Int

  init(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, upTo limit: Int) {
    (self.bytes, self.limit, end) = (bytes, limit, start)
  }

  /// The number, `nil` where there is none.
  mutating func read() -> UInt32? {
    guard end + 1 < limit, bytes[end] == 0x23 else { return nil }
    let isHex = bytes[end + 1] | 0x20 == 0x78
    var place = end + (isHex ? 2 : 1)
    let start = place
    var value: UInt32 = 0
    while place < limit, let digit = digit(at: place, isHex: isHex) {
      value = min(value, 0x11_0000) * (isHex ? 16 : 10) + digit
      place += 1
    }
    guard place > start else { return nil }
    if place < limit, bytes[place] == 0x3B { place += 1 }
    end = place
    return value
  }

  private func digit(at place: Int, isHex: Bool) -> UInt32? {
    let byte = bytes[place]
    switch byte {
    case 0x30...0x39: return UInt32(byte - 0x30)
    case 0x41...0x46 where isHex: return UInt32(byte - 0x37)
    case 0x61...0x66 where isHex: return UInt32(byte - 0x57)
    default: return nil
    }
  }
}
