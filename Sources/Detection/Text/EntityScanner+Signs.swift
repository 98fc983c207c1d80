import Platforms

extension EntityScanner {
  /// The longest handle that a platform of today gives out (Instagram); X stops at 15.
  private static let longestHandle = 30
  private static let longestList = 25

  /// `@handle` and `@handle/list`, with the full-width sign too.
  func mentions(in scalars: [Unicode.Scalar]) -> [Entity] {
    var found: [Entity] = []
    var index = 0
    while index < scalars.count {
      defer { index += 1 }
      guard scalars[index].isAtSign, Self.mayOpenMention(scalars, index) else { continue }
      let end = Self.end(of: scalars, from: index + 1) { $0.isASCIIWord }
      let length = end - index - 1
      guard length > 0, length <= Self.longestHandle, !Self.spoilsMention(scalars, end) else {
        continue
      }
      let handle = Self.string(scalars[index + 1..<end])
      if let tail = Self.list(in: scalars, at: end) {
        let range = index..<tail
        found.append(
          Entity(.list, handle, range: range, list: Self.string(scalars[end + 1..<tail])))
      } else {
        found.append(Entity(.mention, handle, range: index..<end))
      }
      index = end - 1
    }
    return found
  }

  /// `#tag`: letters of any script, at least one of them.
  func hashtags(in scalars: [Unicode.Scalar]) -> [Entity] {
    var found: [Entity] = []
    var index = 0
    while index < scalars.count {
      defer { index += 1 }
      guard scalars[index].isHashSign, Self.mayOpenHashtag(scalars, index) else { continue }
      let end = Self.end(of: scalars, from: index + 1) { $0.isHashtagPart }
      guard scalars[index + 1..<end].contains(where: { $0.isLetterOrMark }) else { continue }
      guard end == scalars.count || !(scalars[end].isHashSign || Self.isProtocol(scalars, end))
      else { continue }
      found.append(Entity(.hashtag, Self.string(scalars[index + 1..<end]), range: index..<end))
      index = end - 1
    }
    return found
  }

  /// `$SYMBOL` and `$SYMBOL.X`, after a space only.
  func cashtags(in scalars: [Unicode.Scalar]) -> [Entity] {
    var found: [Entity] = []
    for index in scalars.indices where scalars[index] == "$" {
      guard index == 0 || scalars[index - 1].isSpace || scalars[index - 1].isDirectional,
        let end = Self.endOfSymbol(scalars, index + 1)
      else { continue }
      found.append(Entity(.cashtag, Self.string(scalars[index + 1..<end]), range: index..<end))
    }
    return found
  }

  private static func endOfSymbol(_ scalars: [Unicode.Scalar], _ start: Int) -> Int? {
    let root = end(of: scalars, from: start, limit: start + 7) { $0.isASCIILetter }
    guard root > start, root - start <= 6 else { return nil }
    var candidates = [root]
    if root < scalars.count, scalars[root] == "." || scalars[root] == "_" {
      let tail = end(of: scalars, from: root + 1, limit: root + 3) { $0.isASCIILetter }
      candidates += Array(root + 1..<tail).map { $0 + 1 }
    }
    return candidates.last { $0 == scalars.count || scalars[$0].endsCashtag }
  }

  private static func mayOpenMention(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    guard index > 0 else { return true }
    let before = scalars[index - 1]
    if !before.isASCIIWord, !"!#$%&*@＠".unicodeScalars.contains(before) { return true }
    // "RT@handle" was the manual retweet.
    guard index > 1, before == "t" || before == "T",
      scalars[index - 2] == "r" || scalars[index - 2] == "R"
    else { return false }
    guard index > 2 else { return true }
    let outer = scalars[index - 3]
    return !outer.isASCIIWord && !"+~.-".unicodeScalars.contains(outer)
  }

  private static func spoilsMention(_ scalars: [Unicode.Scalar], _ end: Int) -> Bool {
    guard end < scalars.count else { return false }
    return scalars[end].isAtSign || scalars[end].isAccentedLatin || isProtocol(scalars, end)
  }

  private static func list(in scalars: [Unicode.Scalar], at slash: Int) -> Int? {
    guard slash + 1 < scalars.count, scalars[slash] == "/", scalars[slash + 1].isASCIILetter else {
      return nil
    }
    return end(of: scalars, from: slash + 1, limit: slash + 1 + longestList) {
      $0.isASCIIWord || $0 == "-"
    }
  }

  private static func mayOpenHashtag(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    if index + 1 < scalars.count, [0xFE0F, 0x20E3].contains(scalars[index + 1].value) {
      return false
    }
    guard index > 0 else { return true }
    let before = scalars[index - 1]
    return before.isVariationSelector || !(before.isHashtagPart || before == "&")
  }

  private static func isProtocol(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    index + 2 < scalars.count && scalars[index] == ":" && scalars[index + 1] == "/"
      && scalars[index + 2] == "/"
  }

  /// Where a run of scalars ends.
  static func end(
    of scalars: [Unicode.Scalar], from start: Int, limit: Int = .max,
    while isPart: (Unicode.Scalar) -> Bool
  ) -> Int {
    let limit = min(limit, scalars.count)
    var index = start
    while index < limit, isPart(scalars[index]) { index += 1 }
    return index
  }

  /// The handle that a mention names, on platforms whose handles hold more than X's.
  static func handle(
    of mention: Entity, in scalars: [Unicode.Scalar], _ form: MentionForm
  ) -> String {
    let start = mention.range.lowerBound + 1
    let run = end(of: scalars, from: start) { $0.isASCIIWord || $0 == "." || $0 == "-" }
    guard mention.kind == .mention || mention.kind == .list, start < run else {
      return mention.value
    }
    switch form {
    case .word: return mention.value
    case .domain:
      return endOfDomain(scalars, start..<run).map { string(scalars[start..<$0]) } ?? mention.value
    case .dotted:
      var last = end(of: scalars, from: start) { $0.isASCIIWord || $0 == "." }
      while last > start, scalars[last - 1] == "." { last -= 1 }
      return last - start > longestHandle ? mention.value : string(scalars[start..<last])
    }
  }
}
