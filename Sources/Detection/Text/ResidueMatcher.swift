import Languages
import PostModel

/// Matches one pattern at one place, from its anchor forwards and backwards.
struct ResidueMatcher {
  let text: TextBytes
  let pattern: ResiduePattern
  let dates: DateScanner
  let platforms: [(name: [UInt8], id: PlatformID)]
  private var residue: Residue
  /// Whether the account is a link of its own.
  private var isLinked = false

  init(
    text: TextBytes, pattern: ResiduePattern, dates: DateScanner,
    platforms: [(name: [UInt8], id: PlatformID)]
  ) {
    (self.text, self.pattern, self.dates) = (text, pattern, dates)
    self.platforms = platforms
    residue = Residue(role: pattern.role, platform: pattern.platform, range: 0..<0)
  }

  /// The residue whose anchor stands at a position.
  mutating func match(anchorAt position: Int) -> Residue? {
    guard var end = end(of: pattern.anchorBytes, at: position) else { return nil }
    for index in pattern.parts.indices where index > pattern.anchor {
      guard let next = forward(index, at: end) else { return nil }
      end = next
    }
    var start = position
    for index in pattern.parts.indices.reversed() where index < pattern.anchor {
      guard let next = backward(index, endingAt: start) else { return nil }
      start = next
    }
    // `A post shared by [@ada](https://…)`
    if isLinked, let tail = MarkdownFrame.tail(at: end, in: text) { end = tail.end }
    if pattern.role == .attribution, residue.date == nil { end = trailingDate(from: end) }
    if pattern.role == .notice, pattern.anchorBytes.count >= Self.longWords {
      // A notice of several sentences fills its line.
      end = text.lineEnd(after: end, notAfter: end + Self.longestNotice)
    }
    takeFrame(round: start..<end)
    (start, end) = (residue.range.lowerBound, residue.range.upperBound)
    residue.specificity = pattern.specificity
    return isWhole(start, end) ? residue : nil
  }

  /// Takes the brackets and the address of Markdown in, where the words are a link.
  private mutating func takeFrame(round words: Range<Int>) {
    var words = words
    if let name = residue.leadingName, text.has([0x5B], at: name.lowerBound),
      residue.name?.hasPrefix("[") ?? false, !(residue.name?.contains("]") ?? true)
    {
      // `[Ada Quill (@ada) shared a post](https://…)`
      residue.name?.removeFirst()
      residue.leadingName = name.lowerBound + 1..<name.upperBound
      words = words.lowerBound + 1..<words.upperBound
    }
    residue.name = residue.name.map { MarkdownLinks.removed(from: $0) }
    let frame = MarkdownFrame(around: words, in: text)
    // `[Post by @ada View on Threads](https://…)`
    let tail = pattern.role == .view ? MarkdownFrame.tail(at: words.upperBound, in: text) : nil
    residue.range = frame?.range ?? words.lowerBound..<(tail?.end ?? words.upperBound)
    residue.address = frame?.address ?? tail?.address ?? residue.address
  }

  /// Where a literal ends; the account behind it may be a link.
  private mutating func end(of literal: [UInt8], at position: Int) -> Int? {
    if let end = text.end(of: literal, at: position) { return end }
    guard literal.last == 0x40, let end = text.end(of: Array(literal.dropLast()), at: position),
      text.has([0x5B, 0x40], at: end)
    else { return nil }
    isLinked = true
    return end + 2
  }

  /// Words in other words are none: `View on X` in a sentence.
  private func isWhole(_ start: Int, _ end: Int) -> Bool {
    switch pattern.role {
    case .view, .notice:
      if pattern.anchorBytes.count >= (pattern.role == .view ? 24 : Self.longWords) { return true }
      let line = text.trimmed(
        text.lineStart(
          before: start, notBefore: start - 40)..<text.lineEnd(
            after: end, notAfter: end + 40))
      return followsHandle(start) || (line.lowerBound >= start && line.upperBound <= end + 3)
    case .attribution, .opening, .closing:
      guard case .literal = pattern.parts[0], start > 0 else { return true }
      // A `\n` may have been left in the text by whoever escaped it.
      return !text.bytes[start - 1].isHandleByte || text.has([0x5C, 0x6E], endingAt: start)
    }
  }

