import Languages
import PostModel

/// A pattern of what a platform prints round a post, taken apart.
struct ResiduePattern: Sendable {
  /// What the printed words are.
  enum Role: Sendable {
    /// They name the author.
    case attribution
    /// They invite to see the post where it is.
    case view
    /// They open the frame of an embed.
    case opening
    /// They close the frame of an embed.
    case closing
    /// They stand in place of a post.
    case notice
  }

  /// A piece of a pattern.
  enum Part: Hashable, Sendable {
    case literal([UInt8])
    /// `(@` with or without spaces, in either width.
    case open
    /// `)` in either width.
    case close
    case name
    case handle
    case address
    case community
    case date
    case platform
    case number
  }

  let role: Role
  let platform: PlatformID?
  /// The language of the words.
  let language: LanguageTag
  let parts: [Part]
  /// Which part is looked for: the longest literal.
  let anchor: Int

  /// Takes a pattern apart; `nil` where it has no words of its own.
  init?(_ pattern: String, role: Role, platform: PlatformID?, language: LanguageTag) {
    let parts = Self.parts(of: pattern)
    let literals = parts.indices.filter { Self.length(of: parts[$0]) >= 4 }
    guard let anchor = literals.max(by: { Self.length(of: parts[$0]) < Self.length(of: parts[$1]) })
    else { return nil }
    (self.role, self.platform, self.language) = (role, platform, language)
    (self.parts, self.anchor) = (parts, anchor)
  }

  /// How many bytes of the pattern are words of its own.
  var specificity: Int { parts.reduce(0) { $0 + Self.length(of: $1) } }

  /// The bytes that are looked for.
  var anchorBytes: [UInt8] {
    if case .literal(let bytes) = parts[anchor] { bytes } else { [] }
  }

  private static func length(of part: Part) -> Int {
    if case .literal(let bytes) = part { bytes.count } else { 0 }
  }

  private static func parts(of pattern: String) -> [Part] {
    var parts: [Part] = []
    var literal: [UInt8] = []
    func flush() {
      if !literal.isEmpty { parts.append(.literal(literal)) }
      literal = []
    }
    let bytes = Array(pattern.utf8)
    var index = 0
    while index < bytes.count {
      let rest = bytes[index...]
      if let (part, length) = fields.first(where: { rest.starts(with: $0.written) })
        .map({ ($0.part, $0.written.count) })
      {
        if part == .open { while literal.last == 0x20 { literal.removeLast() } }
        flush()
        parts.append(part)
        index += length
      } else {
        literal.append(bytes[index])
        index += 1
      }
    }
    flush()
    return parts
  }

  private static let fields: [(written: [UInt8], part: Part)] = written.map {
    (Array($0.utf8), $1)
  }

  private static let written: [(String, Part)] = [
    ("(@", .open), ("（@", .open), ("{name}", .name), ("{handle}", .handle),
    ("{address}", .address), ("{community}", .community), ("{date}", .date),
    ("{platform}", .platform), ("{number}", .number), (")", .close), ("）", .close),
  ]
}

/// What a platform printed at a place of a text.
struct Residue {
  var role: ResiduePattern.Role
  var platform: PlatformID?
  var name: String?
  var handle: String?
  var date: PostDate?
  var range: Range<Int>
  /// Where the words lead, if Markdown made a link of them.
  var address: String?
  /// Where the name stands, if the residue begins with it.
  var leadingName: Range<Int>?
  /// A word in a handle's place that may be the first one of the post: more words follow it.
  var doubtfulName: Range<Int>?
  /// Whether it was told by its form and not by words that a pack knows.
  var isUnknown = false
  /// How many bytes the platform's own words take: of two readings the one with more is right.
  var specificity = 0
}
