import Languages
import Platforms
import PostModel

/// A language's cues, compiled for search.
struct QuotationLexicon: Sendable {
  /// What a phrase is a sign of.
  enum Sign: Hashable, Sendable {
    case writes, says, noun, at, between, account, after, social, refers, joins, denies, relative
    case samePlatform, samePost, there, speaks, pens, answers, sameDay, nextDay, notPlatform
    /// A month, a weekday or a word such as `yesterday`.
    case calendar
    case posts(PlatformID)
    case postNoun(PlatformID)
    case platform(PlatformID)
    /// A word for somebody's place on one platform (`subreddit`).
    case home(PlatformID)
  }

  /// A phrase that was found.
  struct Hit: Hashable, Sendable {
    var sign: Sign
    /// Its place, counted in the paragraph's scalars.
    var range: Range<Int>
    /// Where a platform's name ends and its case ending begins.
    var stem: Int
  }

  let cues: QuotationCues
  let marks: [UInt32: [UInt32]]
  let isUnspaced: Bool
  /// What must follow a quotation, if the language marks it.
  let quotatives: [[UInt32]]?
  private let endings: Set<[UInt32]>
  /// Whether months and weekdays have small letters, so that `Maj Törnros` is a name.
  let writesDaysSmall: Bool
  private let prefixes: Set<UInt32>
  private let leading: Set<UInt32>
  /// The opening marks, each as its bytes in one number.
  private let openers: Set<UInt32>
  private let frames: PrintedFrames
  private var phrases = PhraseTree<Entry>()

  private struct Entry: Sendable {
    var sign: Sign
    var isOpen: Bool
    /// Names in Latin letters and single letters are compared with case.
    var isCapital: Bool
  }

  init(packs: [LanguagePack], cues: [QuotationCues]) {
    self.cues = cues[0]
    frames = PrintedFrames(packs: packs)
    isUnspaced = cues[0].unspaced ?? false
    quotatives = cues[0].quotatives.map { $0.map { QuotationParagraph.folded($0) } }
    endings = Set(cues.flatMap { Self.endings(of: $0) })
    writesDaysSmall =
      packs[0].dates.months.first?.first?.first.map { $0.isLowercase } ?? false
    prefixes = Set((cues[0].prefixes ?? []).flatMap { QuotationParagraph.folded($0) })
    leading = Set(
      cues.flatMap(\.at).filter { $0.unicodeScalars.count == 1 }
        .flatMap { QuotationParagraph.folded($0) })
    marks = Self.marks(of: cues)
    openers = Set(
      (marks.keys + Self.careless).compactMap { Unicode.Scalar($0) }.map {
        Self.packed(Array(String($0).utf8))
      })
    for cue in cues { add(cue) }
    for (platform, names) in packs.flatMap({ $0.platforms }) {
      for name in names { add(name, .platform(PlatformID(rawValue: platform))) }
    }
    // What no language spells in its own way.
    for id in Self.everywhere {
      if let name = Platform.declared(id)?.name { add(name, .platform(id)) }
    }
    for dates in packs.map(\.dates) {
      let tables =
        dates.months + dates.weekdays + (dates.otherCalendar?.months ?? [])
        + Array((dates.moreWeekdays ?? [:]).values)
      let names = tables.flatMap { $0 } + dates.relativeDays.keys
      for name in names where name.unicodeScalars.count > 1 { add(name, .calendar) }
    }
  }

  /// The marks that open a quotation, each with those that close it.
  private static func marks(of cues: [QuotationCues]) -> [UInt32: [UInt32]] {
    var marks: [UInt32: [UInt32]] = [:]
    for pair in cues.flatMap(\.marks) {
      let scalars = pair.unicodeScalars.map(\.value)
      guard scalars.count == 2, !marks[scalars[0], default: []].contains(scalars[1]) else {
        continue
      }
      marks[scalars[0], default: []].append(scalars[1])
    }
    return marks
  }

  /// Platforms whose own names are read in every language.
  static let everywhere: [PlatformID] = [
    "weibo", "pinterest", "tumblr", "snapchat", "gab", "gettr", "parler", "substack", "twitch",
    "linkedin", "vk",
  ]

  /// Names that are no words of any language, and are written small too: `facebookovém profilu`.
  static let unmistakable: Set<String> = [
    "Facebook", "Instagram", "Twitter", "TikTok", "YouTube", "LinkedIn", "Bluesky",
  ]

