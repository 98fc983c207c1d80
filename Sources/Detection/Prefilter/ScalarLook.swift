/// Looks at the scalars of a text that lies in UTF-8, or of a line of JSON whose letters are written as
/// they are.
struct ScalarLook {
  private let bytes: UnsafeRawBufferPointer

  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
  }

  /// The scalar that begins at a place, and the offset behind it.
  func scalar(at place: Int) -> (value: UInt32, end: Int)? {
    guard place < bytes.count else { return nil }
    let first = bytes[place]
    if first < 0x80 { return (UInt32(first), place + 1) }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard first >= 0xC0, place + length <= bytes.count else { return nil }
    let value = bytes[place + 1..<place + length].reduce(UInt32(first) & (0x7F >> UInt32(length))) {
      $0 << 6 | UInt32($1 & 0x3F)
    }
    return (value, place + length)
  }

  /// The scalar that ends at a place, and the offset of its first byte.
  func scalar(before place: Int) -> (value: UInt32, start: Int)? {
    var start = place - 1
    while start > 0, place - start < 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    guard start >= 0 else { return nil }
    return scalar(at: start).map { ($0.value, start) }
  }

  /// The offset behind a folded scalar that stands at a place; JSON's escapes of white space count as
  /// the space that they fold to.
  func end(of folded: UInt32, at place: Int) -> Int? {
    guard let (value, end) = scalar(at: place) else { return nil }
    if QuotationParagraph.folded(value) == folded { return end }
    guard value == 0x5C, let escaped = scalar(at: end) else { return nil }
    return folded == 0x20 && Self.isSpace(escaped.value) || escaped.value == folded
      ? escaped.end : nil
  }

  /// Where a folded scalar begins that ends at a place.
  func start(of folded: UInt32, before place: Int) -> Int? {
    guard let (value, start) = scalar(before: place) else { return nil }
    let isEscaped = start > 0 && bytes[start - 1] == 0x5C
    if isEscaped, folded == 0x20, Self.isSpace(value) { return start - 1 }
    return QuotationParagraph.folded(value) == folded ? (isEscaped ? start - 1 : start) : nil
  }

  /// The letter that ends at a place, folded; `nil` if none does, or if it is that of an escape.
  func letter(before place: Int) -> UInt32? {
    guard let (value, start) = scalar(before: place), QuotationParagraph.isLetter(value),
      start == 0 || bytes[start - 1] != 0x5C
    else { return nil }
    return QuotationParagraph.folded(value)
  }

  /// The letter that begins at a place, folded.
  func letter(at place: Int) -> UInt32? {
    guard let value = scalar(at: place)?.value, QuotationParagraph.isLetter(value) else {
      return nil
    }
    return QuotationParagraph.folded(value)
  }

  /// The letters from a place to the end of the word, folded.
  func letters(from place: Int, atMost limit: Int) -> [UInt32] {
    var letters: [UInt32] = []
    var place = place
    while letters.count < limit, let next = scalar(at: place),
      QuotationParagraph.isLetter(next.value)
    {
      letters.append(QuotationParagraph.folded(next.value))
      place = next.end
    }
    return letters
  }

  /// The letters by which JSON writes white space behind a backslash.
  private static func isSpace(_ letter: UInt32) -> Bool {
    [0x6E, 0x72, 0x74].contains(letter)
  }
}
