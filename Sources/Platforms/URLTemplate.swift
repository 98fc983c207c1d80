/// A pattern of addresses, with names for the parts that it captures.
///
/// `/{handle}/status/{id}/**` stands under each of the platform's hosts; a template that begins
/// with a host (`platform.twitter.com/embed/Tweet.html?id={id}`) stands under that host alone.
/// `*` is any one segment, a last `**` any rest, `*` within a segment any text. A segment may hold
/// literals and captures: `*-activity-{id}-*`. A capture's syntax is the platform's for its name.
public struct URLTemplate: Sendable, ExpressibleByStringLiteral {
  /// The pattern as it was written.
  public let pattern: String
  /// How the post's id is made of the captures, `{id}` unless said otherwise.
  public let id: String?
  /// How the handle is made of the captures, `{handle}` unless said otherwise.
  public let handle: String?
  /// What identifies the post on its platform where the id alone does not (a comment of a thread).
  public let identity: String?
  /// How the canonical address is made of the captures; the platform's own way where `nil`.
  public let canonical: String?
  let host: String?
  let segments: [Segment]
  let allowsRest: Bool
  let query: [QueryPattern]

  struct Segment: Sendable {
    enum Part: Sendable {
      case literal(String)
      case capture(String)
      case anything
    }

    let parts: [Part]
  }

  struct QueryPattern: Sendable {
    let name: String
    let value: Segment
  }

  /// Reads a template that follows the platform's own way for id and canonical address.
  public init(stringLiteral value: String) {
    self.init(value)
  }

  /// Reads a template.
  public init(
    _ pattern: String, id: String? = nil, handle: String? = nil, identity: String? = nil,
    canonical: String? = nil
  ) {
    self.pattern = pattern
    self.id = id
    self.handle = handle
    self.identity = identity
    self.canonical = canonical
    let halves = pattern.split(separator: "?", maxSplits: 1)
    let path = halves.first ?? ""
    var pieces = path.split(separator: "/", omittingEmptySubsequences: true)
    host = path.hasPrefix("/") || pieces.isEmpty ? nil : String(pieces.removeFirst())
    allowsRest = pieces.last == "**"
    if allowsRest { pieces.removeLast() }
    segments = pieces.map { Segment(String($0)) }
    query = (halves.count > 1 ? halves[1].split(separator: "&") : []).map { item in
      let sides = item.split(separator: "=", maxSplits: 1)
      return QueryPattern(
        name: String(sides[0]), value: Segment(sides.count > 1 ? String(sides[1]) : "*"))
    }
  }
}

extension URLTemplate.Segment {
  init(_ text: String) {
    var parts: [Part] = []
    var literal = ""
    var rest = text[...]
    func flushed() -> [Part] { literal.isEmpty ? [] : [.literal(literal)] }
    while let character = rest.popFirst() {
      if character == "{", let close = rest.firstIndex(of: "}") {
        parts += flushed() + [.capture(String(rest[..<close]))]
        literal = ""
        rest = rest[rest.index(after: close)...]
      } else if character == "*" {
        parts += flushed() + [.anything]
        literal = ""
      } else {
        literal.append(character)
      }
    }
    self.parts = parts + flushed()
  }

  /// Matches a whole text and adds what it captures; later parts are tried at every place.
  func match(
    _ text: Substring, syntax: [String: TokenSyntax], into captures: inout [String: String],
    from index: Int = 0
  ) -> Bool {
    guard index < parts.count else { return text.isEmpty }
    switch parts[index] {
    case .literal(let literal):
      guard text.lowercased().hasPrefix(literal.lowercased()) else { return false }
      return match(
        text.dropFirst(literal.count), syntax: syntax, into: &captures, from: index + 1)
    case .anything, .capture:
      return matchOpenPart(text, syntax: syntax, into: &captures, at: index)
    }
  }

  private func matchOpenPart(
    _ text: Substring, syntax: [String: TokenSyntax], into captures: inout [String: String],
    at index: Int
  ) -> Bool {
    // Segments are short; the longest part first, so that a slug may hold the separator.
    var end = text.endIndex
    while true {
      let part = text[..<end]
      if accepts(part, at: index, syntax: syntax),
        match(text[end...], syntax: syntax, into: &captures, from: index + 1)
      {
        if case .capture(let name) = parts[index] { captures[name] = String(part) }
        return true
      }
      guard end > text.startIndex else { return false }
      end = text.index(before: end)
    }
  }

  private func accepts(_ part: Substring, at index: Int, syntax: [String: TokenSyntax]) -> Bool {
    guard case .capture(let name) = parts[index] else { return true }
    return syntax[name].map { $0.matches(part) } ?? !part.isEmpty
  }
}

extension URLTemplate {
  /// Whether a segment of the path says by its own letters what the address is.
  var hasLiteral: Bool {
    segments.contains { segment in
      segment.parts.contains {
        if case .literal(let text) = $0 { text.utf8.count > 1 } else { false }
      }
    }
  }

  /// What stands beside the segment `embed`, by which a frame of any host is told.
  enum EmbedNeighbour {
    /// A capture before it.
    case capture(String)
    /// A word before it.
    case before(String)
    /// A word behind it.
    case behind(String)
  }

  /// What stands beside the segment `embed`; `nil` where there is no such segment.
  var embedNeighbour: EmbedNeighbour? {
    func part(_ index: Int) -> Segment.Part? {
      guard segments.indices.contains(index), segments[index].parts.count == 1 else { return nil }
      return segments[index].parts[0]
    }
    let embed = segments.indices.first {
      if case .literal("embed")? = part($0) { true } else { false }
    }
    guard let embed else { return nil }
    if case .capture(let name)? = part(embed - 1) { return .capture(name) }
    if case .literal(let word)? = part(embed - 1) { return .before(word) }
    if case .literal(let word)? = part(embed + 1) { return .behind(word) }
    return nil
  }

  /// What the template captures of an address under a right host, or `nil` where it does not fit.
  func match(_ address: WebAddress, syntax: [String: TokenSyntax]) -> [String: String]? {
    let path = address.path
    guard path.count == segments.count || (allowsRest && path.count > segments.count) else {
      return nil
    }
    var captures: [String: String] = [:]
    for (segment, text) in zip(segments, path) {
      guard segment.match(text[...], syntax: syntax, into: &captures) else { return nil }
    }
    for item in query {
      guard let value = address.queryValue(item.name),
        item.value.match(value[...], syntax: syntax, into: &captures)
      else { return nil }
    }
    return captures
  }

  /// Fills `{name}` in a text with what was captured, or `nil` where a name was not.
  static func expand(_ text: String, with captures: [String: String]) -> String? {
    var result = ""
    for part in Segment(text).parts {
      switch part {
      case .literal(let literal): result += literal
      case .capture(let name):
        guard let value = captures[name] else { return nil }
        result += value
      case .anything: result += "*"
      }
    }
    return result
  }
}