  /// Whether a platform's name counts only with a capital letter.
  static func isCapital(_ name: String) -> Bool {
    let first = name.unicodeScalars.first
    return ((first?.isASCII ?? false) || name.unicodeScalars.count == 1)
      && name != name.lowercased() && !unmistakable.contains(name)
  }

  /// What may follow a platform's name in the same word, folded.
  static func endings(of cues: QuotationCues) -> [[UInt32]] {
    (cues.endings + cues.after.map { $0.hasSuffix("*") ? String($0.dropLast()) : $0 })
      .map { QuotationParagraph.folded($0) }
  }

  private mutating func add(_ cues: QuotationCues) {
    let lists: [(Sign, [String])] = [
      (.writes, cues.writes), (.says, cues.says), (.noun, cues.nouns), (.at, cues.at),
      (.between, cues.between), (.account, cues.accounts), (.after, cues.after),
      (.social, cues.social), (.refers, cues.refers), (.joins, cues.joins), (.denies, cues.denies),
      (.relative, cues.relatives), (.samePlatform, cues.samePlatform), (.sameDay, cues.sameDay),
      (.nextDay, cues.nextDay ?? []), (.notPlatform, cues.notPlatform),
      (.samePost, cues.samePost ?? []), (.there, cues.there ?? []), (.speaks, cues.speaks ?? []),
      (.answers, cues.answers ?? []), (.pens, cues.pens ?? []),
    ]
    for (sign, phrases) in lists {
      for phrase in phrases { add(phrase, sign) }
    }
    for (platform, phrases) in cues.posts {
      for phrase in phrases { add(phrase, .posts(PlatformID(rawValue: platform))) }
    }
    for (platform, phrases) in cues.homes ?? [:] {
      for phrase in phrases { add(phrase, .home(PlatformID(rawValue: platform))) }
    }
    for (platform, phrases) in cues.postNouns {
      for phrase in phrases { add(phrase, .postNoun(PlatformID(rawValue: platform))) }
    }
  }

  private mutating func add(_ phrase: String, _ sign: Sign) {
    let isOpen = phrase.hasSuffix("*")
    let scalars = QuotationParagraph.folded(isOpen ? String(phrase.dropLast()) : phrase)
    let isCapital = if case .platform = sign { Self.isCapital(phrase) } else { false }
    phrases.add(
      Entry(sign: sign, isOpen: isOpen, isCapital: isCapital), at: scalars)
  }

  /// Marks that open quotations in any language where somebody was careless.
  private static let careless: [UInt32] = [0x27, 0x201D]

  private static func packed(_ bytes: some Sequence<UInt8>) -> UInt32 {
    bytes.reduce(0) { $0 << 8 | UInt32($1) }
  }
}

extension QuotationLexicon {
  /// Whether a paragraph holds an opening mark at all, or may hold speech without marks.
  func mayQuote(_ bytes: ArraySlice<UInt8>) -> Bool {
    if cues.dash ?? false, bytes.first == 0x2D || bytes.first == 0xE2 { return true }
    let isOpen = cues.bareColon ?? false
    for index in bytes.indices {
      let byte = bytes[index]
      if cues.dash ?? false, byte == 0x2D || byte == 0xE2, opensSpeech(bytes, index) { return true }
      if byte == 0x3A, index + 1 < bytes.endIndex, bytes[index + 1] <= 0x20 || isOpen {
        return true
      }
      if byte == 0x27, !isUnspaced, index > bytes.startIndex, bytes[index - 1].isHandleByte {
        // An apostrophe.
        continue
      }
      if byte == 0x22 || byte == 0x27 {
        if openers.contains(UInt32(byte)) { return true }
      } else if byte == 0xC2 || byte == 0xD7 {
        if openers.contains(Self.packed(bytes[index..<min(index + 2, bytes.endIndex)])) {
          return true
        }
      } else if byte == 0xE2 || byte == 0xE3 {
        if openers.contains(Self.packed(bytes[index..<min(index + 3, bytes.endIndex)])) {
          return true
        }
      }
    }
    return false
  }

  /// Whether any of some phrases can tie a quotation to a post: it names a platform, or is a sign of
  /// a post by itself.
  static func mayTie(_ hits: [Hit]) -> Bool {
    hits.contains { hit in
      switch hit.sign {
      case .platform, .posts, .postNoun, .social, .samePlatform, .home: true
      default: false
      }
    }
  }