  /// `Post by @ada View on Threads`, on one line.
  private func followsHandle(_ start: Int) -> Bool {
    var sign = text.skipSpaceBack(start)
    while sign > 0, start - sign < 80, text.bytes[sign - 1].isAccountByte { sign -= 1 }
    return sign < start && text.has([0x40], at: sign)
  }

  private mutating func forward(_ index: Int, at position: Int) -> Int? {
    switch pattern.parts[index] {
    case .literal(let bytes): return end(of: bytes, at: position)
    case .open: return open(at: position)
    case .close: return close(at: position) ?? closeOfBroken(index, at: position)
    case .name: return name(from: position, before: index + 1)
    case .handle: return isFrame ? framedAuthor(at: position) : handle(at: position)
    case .address: return handle(at: position).flatMap { isAddress ? $0 : nil }
    case .community: return community(at: position)
    case .date: return date(at: position)
    case .platform: return platform(at: position)
    case .number: return number(at: position)
    }
  }

  private mutating func backward(_ index: Int, endingAt position: Int) -> Int? {
    switch pattern.parts[index] {
    case .literal(let bytes):
      return text.start(of: bytes, endingAt: position)
    case .open: return openBack(endingAt: position)
    case .close: return closeBack(endingAt: position)
    case .name: return nameBack(endingAt: position, after: index - 1)
    case .handle, .address:
      var start = position
      while start > 0, position - start < 64, text.bytes[start - 1].isAccountByte { start -= 1 }
      if start < position, text.bytes[start] == 0x40 { start += 1 }
      guard start < position else { return nil }
      residue.handle = text.string(start..<position)
      return start
    case .platform: return platformBack(endingAt: position)
    case .community, .date, .number: return nil
    }
  }

  private func open(at position: Int) -> Int? {
    let start = text.skipSpace(position, newlines: true)
    let width = text.has([0x28], at: start) ? 1 : text.has([0xEF, 0xBC, 0x88], at: start) ? 3 : 0
    guard width > 0, start - position < 24 else { return nil }
    var sign = text.skipSpace(start + width)
    // `([@ada](https://…))`
    if text.has([0x5B, 0x40], at: sign) { sign += 1 }
    return text.has([0x40], at: sign) ? sign + 1 : nil
  }

  private func openBack(endingAt position: Int) -> Int? {
    guard position > 0, text.bytes[position - 1] == 0x40 else { return nil }
    let end = text.skipSpaceBack(position - 1)
    if text.has([0x28], endingAt: end) { return end - 1 }
    return text.has([0xEF, 0xBC, 0x88], endingAt: end) ? end - 3 : nil
  }

  private func close(at position: Int) -> Int? {
    let end = MarkdownFrame.tail(at: position, in: text)?.end ?? position
    let start = text.skipSpace(end)
    if text.has([0x29], at: start) { return start + 1 }
    return text.has([0xEF, 0xBC, 0x89], at: start) ? start + 3 : nil
  }

  /// `(@ada. quill)`: blanks beside the signs of a handle, which an index of words set there; what the
  /// handle was cannot be told.
  private mutating func closeOfBroken(_ part: Int, at position: Int) -> Int? {
    guard pattern.role == .attribution, pattern.platform == "instagram", part > 0,
      pattern.parts[part - 1] == .handle,
      let end = text.first(0x29, in: position..<min(text.count, position + Self.longestRest))
    else { return nil }
    let rest = text.bytes[position..<end]
    let blanks = rest.indices.filter { rest[$0] == 0x20 }
    guard (1...2).contains(blanks.count), rest.allSatisfy({ $0 == 0x20 || $0.isAccountByte }),
      blanks.allSatisfy({ isSign(at: $0 - 1) || isSign(at: $0 + 1) })
    else { return nil }
    residue.handle = nil
    return end + 1
  }

  private func isSign(at position: Int) -> Bool {
    position >= 0 && position < text.count
      && (text.bytes[position] == 0x2E || text.bytes[position] == 0x5F)
  }

  private func closeBack(endingAt position: Int) -> Int? {
    let end = text.skipSpaceBack(position)
    if text.has([0x29], endingAt: end) { return text.skipSpaceBack(end - 1) }
    return text.has([0xEF, 0xBC, 0x89], endingAt: end) ? text.skipSpaceBack(end - 3) : nil
  }

