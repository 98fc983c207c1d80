/// A sequence of bytes to be looked for in texts, by the algorithm of Boyer, Moore and Horspool.
struct ByteNeedle: Sendable {
  private let bytes: [UInt8]
  private let shifts: [UInt8]

  /// Prepares a text of 1 to 255 bytes.
  init(_ text: String) {
    bytes = Array(text.utf8)
    var shifts = [UInt8](repeating: UInt8(clamping: bytes.count), count: 256)
    for (index, byte) in bytes.dropLast().enumerated() {
      shifts[Int(byte)] = UInt8(clamping: bytes.count - 1 - index)
    }
    self.shifts = shifts
  }

  /// How many bytes it has.
  var count: Int { bytes.count }

  /// Whether the sequence occurs in a text.
  func occurs(in text: String) -> Bool {
    var text = text
    return text.withUTF8 { firstIndex(in: $0, from: 0) != nil }
  }

  /// Where the sequence occurs first from an offset on.
  func firstIndex(in hay: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    let last = bytes.count - 1
    guard last >= 0 else { return nil }
    var place = start
    while place + last < hay.count {
      let byte = hay[place + last]
      if byte == bytes[last], matches(hay, at: place) { return place }
      place += Int(shifts[Int(byte)])
    }
    return nil
  }

  private func matches(_ hay: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
    for index in bytes.indices where hay[place + index] != bytes[index] { return false }
    return true
  }
}
