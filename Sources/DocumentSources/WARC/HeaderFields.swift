/// The lines of a header, of a WARC record or of an HTTP message, as writers really write them.
///
/// Lines end with CRLF or LF; a line that begins with white space continues the one before; names are
/// compared without case; what has no colon is passed over.
struct HeaderFields {
  /// Where a line's name and value stand.
  struct Field {
    let name: Range<Int>
    let value: Range<Int>
  }

  /// Where the header ends, and why.
  enum End {
    /// After an empty line, or where the content begins without one.
    case found(Int)
    /// Not within the bytes.
    case open
  }

  private(set) var fields: [Field] = []

  /// Reads lines from a place on; gives where the header ends.
  ///
  /// `isContent` says that a line is no part of the header: writers forget the empty line.
  mutating func read(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int,
    isContent: (UnsafeBufferPointer<UInt8>, Range<Int>) -> Bool
  ) -> End {
    fields.removeAll(keepingCapacity: true)
    var place = start
    while let feed = bytes.firstIndex(of: 0x0A, from: place) {
      let end = feed > place && bytes[feed - 1] == 0x0D ? feed - 1 : feed
      if end == place { return .found(feed + 1) }
      if isContent(bytes, place..<end) { return .found(place) }
      add(place..<end, of: bytes)
      place = feed + 1
    }
    return .open
  }

  private mutating func add(_ line: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) {
    if bytes[line.lowerBound] == 0x20 || bytes[line.lowerBound] == 0x09 {
      guard let last = fields.popLast() else { return }
      fields.append(Field(name: last.name, value: last.value.lowerBound..<line.upperBound))
    } else if let colon = bytes.firstIndex(of: UInt8(ascii: ":"), from: line.lowerBound),
      colon < line.upperBound
    {
      let name = bytes.trimmed(line.lowerBound..<colon)
      fields.append(Field(name: name, value: bytes.trimmed(colon + 1..<line.upperBound)))
    }
  }

  /// The value of the first line of a name, given in lower case.
  func value(_ name: StaticString, in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    fields.first { bytes.holds(name, at: $0.name) }?.value
  }

  /// The value of the first line of a name as text: folded lines joined, dirty bytes replaced.
  func text(_ name: StaticString, in bytes: UnsafeBufferPointer<UInt8>) -> String? {
    guard let range = value(name, in: bytes), !range.isEmpty else { return nil }
    let value = UnsafeBufferPointer(rebasing: bytes[range])
    guard value.contains(where: { $0 < 0x20 }) else {
      return String(decoding: value, as: UTF8.self)
    }
    let words = value.split { $0 <= 0x20 }
    return words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
  }

  /// The value of the first line of a name as a number that is not negative.
  func number(_ name: StaticString, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let range = value(name, in: bytes), !range.isEmpty, range.count < 19 else { return nil }
    var number = 0
    for byte in bytes[range] {
      guard (0x30...0x39).contains(byte) else { return nil }
      number = number * 10 + Int(byte - 0x30)
    }
    return number
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// A range without white space at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while let first = range.first, self[first] <= 0x20 { range = first + 1..<range.upperBound }
    while let last = range.last, self[last] <= 0x20 { range = range.lowerBound..<last }
    return range
  }

  /// Whether a text, given in lower case, stands in a range, compared without case.
  func holds(_ text: StaticString, at range: Range<Int>) -> Bool {
    guard range.count == text.utf8CodeUnitCount, range.upperBound <= count else { return false }
    return opens(with: text, at: range.lowerBound)
  }

  /// Whether a text, given in lower case, stands at a place, compared without case.
  func opens(with text: StaticString, at place: Int = 0) -> Bool {
    let length = text.utf8CodeUnitCount
    guard place + length <= count else { return false }
    for index in 0..<length where self[place + index].lowercased != text.utf8Start[index] {
      return false
    }
    return true
  }
}

extension UInt8 {
  /// The byte, a capital letter of ASCII made small.
  fileprivate var lowercased: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
}