  /// The name up to where the next part matches.
  private mutating func name(from position: Int, before next: Int) -> Int? {
    let start = text.skipSpace(position)
    let isDated = pattern.parts[next...].contains(.date)
    let limit = min(text.count, start + (isDated ? Self.longestPageName : Self.longestName))
    var end = start
    while end < limit {
      if next < pattern.parts.count, follows(next, at: end) {
        residue.name = text.string(text.trimmed(start..<end))
        return residue.name?.isEmpty == false ? end : nil
      }
      if text.bytes[end] == 0x40, isAccount(at: end, in: start..<limit) { return nil }
      // A hard-wrapped line goes on; an empty line ends it.
      if text.bytes[end] == 0x0A, isDated, text.has([0x0A], at: text.skipSpace(end + 1)) {
        return nil
      }
      end += 1
    }
    return nil
  }

  /// Whether a word begins with the sign of an account: what follows is no name, nor what is before it.
  private func isAccount(at sign: Int, in range: Range<Int>) -> Bool {
    sign + 1 < range.upperBound && text.bytes[sign + 1].isHandleByte
      && (sign == range.lowerBound || text.bytes[sign - 1] <= 0x20 || text.bytes[sign - 1] == 0x5B)
  }

  /// Whether the parts after a name match; a date must be one.
  private func follows(_ next: Int, at position: Int) -> Bool {
    guard mayFollow(pattern.parts[next], at: position) else { return false }
    var copy = self
    var position = position
    for index in next..<pattern.parts.count {
      guard let end = copy.forward(index, at: position) else { return false }
      position = end
      if case .open = pattern.parts[index] { return true }
    }
    return true
  }

  /// A cheap look before the rest is matched.
  private func mayFollow(_ part: ResiduePattern.Part, at position: Int) -> Bool {
    switch part {
    case .literal(let bytes): return text.end(of: bytes, at: position) != nil
    case .open: return open(at: position) != nil
    case .date: return position > 0 && text.bytes[position - 1] <= 0x20
    default: return true
    }
  }

  /// The name back to the line's beginning, or to the end of a sentence.
  private mutating func nameBack(endingAt position: Int, after part: Int) -> Int? {
    let limit = max(0, position - Self.longestName)
    let line = text.lineStart(before: position, notBefore: text.boundary(atOrBefore: limit))
    var start = line
    for index in line..<position
    where Self.sentenceEnds.contains(text.bytes[index]) && index + 2 < position
      && text.spaceLength(at: index + 1) > 0
    {
      start = index + 1
    }
    start = afterHashtags(start..<position)
    if part >= 0, case .literal(let words) = pattern.parts[part] {
      let places = (line..<position).reversed()
      guard let place = places.first(where: { text.has(words, at: $0) }) else { return nil }
      start = place + words.count
    }
    let range = text.trimmed(start..<position)
    residue.name = text.string(range)
    residue.leadingName = range
    return range.isEmpty ? nil : range.lowerBound
  }

  /// Names hold no hashtags; a caption before a name on the same line does.
  private func afterHashtags(_ range: Range<Int>) -> Int {
    var start = range.lowerBound
    for index in range where text.bytes[index] == 0x23 && index + 1 < range.upperBound {
      guard text.bytes[index + 1] > 0x20 else { continue }
      start = (index..<range.upperBound).first { text.spaceLength(at: $0) > 0 } ?? start
    }
    return start
  }

  private mutating func handle(at position: Int) -> Int? {
    var start = position
    if text.has([0x40], at: start) { start += 1 }
    // `(@‎ada‎)`: direction marks round a handle on pages that run from right to left.
    while text.has([0xE2, 0x80, 0x8E], at: start) || text.has([0xE2, 0x80, 0x8F], at: start) {
      start += 3
    }
    var end = start
    while end < text.count, end - start < 80, text.bytes[end].isAccountByte { end += 1 }
    while end > start, text.bytes[end - 1] == 0x2E || text.bytes[end - 1] == 0x2D { end -= 1 }
    end = hostEnd(of: start..<end)
    guard end > start else { return nil }
    residue.handle = text.string(start..<end)
    return end
  }

