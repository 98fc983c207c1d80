/// Tells from raw bytes, of a page or of a line of JSON, whether an address of a post may stand there.
///
/// The bytes are as they lie in the file: entities, JSON's escapes and percent-encoding are looked
/// through. Where the address ends is not known either, so every end is tried. `false` is certain:
/// no reader of addresses finds a post at that place, however it cuts and decodes the address.
package struct AddressProbe: Sendable {
  /// Hosts to be looked for without case, none of which ends in another.
  package let literals: [String]
  /// What stands for a post wherever it is met: addresses that have no host (`at://`, `tg://`).
  package let signs: [String]
  private let forms: [[AddressForm]]
  /// Words of the paths of addresses that count under any host and name no account by `@`.
  package let words: [String]
  /// What stands beside `/embed`, in frames of any host.
  private let framed: [Neighbour]

  private enum Neighbour {
    case syntax(TokenSyntax)
    case before([UInt8])
    case behind([UInt8])
  }

  /// Compiles declarations.
  package init(platforms: [Platform] = Platform.all) {
    let evident = platforms.flatMap(\.evident).map(\.pattern).filter { !$0.contains("@") }
    words = Set(
      evident.compactMap { pattern in
        pattern.split(separator: "/").filter { !$0.contains("{") }.max { $0.count < $1.count }
          .map { String($0) }
      }
    ).sorted()
    framed = platforms.flatMap { platform in
      (platform.anywhere + platform.evident).compactMap(\.embedNeighbour).compactMap {
        switch $0 {
        case .capture(let name): platform.syntax[name].map { .syntax($0) }
        case .before(let word): .before(Array(word.utf8))
        case .behind(let word): .behind(Array(word.utf8))
        }
      }
    }
    var byHost: [String: [(label: String, form: AddressForm)]] = [:]
    for platform in platforms {
      for template in platform.permalinks + platform.frames {
        for host in template.host.map({ [$0] }) ?? platform.hosts {
          let form = AddressForm(template, of: platform, under: host)
          byHost[form.host, default: []].append((host, form))
        }
      }
    }
    signs = byHost.keys.filter { !$0.contains(".") }.sorted().flatMap { Self.signs(of: $0) }
    byHost = byHost.filter { $0.key.contains(".") }
    // Whatever ends in another host is found where that one is.
    let hosts = byHost.keys.filter { host in !byHost.keys.contains { host.hasSuffix("." + $0) } }
      .sorted()
    literals = hosts
    forms = hosts.map { host in
      byHost.filter { $0.key == host || $0.key.hasSuffix("." + host) }
        .sorted { $0.key < $1.key }
        .flatMap { key, entries in
          entries.map { $0.form.requiring(labels: key.dropLast(host.utf8.count)) }
        }
    }
  }

  /// Whether the address of a post may stand at a literal's place.
  ///
  /// - Parameters:
  ///   - literal: which of `literals` stands there.
  ///   - end: the offset behind it.
  ///   - bytes: the page or the line.
  /// - Returns: `false` where no address of a post stands there, certainly.
  package func mayBePost(
    _ literal: Int, endingAt end: Int, in bytes: UnsafeRawBufferPointer
  ) -> Bool {
    guard AddressTail.mayFollow(bytes, at: end) else { return false }
    let start = end - literals[literal].utf8.count
    let candidates = forms[literal].filter { $0.fits(labelsBefore: start, in: bytes) }
    guard !candidates.isEmpty, AddressForm.beginsLabel(start, in: bytes) else { return false }
    return [false, true].contains { dropsSpace in
      AddressTail.withTail(of: bytes, from: end, dropsSpace: dropsSpace) { tail in
        // A second look is due only where white space ended the first.
        if dropsSpace, !tail.heldSpace { return false }
        return tail.isCut || candidates.contains { $0.mayMatch(tail) }
      }
    }
  }

  /// What stands before the number of a post of any host: a slash, as it may be written.
  package static let numberSigns = ["/", "2F", ";"]

  /// Whether a number long enough to tell a time begins at a place, as the ids of `evident` addresses
  /// do, and an account or `statuses` stands before it, as in all of them.
  package static func mayBeTime(_ place: Int, in bytes: UnsafeRawBufferPointer) -> Bool {
    let least = 15
    guard place + least <= bytes.count,
      bytes[place..<place + least].allSatisfy({ (0x30...0x39).contains($0) })
    else { return false }
    // No account's name is longer, with its instance.
    let before = bytes[max(0, place - 320)..<place]
    return before.contains(0x40)
      || before.indices.contains { index in
        accounts.contains { before[index...].starts(with: $0) }
      }
  }

  /// How `@` is escaped, and the word that stands for it.
  private static let accounts = ["%40", "u0040", "#64;", "#x40;", "&commat;", "statuses"].map {
    Array($0.utf8)
  }

  /// Whether a frame of any host may end at a place with `/embed`, or with `%2Fembed`.
  package func mayBeFrame(_ place: Range<Int>, in bytes: UnsafeRawBufferPointer) -> Bool {
    if place.upperBound < bytes.count, AddressForm.isToken(bytes[place.upperBound]) { return false }
    var end = place.lowerBound
    while end > 0, Self.separators.contains(bytes[end - 1]) { end -= 1 }
    return framed.contains { neighbour in
      let syntax: TokenSyntax
      switch neighbour {
      case .before(let word):
        return end >= word.count && bytes[(end - word.count)..<end].elementsEqual(word)
      case .behind(let word):
        // A slash, perhaps escaped, stands between.
        let tail = bytes[place.upperBound...].prefix(word.count + 6)
        return tail.indices.contains { tail[$0...].starts(with: word) }
      case .syntax(let own): syntax = own
      }
      var start = end
      while start > 0, end - start < syntax.lengths.upperBound,
        syntax.alphabet.contains(bytes[start - 1])
      {
        start -= 1
      }
      // A percent-encoded slash ends in a letter.
      let isWhole = start > 0 && (bytes[start - 1] == 0x2F || bytes[start - 1] | 0x20 == 0x66)
      return end - start >= syntax.lengths.lowerBound && isWhole
    }
  }

  /// `/` `\` `%`, and the `u002` of JSON's escape.
  private static let separators: Set<UInt8> = [0x2F, 0x5C, 0x25]

  /// The scheme's slashes and what follows them, as they stand in pages, in JSON and in queries.
  private static func signs(of name: String) -> [String] {
    // The account's identifier follows `at://`; the kind of the record tells a post.
    if name == "at" { return ["app.bsky.feed.post"] }
    return ["//\(name)?", "\\/\\/\(name)?", "%2F%2F\(name)%3F"]
  }
}
