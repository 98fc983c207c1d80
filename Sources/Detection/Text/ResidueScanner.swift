import Languages
import PostModel

/// Finds what platforms print round posts, in all languages, in one pass over the bytes.
///
/// Patterns are found by four bytes of their longest literal; the rest is matched from there.
struct ResidueScanner: Sendable {
  private let patterns: [ResiduePattern]
  private let platforms: [(name: [UInt8], id: PlatformID)]
  private let dates: DateScanner
  private var byKey: [UInt32: [Int]] = [:]
  private var mayMatch = [UInt64](repeating: 0, count: 1024)

  init(packs: [LanguagePack], dates: DateScanner) {
    self.dates = dates
    var seen: Set<String> = []
    patterns = packs.flatMap { Self.patterns(of: $0, unlessIn: &seen) }
    var names: [String: PlatformID] = [:]
    for pack in packs {
      for (platform, spellings) in pack.platforms {
        for name in spellings { names[name] = PlatformID(rawValue: platform) }
      }
    }
    platforms = names.map { (Array($0.key.utf8), $0.value) }
      .sorted { ($1.name.count, $0.id) < ($0.name.count, $1.id) }
    for (index, pattern) in patterns.enumerated() {
      let key = Self.key(pattern.anchorBytes, at: 0)
      byKey[key, default: []].append(index)
      let bit = Self.bit(of: key)
      mayMatch[bit / 64] |= 1 << UInt64(bit % 64)
    }
  }

  /// All residues of a text in its order; of those that overlap the first and longest.
  func residues(in text: TextBytes) -> [Residue] {
    guard text.count >= 4 else { return [] }
    var found: [Residue] = []
    text.bytes.withUnsafeBufferPointer { bytes in
      for position in 0...(bytes.count - 4) {
        let key = Self.key(bytes, at: position)
        let bit = Self.bit(of: key)
        guard mayMatch[bit / 64] & (1 << UInt64(bit % 64)) != 0, let indices = byKey[key] else {
          continue
        }
        for index in indices {
          if let residue = residue(patterns[index], at: position, in: text) {
            found.append(residue)
          }
        }
      }
    }
    let kept = Self.withoutOverlaps(Self.partedFromViews(found, in: text))
    return kept + UnknownAttributions(text: text, residues: kept).residues
  }

  /// What stands on lines of their own in words that no pack knows, but in the form of what platforms
  /// print; `known` is what was found by its words, in the order of the text.
  func unknownResidues(in text: TextBytes, lines: TextLines, known: [Residue]) -> [Residue] {
    UnknownFrames(text: text, lines: lines, known: known, platforms: platforms).residues
      + UnknownBylines(text: text, lines: lines, known: known, dates: dates).residues
  }

  /// Whether a text holds residues in words that packs know.
  func mayHold(in text: String) -> Bool {
    !residues(in: TextBytes(text)).isEmpty
  }

  /// Whether a text may hold residues in words that no pack knows, where it holds none that are known.
  func mayHoldUnknown(in text: String) -> Bool {
    let bytes = TextBytes(text)
    return !unknownResidues(in: bytes, lines: TextLines(bytes), known: []).isEmpty
  }

  /// What every residue in some languages holds: the literals by which patterns are found.
  static func anchors(of packs: [LanguagePack]) -> [String] {
    var seen: Set<String> = []
    return packs.flatMap { patterns(of: $0, unlessIn: &seen) }
      .map { String(decoding: $0.anchorBytes, as: UTF8.self) }
  }

  private func residue(_ pattern: ResiduePattern, at position: Int, in text: TextBytes) -> Residue?
  {
    var matcher = ResidueMatcher(text: text, pattern: pattern, dates: dates, platforms: platforms)
    return matcher.match(anchorAt: position)
  }

  /// `View this post on Instagram Ada (@ada) shared …` on one line: the name begins after the view.
  private static func partedFromViews(_ residues: [Residue], in text: TextBytes) -> [Residue] {
    let ends = residues.filter { $0.role == .view }.map(\.range.upperBound).sorted()
    guard !ends.isEmpty else { return residues }
    return residues.map { residue in
      guard residue.role == .attribution, let name = residue.leadingName,
        let end = ends[..<ends.partitioningIndex { $0 >= name.upperBound }].last,
        end > name.lowerBound
      else { return residue }
      var parted = residue
      let rest = text.trimmed(end..<name.upperBound)
      parted.name = rest.isEmpty ? nil : text.string(rest)
      parted.range = rest.lowerBound..<residue.range.upperBound
      return parted
    }
  }

  private static func withoutOverlaps(_ residues: [Residue]) -> [Residue] {
    let sorted = residues.sorted {
      ($0.range.lowerBound, -$0.range.count, -$0.specificity)
        < ($1.range.lowerBound, -$1.range.count, -$1.specificity)
    }
    var kept: [Residue] = []
    for residue in sorted where residue.range.lowerBound >= kept.last?.range.upperBound ?? 0 {
      kept.append(residue)
    }
    return kept
  }

  private static func key(_ bytes: some RandomAccessCollection<UInt8>, at offset: Int) -> UInt32 {
    let start = bytes.index(bytes.startIndex, offsetBy: offset)
    return bytes[start...].prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
  }

  private static func key(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> UInt32 {
    UInt32(bytes[offset]) << 24 | UInt32(bytes[offset + 1]) << 16 | UInt32(bytes[offset + 2]) << 8
      | UInt32(bytes[offset + 3])
  }

  private static func bit(of key: UInt32) -> Int {
    Int((key &* 2_654_435_761) >> 16)
  }

  private static func patterns(
    of pack: LanguagePack, unlessIn seen: inout Set<String>
  ) -> [ResiduePattern] {
    var written: [(String, ResiduePattern.Role, String?)] = []
    let residues = pack.residues
    for (platform, lines) in residues.attributions.sorted(by: { $0.key < $1.key }) {
      // Of an author who gave no name, the handle alone is printed.
      let nameless = lines.map { $0.replacing("{name} (@{handle})", with: "@{handle}") }
      written += (lines + nameless).map { ($0, .attribution, platform) }
    }
    for (platform, lines) in residues.views.sorted(by: { $0.key < $1.key }) {
      written += lines.map { ($0, .view, platform) }
    }
    written += residues.frames.map { ($0.opens, .opening, nil) }
    written += residues.frames.map { ($0.closes, .closing, nil) }
    written += residues.notices.map { ($0, .notice, nil) }
    return written.compactMap { line, role, platform in
      guard seen.insert("\(role)\(platform ?? "")\(line)").inserted else { return nil }
      return ResiduePattern(
        line, role: role, platform: platform.map { PlatformID(rawValue: $0) },
        language: pack.language)
    }
  }
}

extension RandomAccessCollection where Index == Int {
  /// The first place from which on all elements meet a condition, where those before do not.
  func partitioningIndex(where belongs: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if belongs(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