  /// Where an account's host ends to which the next word was glued: `ada@sea.exampleView on Mastodon`.
  private func hostEnd(of handle: Range<Int>) -> Int {
    guard let sign = text.first(0x40, in: handle),
      let dot = text.first(0x2E, in: sign..<handle.upperBound)
    else { return handle.upperBound }
    return (dot + 2..<max(dot + 2, handle.upperBound)).first {
      text.bytes[$0].isASCIIUppercase && !text.bytes[$0 - 1].isASCIIUppercase
    } ?? handle.upperBound
  }

  private var isFrame: Bool { pattern.role == .opening || pattern.role == .closing }

  /// The author in a frame's line: a handle, or a name as far as the line goes; `, 1` is a number.
  private mutating func framedAuthor(at position: Int) -> Int? {
    guard let end = handle(at: position), let handle = residue.handle else { return nil }
    if handle.utf8.allSatisfy(\.isASCIIDigit), handle.utf8.count < 3 {
      residue.handle = nil
      return end
    }
    guard !text.has([0x40], at: position), text.has([0x20], at: end) else { return end }
    let lineEnd = text.lineEnd(after: end, notAfter: end + 60)
    let line = text.trimmed(position..<lineEnd)
    guard lineEnd < end + 60 else {
      // Further words are on the line: a name's end cannot be told.
      if handle.utf8.first?.isASCIIUppercase ?? true {
        residue.handle = nil
        residue.doubtfulName = position..<end
      }
      return end
    }
    residue.handle = nil
    residue.name = text.string(line)
    return line.upperBound
  }

  private var isAddress: Bool { residue.handle?.utf8.contains(0x40) ?? false }

  private func community(at position: Int) -> Int? {
    var end = position
    if text.has(Array("r/".utf8), at: end) { end += 2 }
    let start = end
    while end < text.count, end - start < 22, text.bytes[end].isHandleByte { end += 1 }
    return end - start >= 2 ? end : nil
  }

  private mutating func date(at position: Int) -> Int? {
    let isLink = text.has([0x5B], at: position)
    let line = paragraph(from: isLink ? position + 1 : position)
    guard let first = line.unicodeScalars.first,
      first.properties.isAlphabetic
        || first.decimalValue != nil,
      let found = dates.leadingDate(in: line, hint: pattern.language), let date = found.date
    else { return nil }
    residue.date = date
    let end = text.offset(of: found.end)
    guard isLink else { return end }
    // `on [Tuesday, July 11, 2017](https://…)`
    guard let tail = MarkdownFrame.tail(at: end, in: text) else { return nil }
    residue.address = tail.address
    return tail.end
  }

  private mutating func trailingDate(from end: Int) -> Int {
    let line = paragraph(from: end)
    guard let found = dates.leadingDate(in: line, hint: pattern.language) else { return end }
    residue.date = found.date
    return text.offset(of: found.end)
  }

  /// What follows up to an empty line.
  private func paragraph(from position: Int) -> Substring {
    let rest = text.substring(from: position, atMost: 120)
    return rest.firstRange(of: "\n\n").map { rest[..<$0.lowerBound] } ?? rest
  }

  private mutating func platform(at position: Int) -> Int? {
    guard let found = platforms.first(where: { text.has($0.name, at: position) }) else {
      return nil
    }
    residue.platform = found.id
    return position + found.name.count
  }

  private mutating func platformBack(endingAt position: Int) -> Int? {
    guard let found = platforms.first(where: { text.has($0.name, endingAt: position) }) else {
      return nil
    }
    residue.platform = found.id
    return position - found.name.count
  }

  private func number(at position: Int) -> Int? {
    var end = position
    while end < text.count, text.bytes[end].isASCIIDigit { end += 1 }
    return end > position ? end : nil
  }

  /// So many bytes of a platform's own words are found within a line too.
  private static let longWords = 60
  private static let longestNotice = 600
  private static let longestName = 320
  private static let longestRest = 32
  private static let longestPageName = 160
  private static let sentenceEnds: Set<UInt8> = [0x2E, 0x21, 0x3F]
}

extension UInt8 {
  /// What a handle of any network may hold.
  var isAccountByte: Bool { isHandleByte || self == 0x2E || self == 0x2D || self == 0x40 }
}