  /// `laughed. – Words`: a dash behind the end of a sentence.
  private func opensSpeech(_ bytes: ArraySlice<UInt8>, _ index: Int) -> Bool {
    index >= bytes.startIndex + 2 && bytes[index - 1] == 0x20
      && ".!?,".utf8.contains(bytes[index - 2])
  }

  /// All phrases of a paragraph, in the order of their places.
  func hits(in text: QuotationParagraph) -> [Hit] {
    var hits: [Hit] = []
    for index in text.scalars.indices where text.isLetter(index) || text.scalars[index] == 0x40 {
      let isStart = index == 0 || !text.isLetter(index - 1)
      if isStart || isUnspaced && !text.isWithinLatin(index) {
        hits += matches(in: text, at: index)
      } else if !prefixes.isEmpty, isAfterPrefixes(text, index) {
        hits += matches(in: text, at: index)
      }
    }
    return frames.removed(from: hits, in: text)
  }

  /// Whether a letter may be glued before a word.
  func isPrefix(_ scalar: UInt32) -> Bool { prefixes.contains(scalar) }

  /// Whether a single glued letter leads to a place (`בטוויטר`).
  func isLed(byPrefix scalar: UInt32) -> Bool {
    prefixes.contains(scalar) && leading.contains(scalar)
  }

  /// `ובטוויטר`: up to three glued letters before the word.
  private func isAfterPrefixes(_ text: QuotationParagraph, _ index: Int) -> Bool {
    var start = index
    while start > 0, text.isLetter(start - 1), index - start < 3 {
      start -= 1
      guard prefixes.contains(text.folded[start]) else { return false }
    }
    return start == 0 || !text.isLetter(start - 1)
  }

  /// The phrases that begin at a position, whatever stands before it.
  func matches(in text: QuotationParagraph, at start: Int) -> [Hit] {
    var hits: [Hit] = []
    var node = PhraseTree<Entry>.root
    var index = start
    while index < text.scalars.count {
      if index > start, QuotationParagraph.isIgnorable(text.scalars[index]) {
        index += 1
        continue
      }
      guard let next = phrases.step(from: node, text.folded[index]) else { break }
      node = next
      index += 1
      for entry in phrases.values(at: node) {
        if let end = end(of: entry, in: text, start..<index) {
          hits.append(Hit(sign: entry.sign, range: start..<end, stem: index))
        }
      }
    }
    return hits
  }

  private func end(
    of entry: Entry, in text: QuotationParagraph, _ range: Range<Int>
  ) -> Int? {
    let wordEnd =
      isUnspaced && !text.isWithinLatin(range.upperBound)
      ? range.upperBound : text.endOfWord(range.upperBound)
    guard case .platform = entry.sign else {
      return entry.isOpen || wordEnd == range.upperBound ? wordEnd : nil
    }
    let start = range.lowerBound
    if entry.isCapital, text.scalars[start] == text.folded[start], text.isLetter(start) {
      return nil
    }
    if range.count == 1 { return endOfLetter(text, range) }
    let tail = text.folded[range.upperBound..<wordEnd].filter {
      !QuotationParagraph.isIgnorable($0)
    }
    return tail.isEmpty || endings.contains(tail) ? wordEnd : nil
  }

  /// `X` alone, and not `X-ray`, `Xbox`, `SpaceX`.
  private func endOfLetter(_ text: QuotationParagraph, _ range: Range<Int>) -> Int? {
    let end = range.upperBound
    if range.lowerBound > 0, text.isNamePart(range.lowerBound - 1) {
      // `ב-X`: the preposition is tied by a hyphen.
      let isGlued = range.lowerBound > 1 && prefixes.contains(text.folded[range.lowerBound - 2])
      guard isGlued, text.scalars[range.lowerBound - 1] == 0x2D else { return nil }
    }
    guard end < text.scalars.count else { return end }
    if isUnspaced { return text.isASCIIName(end) ? nil : end }
    if text.isLetter(end) { return nil }
    guard "-'’:".unicodeScalars.contains(where: { $0.value == text.scalars[end] }),
      end + 1 < text.scalars.count, text.isLetter(end + 1)
    else { return end }
    let tail = Array(text.folded[end + 1..<text.endOfWord(end + 1)])
    let isOwn = matches(in: text, at: end + 1).contains { $0.sign == .account || $0.sign == .noun }
    return isOwn || endings.contains(tail) || text.scalars[end] != 0x2D ? end : nil
  }
}
