/// A template of addresses, compiled for bytes of which the end is not known.
struct AddressForm: Sendable {
  /// A piece of a segment.
  enum Part: Sendable {
    /// Letters, in lower case.
    case literal([UInt8])
    case capture(TokenSyntax)
    case anything
  }

  /// The host under which it stands, without the label that a capture takes.
  let host: String
  private let segments: [[Part]]
  private let allowsRest: Bool
  private let query: [(name: [UInt8], value: [Part])]
  /// What must stand before the literal that was found: `platform.`.
  private var labels: [UInt8] = []

  /// Compiles a template of a platform under one of its hosts.
  init(_ template: URLTemplate, of platform: Platform, under host: String) {
    self.host = host.hasPrefix("{") ? String(host.drop { $0 != "." }.dropFirst()) : host
    func parts(_ segment: URLTemplate.Segment) -> [Part] {
      segment.parts.map { part in
        switch part {
        case .literal(let text): .literal(text.utf8.map(Self.folded))
        case .anything: .anything
        case .capture(let name):
          platform.syntax[name].map { .capture($0) } ?? .capture(TokenSyntax(.any))
        }
      }
    }
    segments = template.segments.map(parts)
    allowsRest = template.allowsRest
    query = template.query.map { ($0.name.utf8.map(Self.folded), parts($0.value)) }
  }

  /// The same form where only the end of its host is looked for.
  func requiring(labels: some StringProtocol) -> AddressForm {
    var form = self
    form.labels = labels.utf8.map(Self.folded)
    return form
  }

  /// Whether the labels that the form asks for stand before a place.
  func fits(labelsBefore place: Int, in bytes: UnsafeRawBufferPointer) -> Bool {
    guard place >= labels.count else { return false }
    let start = place - labels.count
    for index in labels.indices where Self.folded(bytes[start + index]) != labels[index] {
      return false
    }
    return true
  }

  /// Whether a label of a host may begin at a place: a letter before it would be the host's own,
  /// unless it is the end of an escape (`%2F`, `\u002F`, `\n`).
  static func beginsLabel(_ place: Int, in bytes: UnsafeRawBufferPointer) -> Bool {
    guard place > 0 else { return true }
    let before = bytes[place - 1]
    guard isToken(before) else { return true }
    for distance in 2...6 where place >= distance {
      let byte = bytes[place - distance]
      if byte == 0x5C || (byte == 0x25 && distance == 3) { return true }
      guard isToken(byte) else { return false }
    }
    return false
  }

  /// Whether some beginning of what stands behind the host fits.
  func mayMatch(_ tail: AddressTail) -> Bool {
    let address = TailParts(tail.bytes)
    guard address.path.count >= segments.count else { return false }
    for (index, parts) in segments.enumerated() {
      let isLast = index == segments.count - 1
      let text = address.path[index]
      let isEnd: (Int) -> Bool = { place in
        if place == text.upperBound {
          guard isLast, !allowsRest, address.path.count > segments.count else { return true }
          // What follows may be the sentence's own: `(https://…/slug/).`
          let next = address.path[segments.count]
          return !Self.goesOn(tail.bytes, at: next.lowerBound, within: next.upperBound)
        }
        return isLast && !Self.goesOn(tail.bytes, at: place, within: text.upperBound)
      }
      guard Self.match(parts[...], in: tail.bytes, at: text, isEnd: isEnd) else { return false }
    }
    return query.allSatisfy { item in
      address.query.contains { range in
        Self.match([.literal(item.name + [0x3D])] + item.value[...], in: tail.bytes, at: range) {
          _ in true
        }
      }
    }
  }

  /// Whether an address cannot end at a place: no reader cuts before a letter, a digit, `-` or `_`.
  private static func goesOn(
    _ bytes: UnsafeBufferPointer<UInt8>, at place: Int, within end: Int
  ) -> Bool {
    if isToken(bytes[place]) { return true }
    return bytes[place] == 0x2E && place + 1 < end && isToken(bytes[place + 1])
  }

  private static func match(
    _ parts: ArraySlice<Part>, in bytes: UnsafeBufferPointer<UInt8>, at text: Range<Int>,
    isEnd: (Int) -> Bool
  ) -> Bool {
    guard let part = parts.first else { return isEnd(text.lowerBound) }
    let rest = parts.dropFirst()
    switch part {
    case .literal(let literal):
      guard text.count >= literal.count else { return false }
      for index in literal.indices
      where folded(bytes[text.lowerBound + index]) != literal[index] {
        return false
      }
      return match(
        rest, in: bytes, at: text.lowerBound + literal.count..<text.upperBound, isEnd: isEnd)
    case .capture(let syntax):
      var length = 0
      while length < min(text.count, syntax.lengths.upperBound),
        syntax.mayHold(bytes[text.lowerBound + length], at: length)
      {
        length += 1
      }
      return ends(syntax.lengths.lowerBound, length, of: rest, in: bytes, at: text, isEnd: isEnd)
    case .anything:
      return ends(0, text.count, of: rest, in: bytes, at: text, isEnd: isEnd)
    }
  }

  private static func ends(
    _ least: Int, _ most: Int, of rest: ArraySlice<Part>, in bytes: UnsafeBufferPointer<UInt8>,
    at text: Range<Int>, isEnd: (Int) -> Bool
  ) -> Bool {
    guard least <= most else { return false }
    return (least...most).reversed().contains { length in
      match(rest, in: bytes, at: text.lowerBound + length..<text.upperBound, isEnd: isEnd)
    }
  }

  static func isToken(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == 0x2D
      || byte == 0x5F
  }

  private static func folded(_ byte: UInt8) -> UInt8 {
    byte &- 0x41 < 26 ? byte | 0x20 : byte
  }
}

extension TokenSyntax {
  /// Whether a byte may stand at a place of a text of this syntax.
  func mayHold(_ byte: UInt8, at place: Int) -> Bool {
    alphabet.contains(byte) || (alphabet == .signedDigits && place == 0 && byte == 0x2D)
  }
}

/// The segments and the query's items of a tail, as ranges of its bytes.
private struct TailParts {
  private(set) var path: [Range<Int>] = []
  private(set) var query: [Range<Int>] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var place = 0
    // A port, or the dot of a host that is written to its root.
    while place < bytes.count,
      bytes[place] == 0x3A || bytes[place] == 0x2E
        || (0x30...0x39).contains(bytes[place])
    {
      place += 1
    }
    let start = place
    guard place < bytes.count, [0x2F, 0x3F].contains(bytes[place]) || place > 0 else { return }
    var segment = start
    while place < bytes.count, bytes[place] != 0x3F {
      if bytes[place] == 0x23 {
        // `/#!/name/status/1`: what follows the hash-bang is the path.
        guard place + 1 < bytes.count, bytes[place + 1] == 0x21 else { break }
        place += 1
        segment = place + 1
      } else if bytes[place] == 0x2F {
        if place > segment { path.append(segment..<place) }
        segment = place + 1
      }
      place += 1
    }
    if place > segment { path.append(segment..<place) }
    guard place < bytes.count, bytes[place] == 0x3F else { return }
    var item = place + 1
    for index in place + 1...bytes.count
    where index == bytes.count || bytes[index] == 0x26 || bytes[index] == 0x3B
      || bytes[index] == 0x23
    {
      if index > item { query.append(item..<index) }
      item = index + 1
    }
  }
}
