/// Letters, digits, dots and hyphens that a page writes as numbers: `tw&#105;tter&#46;com`.
enum HiddenLetters {
  /// A page's bytes with such letters resolved, `nil` where there are none.
  static func shown(in bytes: UnsafeRawBufferPointer) -> [UInt8]? {
    var result: [UInt8]?
    var copied = 0
    var place = 0
    while let sign = bytes[place...].firstIndex(of: 0x26) {
      place = sign + 1
      guard let (letter, end) = reference(in: bytes, at: sign) else { continue }
      var shown = result ?? []
      shown.append(contentsOf: bytes[copied..<sign])
      shown.append(letter)
      (result, copied, place) = (shown, end, end)
    }
    result?.append(contentsOf: bytes[copied...])
    return result
  }

  private static func reference(
    in bytes: UnsafeRawBufferPointer, at place: Int
  ) -> (letter: UInt8, end: Int)? {
    guard place + 3 < bytes.count, bytes[place + 1] == 0x23 else { return nil }
    let isHex = bytes[place + 2] | 0x20 == 0x78
    var index = place + (isHex ? 3 : 2)
    var value = 0
    while index < bytes.count, value < 0x1000 {
      let byte = bytes[index]
      switch byte {
      case 0x30...0x39: value = value * (isHex ? 16 : 10) + Int(byte - 0x30)
      case 0x41...0x46 where isHex, 0x61...0x66 where isHex:
        value = value * 16 + Int((byte | 0x20) - 0x57)
      default:
        guard let letter = UInt8(exactly: value),
          letter.isHandleByte || letter == 0x2D || letter == 0x2E
        else { return nil }
        return (letter, byte == 0x3B ? index + 1 : index)
      }
      index += 1
    }
    return nil
  }
}
