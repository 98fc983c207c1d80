import Languages
import PostModel

/// Finds where a post begins of which only the end is known.
struct PostBounds {
  let text: TextBytes
  let lines: TextLines
  let manner: PostManner
  /// Which lines a mark of quotation led.
  let quoted: QuotedLines

  /// What is known of the end.
  enum Ending {
    /// An attribution or a platform's own line follows and ends its line.
    case attributed
    /// An attribution or the end of a frame follows, and more text after it on the same line.
    case enclosed
    /// Nothing but the post's own link.
    case link
  }

  /// The post that ends at a position and does not begin before another one.
  func post(endingAt end: Int, notBefore floor: Int, _ ending: Ending) -> Range<Int> {
    guard let last = lines.index(at: max(0, end - 1)) else { return end..<end }
    var top = last
    var range = piece(of: last, floor: floor, end: end)
    if range.isEmpty {
      guard last > 0, lines.lines[last - 1].range.upperBound > floor else { return range }
      top = last - 1
      range = piece(of: top, floor: floor, end: end)
    }
    var floor = floor
    if !quoted.isEmpty, let place = range.last {
      let run = quoted.run(holding: place)
      floor = max(floor, run.lowerBound)
      let words = text.trimmed(min(floor, range.upperBound)..<range.upperBound)
      if quoted.isQuoted(place), isQuotedPost(words, ending) { return words }
    }
    if let start = start(inLine: range, ending) { return start..<range.upperBound }
    if let start = startInWrapped(top, upTo: range.upperBound, floor: floor, ending) {
      return start..<range.upperBound
    }
    if let first = lines.paragraphStart(of: top) {
      while top > first, lines.lines[top - 1].range.upperBound > floor { top -= 1 }
    }
    let lower = max(floor, lines.lines[top].range.lowerBound)
    let upper = range.upperBound
    var start = extended(top, lower: lower, upper: upper, floor: floor, ending)
    if ending == .attributed { start = threadStart(above: start, upper: upper, floor: floor) }
    return text.trimmed(start..<upper)
  }

  /// Whether all that is quoted may be one post: an attribution closes one of any length that X allows
  /// its subscribers and somebody would quote whole.
  private func isQuotedPost(_ words: Range<Int>, _ ending: Ending) -> Bool {
    words.count <= Self.longestQuoted
      && manner.weight(words) <= (ending == .link ? Self.longestPost : Self.longestQuoted)
  }

  /// Where the post begins in a paragraph that was wrapped at a column and also holds the article's words.
  private func startInWrapped(
    _ last: Int, upTo end: Int, floor: Int, _ ending: Ending
  ) -> Int? {
    guard let first = lines.paragraphStart(of: last), first < last,
      (first..<last).allSatisfy({ Self.column.contains(lines.lines[$0].range.count) })
    else { return nil }
    let lower = max(floor, lines.lines[first].range.lowerBound)
    return lower < end ? start(inLine: text.trimmed(lower..<end), ending) : nil
  }

  private func piece(of index: Int, floor: Int, end: Int) -> Range<Int> {
    let line = lines.lines[index].range
    let lower = max(floor, line.lowerBound)
    return text.trimmed(lower..<max(lower, min(end, line.upperBound)))
  }

  /// Adds lines above as long as something tells that they belong to the post.
  private func extended(
    _ first: Int, lower: Int, upper: Int, floor: Int, _ ending: Ending
  )
    -> Int
  {
    var top = first
    var start = lower
    while top > 0 {
      let line = lines.lines[top - 1]
      guard line.range.lowerBound >= floor,
        manner.weight(line.range.lowerBound..<upper) <= Self.longestPost,
        !(ending == .link && lines.lines[top].followsGap && !isIndented(top)),
        belongs(top - 1, to: start..<upper, top: top)
      else { break }
      top -= 1
      start = line.range.lowerBound
    }
    return start
  }

