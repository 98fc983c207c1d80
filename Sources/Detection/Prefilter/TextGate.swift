import Languages
import Platforms

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Tells from the bytes of a text, or of a line of JSON that holds one, what it may hold at all.
///
/// What is looked for is derived from the declarations of platforms and languages, in all languages at
/// once, since the text's own is not known yet. What it does not find is not there.
struct TextGate: Sendable {
  /// What a text may hold.
  struct Finding {
    /// Whether something of a post's own may be there: a link, an author's line.
    var mayHoldPost = false
    /// Whether the words that a platform prints may be there.
    var mayHoldResidue = false
    /// Where phrases stand that can tie a quotation to a post: the offsets behind them.
    var ties: [Int] = []
    /// Whether letters may be hidden by characters that do not count.
    var hidesLetters = false
    /// Whether anything was found at all.
    var holdsSign: Bool { mayHoldPost || mayHoldResidue || hidesLetters || !ties.isEmpty }
  }

  private let set: PatternSet
  private let signs: [TextSign]
  /// The case endings of names, in any language.
  private let endings: Set<[UInt32]>
  private let probe: AddressProbe
  /// The forms of ids that codes of content systems may hold, platform by platform.
  private let syntaxes = Platform.all.map { TextSign.syntaxes(of: $0) }

  /// Compiles the declarations; `nil` where the scanner does not run on this processor.
  init?(packs: [LanguagePack] = LanguagePack.all) {
    probe = AddressProbe()
    signs = TextSign.all(packs: packs, probe: probe)
    endings = Set(packs.compactMap(\.quotation).flatMap { QuotationLexicon.endings(of: $0) })
    guard let set = PatternSet(signs.map(\.pattern)) else { return nil }
    self.set = set
  }

  /// Makes the working memory of scans, one at a time.
  func makeScratch() -> PatternSet.Scratch? { set.makeScratch() }

  /// Looks through a text, or through the part of a line of JSON.
  ///
  /// The look ends at the first sign of a post's own, or if asked at the first sign of any kind.
  func finding(
    in bytes: UnsafeRawBufferPointer, with scratch: PatternSet.Scratch, anySign: Bool = false
  ) -> Finding {
    var finding = Finding()
    if HandleLook(bytes).mayAttribute {
      finding.mayHoldPost = true
      return finding
    }
    let isEnded = set.scan(bytes, with: scratch) { number, end in
      let start = end - signs[number].pattern.bytes.count
      switch signs[number].kind {
      case .address, .shortcode, .shortLink, .remnant:
        finding.mayHoldPost = mayBePost(signs[number].kind, start..<end, in: bytes)
        return finding.mayHoldPost
      case .residue:
        guard stands(signs[number], start..<end, in: bytes) else { return false }
        finding.mayHoldResidue = true
        return anySign
      case .ignorable:
        finding.hidesLetters = true
        return anySign
      case .tie:
        guard stands(signs[number], start..<end, in: bytes) else { return false }
        finding.ties.append(end)
        return anySign
      }
    }
    // A scan that failed may have missed anything.
    if isEnded, !finding.holdsSign { finding.mayHoldPost = true }
    if !finding.mayHoldPost, !(anySign && isEnded) {
      finding.ties = (finding.ties + Self.letters(in: bytes)).sorted()
    }
    return finding
  }

  /// Whether a sign of a post's own is one where it stands.
  private func mayBePost(
    _ kind: TextSign.Kind, _ place: Range<Int>, in bytes: UnsafeRawBufferPointer
  ) -> Bool {
    switch kind {
    case .address(let literal): probe.mayBePost(literal, endingAt: place.upperBound, in: bytes)
    case .shortcode(let platform):
      RawLook(bytes).mayHold(syntaxes[platform], behind: place.upperBound)
    case .shortLink(let isMedia): Self.isLink(place, isMedia: isMedia, in: bytes)
    default: true
    }
  }

