import Languages
package import PostModel

/// Finds the lines that say who wrote a post and when, in one pass over the bytes.
///
/// The name is what stands between the last proper dash and `(@`: posts and names hold dashes,
/// parentheses and `@` of their own.
package struct AttributionLineScanner: Sendable {
  private let dates: DateScanner
  private let bylines: Set<String>

  /// Makes a scanner that reads dates with a scanner of dates.
  package init(dates: DateScanner) {
    self.dates = dates
    bylines = Set(dates.packs.flatMap { $0.residues.bylines ?? [] }.map { $0.lowercased() })
  }

  /// All attributions of a text, in its order.
  package func attributions(in text: String, hint: LanguageTag? = nil) -> [Attribution] {
    attributions(in: TextBytes(text), hint: hint)
  }

  /// The attribution with which a text ends, a blockquote's for instance.
  package func attribution(_ trailing: Substring, hint: LanguageTag? = nil) -> Attribution? {
    let text = TextBytes(trailing)
    guard let last = attributions(in: text, hint: hint).last else { return nil }
    let rest = text.trimmed(last.utf8Range.upperBound..<text.count)
    return rest.isEmpty ? last : nil
  }

  func attributions(in text: TextBytes, hint: LanguageTag?) -> [Attribution] {
    var found: [Attribution] = []
    var floor = 0
    var position = 0
    while let sign = text.first(0x40, in: position..<text.count) {
      position = sign + 1
      guard let attribution = attribution(at: sign, in: text, floor: floor, hint: hint) else {
        continue
      }
      found.append(attribution)
      floor = attribution.utf8Range.upperBound
      position = max(position, floor)
    }
    return found
  }

  /// The attribution whose handle's `@` stands at a position.
  private func attribution(
    at sign: Int, in text: TextBytes, floor: Int, hint: LanguageTag?
  ) -> Attribution? {
    guard let open = openingParenthesis(before: sign, in: text), open >= floor,
      let (handle, close) = handle(after: sign, in: text)
    else { return nil }
    var stamp =
      listedStamp(after: close, open: open, in: text, hint: hint)
      ?? stamp(after: close, in: text, hint: hint)
    if stamp.date != nil, stamp.permalink == nil,
      let bare = BareStatus(behind: stamp.end, of: handle, in: text)
    {
      (stamp.end, stamp.permalink) = (bare.end, bare.address)
    }
    let limit = max(floor, open - Self.longestName)
    let lower = text.lineStart(before: open, notBefore: limit)
    let opening = AttributionOpening(
      text: text, open: open, lower: text.boundary(atOrBefore: lower),
      hasDate: stamp.date != nil, isAlone: stamp.isLineEnd)
    let wrapped = stamp.date == nil ? nil : opening.findOverLineBreak(notBefore: limit)
    guard let (nameRange, dash) = wrapped ?? opening.find(),
      dash != nil || !(stamp.isInSentence || isByline(text.string(nameRange)))
    else { return nil }
    let name = Self.unlinked(text.string(nameRange))
    let lost = dash == nil ? opening.lostDash(before: nameRange.lowerBound) : nil
    return Attribution(
      name: name.isEmpty ? nil : name, handle: handle, date: stamp.date,
      permalink: stamp.permalink,
      utf8Range: ((dash ?? lost)?.lowerBound ?? nameRange.lowerBound)..<stamp.end, dashRange: dash)
  }

  /// A name that is a link, `[Ada Quill](https://…)`, or with its handle stands in one, `[Ada Quill (@ada)](…)`.
  private static func unlinked(_ name: String) -> String {
    let label = MarkdownLinks.removed(from: name).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    return label.first == "[" && !label.contains("]") ? String(label.dropFirst()) : label
  }

  /// `By Ada Quill (@ada) May 4, 2022` is the article's own.
  private func isByline(_ name: String) -> Bool {
    let first = name.prefix { !$0.isWhitespace }.lowercased()
    return first.hasSuffix(":") || bylines.contains(first) || name.contains { "“”„«»".contains($0) }
  }

  /// `(` and `（`, with direction marks or a space before the `@`, or a line's end where each piece of
  /// a page's text was put on a line of its own.
  private func openingParenthesis(before sign: Int, in text: TextBytes) -> Int? {
    var position = text.skipSpaceBack(sign, newlines: true, downTo: max(0, sign - 8))
    // `([@name.example](https://…))`
    if position > 0, text.bytes[position - 1] == 0x5B { position -= 1 }
    if position > 0, text.bytes[position - 1] == 0x28 { return position - 1 }
    return text.has(Self.wideOpen, endingAt: position) ? position - 3 : nil
  }

  private func handle(after sign: Int, in text: TextBytes) -> (handle: String, close: Int)? {
    var end = sign + 1
    while end < text.count, end - sign <= 80, text.bytes[end].isAddressByte { end += 1 }
    let handle = text.string(sign + 1..<end)
    if text.has(Self.linkOpening, at: end),
      let link = text.first(0x29, in: end..<min(text.count, end + 600))
    {
      end = link + 1
    }
    let after = text.skipSpace(end, newlines: true, upTo: min(text.count, end + 8))
    let width = text.has([0x29], at: after) ? 1 : text.has(Self.wideClose, at: after) ? 3 : 0
    guard width > 0, Self.isHandle(handle) else { return nil }
    // `[Ada Quill (@ada)](https://…)`
    return (handle, MarkdownFrame.tail(at: after + width, in: text)?.end ?? after + width)
  }

  /// Handles of X have at most 15 letters, a few old ones 20; others are domains or addresses.
  private static func isHandle(_ handle: String) -> Bool {
    let bytes = Array(handle.utf8)
    guard let first = bytes.first, let last = bytes.last else { return false }
    if bytes.allSatisfy(\.isHandleByte) { return bytes.count <= 20 }
    return first.isHandleByte && last.isHandleByte && bytes.contains(0x2E)
      && bytes.filter { $0 == 0x40 }.count <= 1
  }

  /// The date after the closing parenthesis, perhaps as a link, perhaps on the next line.
  private func stamp(after close: Int, in text: TextBytes, hint: LanguageTag?) -> Stamp {
    var start = text.skipSpace(close)
    let isLineEnd = start == text.count || text.bytes[start] == 0x0A
    if isLineEnd {
      start = text.skipSpace(start, newlines: true, upTo: min(text.count, start + 80))
    }
    var stamp = Stamp(end: close, isLineEnd: isLineEnd)
    let opening = AttributionLink(at: start, in: text)
    let dateStart = opening?.textStart ?? start
    let rest = text.substring(from: dateStart, atMost: 160)
    if let opening, let stamp = machineStamp(opening, in: text) { return stamp }
    guard let first = rest.unicodeScalars.first, !Self.closers.contains(first),
      let found = dates.leadingDate(in: isLineEnd ? rest.prefix { $0 != "\n" } : rest, hint: hint)
    else { return stamp }
    stamp.date = found.date
    stamp.isInSentence = dates.isFiller(rest.prefix { $0.isLetter })
    stamp.end = text.offset(of: found.end)
    if let opening {
      let link = opening.closing(at: stamp.end, in: text)
      stamp.end = link.end
      stamp.permalink = link.address
    }
    return stamp
  }

  /// `[2026-09-16T22:32:44.987Z](https://…)`, as Bluesky's oEmbed answers have it.
  private func machineStamp(_ link: AttributionLink, in text: TextBytes) -> Stamp? {
    let end = text.first(0x5D, in: link.textStart..<min(text.count, link.textStart + 40))
    guard let end, text.contains([0x54], in: link.textStart..<end),
      let date = MachineDate.read(text.string(link.textStart..<end), source: .printed)
    else { return nil }
    let closing = link.closing(at: end, in: text)
    var stamp = Stamp(end: closing.end, isLineEnd: false)
    (stamp.date, stamp.permalink) = (date, closing.address)
    return stamp
  }

  /// The date after a comma: only where the line begins with the dash and ends with the date.
  private func listedStamp(
    after close: Int, open: Int, in text: TextBytes, hint: LanguageTag?
  ) -> Stamp? {
    guard text.has([0x2C], at: close) else { return nil }
    let line = text.skipSpace(text.lineStart(before: open, notBefore: open - Self.longestName))
    guard Self.dashes.contains(where: { text.has($0, at: line) }) else { return nil }
    let stamp = stamp(after: close + 1, in: text, hint: hint)
    let end = text.skipSpace(stamp.end)
    return stamp.date != nil && (end == text.count || text.bytes[end] == 0x0A) ? stamp : nil
  }

  private struct Stamp {
    var date: PostDate?
    var permalink: String?
    var end: Int
    var isLineEnd: Bool
    /// Whether a preposition leads to the date, as in prose and never in what platforms print.
    var isInSentence = false
  }

  /// Signs after which a date belongs to the sentence and not to the handle.
  private static let closers: Set<Unicode.Scalar> = [",", ";", ")", "(", "]", "«", "“", "\""]
  private static let linkOpening = Array("](".utf8)
  private static let dashes = ["—", "–", "―"].map { Array($0.utf8) }
  private static let wideOpen: [UInt8] = [0xEF, 0xBC, 0x88]
  private static let wideClose: [UInt8] = [0xEF, 0xBC, 0x89]
  /// X allows 50 letters in a name; an emoji may take 28 bytes.
  private static let longestName = 320
}

extension UInt8 {
  /// What a handle, a domain or the address of an account may hold.
  fileprivate var isAddressByte: Bool {
    isHandleByte || self == 0x2E || self == 0x2D || self == 0x40
  }
}