  /// Where a post of several paragraphs begins whose first ones show by their manner that they are of a
  /// post: `1/`, an addressee, an emoji or a hashtag at an end.
  private func threadStart(above start: Int, upper: Int, floor: Int) -> Int {
    guard lines.isSpaced, let top = lines.index(at: start) else { return start }
    var found = start
    for index in stride(from: top - 1, through: max(0, top - Self.mostParagraphs), by: -1) {
      let line = lines.lines[index].range
      guard line.lowerBound >= floor,
        manner.weight(line.lowerBound..<upper) <= Self.longestSentences,
        !manner.isAnnouncement(line), !endsWithMedia(line), !manner.differ(line, start..<upper)
      else { break }
      if manner.isOfPost(line) { found = line.lowerBound }
    }
    return found
  }

  private func belongs(_ above: Int, to post: Range<Int>, top: Int) -> Bool {
    let line = lines.lines[above]
    let first = lines.lines[top]
    let head = first.range.clamped(to: post)
    if isIndented(above), isIndented(top) { return line.indent == first.indent }
    if line.indent < first.indent, isIndented(top) { return false }
    // After an empty line, a dash begins what somebody says.
    let isItem =
      manner.isItem(head)
      && (!first.followsGap || manner.isItem(line.range) || manner.isAnnouncement(line.range))
    if manner.differ(line.range, post), !isItem { return false }
    if manner.isAnnouncement(line.range) { return isItem && !manner.differ(line.range, post) }
    if isItem { return !endsWithMedia(line.range) }
    if manner.isForeign(post) && manner.isForeign(line.range) { return !endsWithMedia(line.range) }
    if endsWithMedia(line.range) { return false }
    if manner.isWordless(post) { return true }
    if goesOn(above, top: top, post: post) { return true }
    guard !first.followsGap else { return false }
    return manner.isSocial(line.range)
      || (manner.isShortSentence(line.range) && manner.isShortSentence(withoutLink(head)))
  }

  /// Whether a line stands deeper than the article's own text (the layout that inscriptis keeps).
  private func isIndented(_ index: Int) -> Bool {
    lines.lines[index].indent > lines.articleIndent
  }

  private func endsWithMedia(_ range: Range<Int>) -> Bool {
    let tail = text.string(max(range.lowerBound, range.upperBound - 40)..<range.upperBound)
    return tail.contains("pic.twitter.com/") || tail.contains("pic.x.com/")
  }

  /// Where the post begins within a line that also holds the article's words.
  private func start(inLine line: Range<Int>, _ ending: Ending) -> Int? {
    let limit = ending == .attributed ? Self.longestParagraph : Self.longestPost
    // A whole article on one line opens with its own words.
    let isArticle = ending != .attributed && isWholeText(line)
    let isLong = isArticle || manner.weight(line) > limit
    let from = max(line.lowerBound, line.upperBound - Self.window)
    let starts = sentenceStarts(in: text.boundary(atOrBefore: from)..<line.upperBound)
    let parts = sentenceStarts(
      in: text.boundary(atOrBefore: from)..<line.upperBound, afterColons: true)
    if starts.count == 1, from == line.lowerBound { return foreignStart(parts, in: line) }
    guard starts.count > 1, let last = starts.last else {
      // A line of megabytes without a sentence's end.
      return from > line.lowerBound ? text.boundary(atOrBefore: from) : nil
    }
    if let foreign = foreignStart(parts, in: line) { return foreign }
    guard isLong else { return nil }
    var start = last
    for candidate in starts.dropFirst(isArticle ? 1 : 0).dropLast().reversed() {
      guard manner.weight(candidate..<line.upperBound) <= Self.longestSentences,
        ending != .link || manner.isSocial(candidate..<start),
        !reports(candidate..<start)
      else { break }
      start = candidate
    }
    return start
  }

  /// `“It is over,” she wrote.`: a quotation closed beside a comma is a reporter's.
  private func reports(_ sentence: Range<Int>) -> Bool {
    let words = text.string(sentence)
    return Self.reporting.contains { words.contains($0) }
  }

  /// Whether a line is long and holds all the text from its beginning.
  private func isWholeText(_ line: Range<Int>) -> Bool {
    guard let first = lines.lines.first?.range else { return false }
    return first.lowerBound == line.lowerBound && first.count > 600
  }

