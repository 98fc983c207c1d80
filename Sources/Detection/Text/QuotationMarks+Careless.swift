/// Marks as machines and careless typists set them.
extension QuotationMarks {
  /// A quotation between two closing marks or two straight single ones, where the language has no such pair.
  func careless(at index: Int) -> Span? {
    guard !isUnspaced, marks[text.scalars[index]] == nil, startsWord(index) else { return nil }
    switch text.scalars[index] {
    case 0x201D: return reversed(at: index)
    case 0x27: return straight(at: index)
    default: return nil
    }
  }

  /// `“It holds. ” she wrote`: a blank before the closing mark, behind the end of a sentence.
  func closesBehindBlank(_ index: Int, _ directional: Bool) -> Bool {
    guard index > 1, Self.pauses.contains(text.scalars[index - 2]),
      ![0x27, 0x2018, 0x2019].contains(text.scalars[index])
    else { return false }
    guard index + 1 < text.scalars.count, !text.isSpace(index + 1) else { return true }
    if isUnspaced { return directional }
    return !text.isLetter(index + 1) && !text.isDigit(index + 1)
  }

  /// `”The lamp is lit”`, `” the lamp is lit”`: no other mark may stand between the two.
  private func reversed(at index: Int) -> Span? {
    let limit = min(text.scalars.count, index + Self.longestCareless)
    let close = text.scalars[index + 1..<max(limit, index + 1)].firstIndex {
      [0x201C, 0x201D, 0x201E, 0xAB, 0x22].contains($0)
    }
    guard let close, text.scalars[close] == 0x201D, !text.isSpace(close - 1) else { return nil }
    return span(index, close)
  }

  /// `wrote: 'The lamp is lit.'`: behind a colon, a comma or the end of a sentence, and closed beside a mark
  /// of punctuation, as no apostrophe is.
  private func straight(at index: Int) -> Span? {
    guard index + 1 < text.scalars.count, !text.isSpace(index + 1), followsPause(index) else {
      return nil
    }
    let limit = min(text.scalars.count, index + Self.longestCareless)
    let close = (index + 1..<max(limit, index + 1)).first { place in
      guard text.scalars[place] == 0x27, !text.isSpace(place - 1) else { return false }
      let isLast = place + 1 == text.scalars.count
      if !isLast, text.isLetter(place + 1) || text.isDigit(place + 1) { return false }
      return isLast || Self.pauses.contains(text.scalars[place - 1])
        || Self.pauses.contains(text.scalars[place + 1])
    }
    return close.flatMap { span(index, $0) }
  }

  private func span(_ open: Int, _ close: Int) -> Span? {
    let inner = text.trimmed(open + 1..<close)
    return text.words(in: inner).count >= 3 ? Span(outer: open..<close + 1, inner: inner) : nil
  }

  private func startsWord(_ index: Int) -> Bool {
    let isBehindSpace = index == 0 || text.isSpace(index - 1) || text.scalars[index - 1] == 0x28
    guard isBehindSpace, index + 2 < text.scalars.count else { return false }
    let next = text.isSpace(index + 1) ? index + 2 : index + 1
    return text.isLetter(next) || text.isDigit(next) || [0x23, 0x40].contains(text.scalars[next])
  }

  private func followsPause(_ index: Int) -> Bool {
    guard let last = text.trimmed(0..<index).last else { return true }
    return Self.pauses.contains(text.scalars[last])
  }

  private static let longestCareless = 2000

  /// `,`, `.`, `!`, `?`, `:`, `;`, `…`, dashes, and those of other scripts.
  private static let pauses: Set<UInt32> = [
    0x2C, 0x2E, 0x21, 0x3F, 0x3A, 0x3B, 0x2026, 0x2013, 0x2014, 0x060C, 0x061F, 0x0964, 0x3002,
    0xFF01, 0xFF1F, 0xFF0C,
  ]
}