  /// The offsets behind all phrases that can tie a quotation to a post, in ascending order; `nil`
  /// where letters may be hidden among other letters, so that they cannot be told.
  func ties(in bytes: UnsafeRawBufferPointer, with scratch: PatternSet.Scratch) -> [Int]? {
    var ties: [Int] = []
    let isEnded = set.scan(bytes, with: scratch) { number, end in
      if signs[number].kind == .ignorable { return true }
      guard signs[number].kind == .tie else { return false }
      let start = end - signs[number].pattern.bytes.count
      if stands(signs[number], start..<end, in: bytes) { ties.append(end) }
      return false
    }
    return isEnded ? nil : (ties + Self.letters(in: bytes)).sorted()
  }

  private func stands(
    _ sign: TextSign, _ place: Range<Int>, in bytes: UnsafeRawBufferPointer
  ) -> Bool {
    sign.phrases.contains { $0.stands(at: place, in: bytes, endings: endings) }
  }

  /// Whether a host stands by itself, with a path behind it; `wonpic.twitter.com/` is one too.
  private static func isLink(
    _ place: Range<Int>, isMedia: Bool, in bytes: UnsafeRawBufferPointer
  ) -> Bool {
    guard place.upperBound < bytes.count else { return false }
    let next = bytes[place.upperBound]
    return (next == 0x2F || next == 0x5C) && (isMedia || standsAlone(place, in: bytes))
  }

  /// Whether no letter or digit of ASCII stands beside a name, but for the end of an escape (`\nX`).
  private static func standsAlone(_ place: Range<Int>, in bytes: UnsafeRawBufferPointer) -> Bool {
    if place.upperBound < bytes.count, bytes[place.upperBound].isASCIILetter { return false }
    guard place.lowerBound > 0, bytes[place.lowerBound - 1].isASCIILetter else { return true }
    return place.lowerBound > 1 && bytes[place.lowerBound - 2] == 0x5C
  }

  /// The offsets behind the letter by which X is called.
  private static func letters(in bytes: UnsafeRawBufferPointer) -> [Int] {
    var found: [Int] = []
    var place = 0
    while let letter = bytes.first(0x58, from: place) {
      place = letter + 1
      if standsAlone(letter..<place, in: bytes) { found.append(place) }
    }
    return found
  }
}

/// Looks at the at signs of a text.
struct HandleLook {
  private let bytes: UnsafeRawBufferPointer

  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
  }

  /// Whether a handle may stand there: an at sign before a letter, a digit or an underscore, that is not
  /// the middle of an e-mail address.
  var mayAttribute: Bool {
    bytes.holds(0x40) {
      $0 + 1 < bytes.count && bytes[$0 + 1].isHandleByte && !isInAddress($0)
    }
  }

  private func isInAddress(_ sign: Int) -> Bool {
    guard sign > 0, bytes[sign - 1].isHandleByte || Self.marks.contains(bytes[sign - 1]) else {
      return false
    }
    // `\n@handle`: the letter of an escape of JSON.
    guard sign < 2 || bytes[sign - 2] != 0x5C else { return false }
    // `Ada Quill@adaquill`: a page's pieces were glued; a mail server's name has a dot.
    let end = (sign + 1..<bytes.count).first { !bytes[$0].isHandleByte && bytes[$0] != 0x2D }
    guard let end, end + 1 < bytes.count else { return false }
    return bytes[end] == 0x2E && bytes[end + 1].isHandleByte
  }

  /// `.`, `-`, `+` and `%` before the at sign of an address.
  private static let marks: [UInt8] = [0x2E, 0x2D, 0x2B, 0x25]
}

extension UnsafeRawBufferPointer {
  /// The first place of a byte from an offset on.
  func first(_ byte: UInt8, from start: Int) -> Int? {
    guard start < count, let base = baseAddress,
      let found = memchr(base + start, Int32(byte), count - start)
    else { return nil }
    return UnsafeRawPointer(found) - base
  }

  /// Whether a byte stands at any place that meets a condition.
  func holds(_ byte: UInt8, where condition: (Int) -> Bool) -> Bool {
    var place = 0
    while let found = first(byte, from: place) {
      if condition(found) { return true }
      place = found + 1
    }
    return false
  }
}
