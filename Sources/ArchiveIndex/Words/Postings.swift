/// Where a word stands in texts, as bytes.
///
/// For each text, in the order of their numbers: twice the distance from the text before, and one
/// more where the word stands in it several times; then, if so, how many times; then the distance of
/// each place from the one before. All are numbers of seven bits a byte, the lowest first.
enum Postings {
  static func append(_ number: UInt32, to bytes: inout [UInt8]) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Reads postings from bytes that somebody else holds.
  struct Reader {
    private let bytes: UnsafeRawBufferPointer
    /// How far it is read.
    private(set) var index: Int
    private let end: Int
    /// The number of the text that was read last.
    private(set) var text: Int

    /// Reads a part; the first text's distance is counted from `text`.
    init(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>, after text: Int = 0) {
      self.bytes = bytes
      index = range.lowerBound
      end = range.upperBound
      self.text = text
    }

    var isAtEnd: Bool { index >= end }

    /// Takes a text, and says how many places follow.
    mutating func next() -> Int {
      let head = number()
      text += head >> 1
      return head & 1 == 0 ? 1 : number()
    }

    /// Takes one number.
    mutating func number() -> Int {
      var value = 0
      var shift = 0
      while index < end {
        let byte = bytes[index]
        index += 1
        value |= Int(byte & 0x7F) << shift
        if byte < 0x80 { break }
        shift = min(shift + 7, 56)
      }
      return value
    }
  }
}