  /// The first of the last sentences that are of another language than the article's before them.
  private func foreignStart(_ starts: [Int], in line: Range<Int>) -> Int? {
    // The last sentence alone may be too short to tell.
    guard
      let last = starts.last(where: { manner.weight($0..<line.upperBound) >= Self.tellingLength }),
      manner.isForeign(last..<line.upperBound)
    else { return nil }
    guard let foreign = manner.guess(last..<line.upperBound)?.language else { return nil }
    var start = last
    for candidate in starts.reversed() where candidate < last {
      guard manner.isLikely(candidate..<start, foreign) else { break }
      start = candidate
    }
    return start > line.lowerBound && isArticles(line.lowerBound..<start, not: foreign)
      ? start : nil
  }

  /// Whether words before a post in another language are the article's, as far as can be told.
  private func isArticles(_ words: Range<Int>, not foreign: LanguageTag) -> Bool {
    if let language = manner.language, manner.isLikely(words, language) { return true }
    return manner.weight(words) >= Self.tellingLength / 2 && !manner.isLikely(words, foreign)
      && !manner.isForeign(words)
  }

  /// Where sentences begin; what follows the last full stop must hold words of its own.
  private func sentenceStarts(in range: Range<Int>, afterColons: Bool = false) -> [Int] {
    var starts = [range.lowerBound]
    var position = range.lowerBound
    while position < range.upperBound {
      if let end = sentenceEnd(at: position) {
        let next = text.skipSpace(end, upTo: range.upperBound)
        if next > end || end - position > 1, next < range.upperBound, beginsSentence(next, range) {
          starts.append(next)
        }
        position = end
      } else {
        if afterColons, text.bytes[position] == 0x3A, text.spaceLength(at: position + 1) > 0 {
          let next = text.skipSpace(position + 1, upTo: range.upperBound)
          if next < range.upperBound, beginsSentence(next, range) { starts.append(next) }
        }
        position += 1
      }
    }
    return starts
  }

  /// The end of `.`, `!`, `?`, `…`, `。` and of the marks that close after it.
  private func sentenceEnd(at position: Int) -> Int? {
    var end = position
    switch text.bytes[position] {
    case 0x2E:
      // `2. Weltkrieg`, `U.S. Senate`
      guard position > 1, !text.bytes[position - 1].isASCIIDigit,
        text.bytes[position - 2] != 0x2E, text.bytes[position - 2] != 0x20
      else { return nil }
      end += 1
    case 0x21, 0x3F: end += 1
    case 0xE2 where text.has([0xE2, 0x80, 0xA6], at: position): end += 3
    case 0xE3 where text.has([0xE3, 0x80, 0x82], at: position): end += 3
    case 0xE0 where text.has([0xE0, 0xA5, 0xA4], at: position): end += 3
    default: return nil
    }
    while end < text.count {
      if [0x22, 0x27, 0x29, 0x2E, 0x21, 0x3F].contains(text.bytes[end]) {
        end += 1
      } else if Self.closers.contains(where: { text.has($0, at: end) }) {
        end += Self.closers.first { text.has($0, at: end) }?.count ?? 1
      } else {
        break
      }
    }
    return end
  }

  private func beginsSentence(_ position: Int, _ range: Range<Int>) -> Bool {
    if text.bytes[position] >= 0x61, text.bytes[position] <= 0x7A { return false }
    let rest = text.string(position..<range.upperBound).split(whereSeparator: \.isWhitespace)
    return rest.prefix(12).contains { !$0.contains("/") && $0.utf8.count > 1 }
  }

  private static let reporting = [",\" ", "\", ", ",” ", "”, ", "“, ", ",“ ", "», ", ",« ", "«, "]
  private static let closers = ["”", "“", "»", "’", "」"].map { Array($0.utf8) }
  /// X allows 280 letters; extractors add some white space between lines.
  private static let longestPost = 300
  private static let longestSentences = 280
  /// Subscribers of X may write more; a paragraph of its own is taken for one post up to here.
  private static let longestParagraph = 1500
  /// A post that is quoted by itself.
  private static let longestQuoted = 4000
  private static let window = 2400
  /// How many bytes a line has that was wrapped at some column.
  private static let column = 52...160
  /// Fewer letters than this do not tell a language.
  private static let tellingLength = 48
  /// How far above its last paragraph a post may begin.
  private static let mostParagraphs = 6
}
