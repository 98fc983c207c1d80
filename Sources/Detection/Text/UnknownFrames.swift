import PostModel

/// Frames round an embed in words that no pack knows.
///
/// Broadcasters set a short line before and after an embed for those who listen to the page. In every
/// language both name the platform and end alike, in the number of the embed or in its author's handle.
struct UnknownFrames {
  private(set) var residues: [Residue] = []

  private struct Edge {
    var platform: PlatformID
    var tail: String
    var range: Range<Int>
  }

  /// Looks among the lines that hold nothing of what is known already.
  init(
    text: TextBytes, lines: TextLines, known: [Residue],
    platforms: [(name: [UInt8], id: PlatformID)]
  ) {
    var open: Edge?
    var next = 0
    for line in lines.lines.map(\.range) {
      while next < known.count, known[next].range.upperBound <= line.lowerBound { next += 1 }
      if next < known.count, known[next].range.overlaps(line) { continue }
      guard let edge = Self.edge(line, in: text, platforms) else { continue }
      if let first = open, first.platform == edge.platform, first.tail == edge.tail,
        line.lowerBound - first.range.upperBound <= Self.longestPost
      {
        residues.append(Self.residue(.opening, of: first))
        residues.append(Self.residue(.closing, of: edge))
        open = nil
      } else {
        open = edge
      }
    }
  }

  /// A short line that names a platform and ends in `, 1` or a handle.
  private static func edge(
    _ line: Range<Int>, in text: TextBytes, _ platforms: [(name: [UInt8], id: PlatformID)]
  ) -> Edge? {
    guard (8...120).contains(line.count),
      text.bytes.withUnsafeBytes({ mayBe($0[line]) }) || text.bytes[line].contains(0x40),
      let tail = tail(of: line, in: text)
    else { return nil }
    let head = line.lowerBound..<line.upperBound - tail.utf8.count
    guard let platform = platforms.first(where: { isNamed($0.name, in: head, of: text) }) else {
      return nil
    }
    return Edge(platform: platform.id, tail: tail, range: line)
  }

  /// A cheap look at a line that holds no handle: it ends in a comma and a number.
  static func mayBe(_ line: Slice<UnsafeRawBufferPointer>) -> Bool {
    let digits = line.reversed().prefix { $0.isASCIIDigit }.count
    return (1...2).contains(digits) && line.dropLast(digits).suffix(2).elementsEqual([0x2C, 0x20])
  }

  private static func tail(of line: Range<Int>, in text: TextBytes) -> String? {
    var start = line.upperBound
    while start > line.lowerBound, text.bytes[start - 1].isHandleByte { start -= 1 }
    if start > line.lowerBound, text.bytes[start - 1] == 0x40 {
      return text.string(start - 1..<line.upperBound)
    }
    let isNumber =
      line.upperBound - start <= 2
      && text.bytes[start..<line.upperBound]
        .allSatisfy(\.isASCIIDigit)
    return isNumber && text.has([0x2C, 0x20], endingAt: start)
      ? text.string(start..<line.upperBound) : nil
  }

  /// Whether a name stands as a word of its own.
  private static func isNamed(_ name: [UInt8], in range: Range<Int>, of text: TextBytes) -> Bool {
    guard range.count > name.count else { return false }
    return (range.lowerBound...range.upperBound - name.count).contains { place in
      guard text.has(name, at: place) else { return false }
      let isStart = place == range.lowerBound || text.spaceLength(at: place - 1) > 0
      let end = place + name.count
      return isStart && (end == range.upperBound || !text.bytes[end].isHandleByte)
    }
  }

  private static func residue(_ role: ResiduePattern.Role, of edge: Edge) -> Residue {
    var residue = Residue(role: role, platform: edge.platform, range: edge.range)
    residue.isUnknown = true
    if edge.tail.hasPrefix("@") { residue.handle = String(edge.tail.dropFirst()) }
    return residue
  }

  private static let longestPost = 2500
}
