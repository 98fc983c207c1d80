extension EntityScanner {
  /// Addresses, with or without a protocol.
  func links(in scalars: [Unicode.Scalar]) -> [Entity] {
    var found: [Entity] = []
    var index = 0
    while index < scalars.count {
      guard Self.mayOpenLink(scalars, index) else {
        index += 1
        continue
      }
      if let host = Self.afterProtocol(scalars, index) {
        index = linkWithProtocol(scalars, index..<host, &found)
      } else if scalars[index].isHostLetter {
        index = linksWithoutProtocol(scalars, index, &found)
      } else {
        index += 1
      }
    }
    return found
  }

  /// Reads `https://host…`, whose protocol is given; gives where to go on.
  private func linkWithProtocol(
    _ scalars: [Unicode.Scalar], _ opening: Range<Int>, _ found: inout [Entity]
  ) -> Int {
    let host = opening.upperBound
    let run = Self.end(of: scalars, from: host) { $0.isHostPart }
    guard let domain = Self.endOfDomain(scalars, host..<run) else { return max(run, host) }
    let end = Self.endOfAddress(scalars, domain)
    guard Self.isEncodable(scalars[host..<domain]) else { return end }
    let whole = opening.lowerBound..<end
    if Self.string(scalars[host..<domain]).lowercased() == "t.co" {
      guard let short = Self.endOfShortLink(scalars, domain, end) else { return end }
      append(scalars, opening.lowerBound..<short, &found)
      return short
    }
    append(scalars, whole, &found)
    return end
  }

  /// Reads all `host.tld/path` of a run of host characters; gives where to go on.
  private func linksWithoutProtocol(
    _ scalars: [Unicode.Scalar], _ start: Int, _ found: inout [Entity]
  ) -> Int {
    var run = Self.end(of: scalars, from: start) { $0.isHostPart }
    run = Self.withoutProtocolAtEnd(scalars, start..<run)
    var index = start
    while index < run {
      let latin = Self.end(of: scalars, from: index, limit: run) { $0.isLatinHostPart }
      guard latin > index else {
        index += 1
        continue
      }
      guard Self.mayOpenBareHost(scalars, index),
        let domain = Self.endOfDomain(
          scalars, index..<min(latin + Self.longestTopLevel, run), labelsBefore: latin)
      else {
        index = latin
        continue
      }
      let end = Self.endOfAddress(scalars, domain)
      append(scalars, index..<end, &found)
      if end > domain { return end }
      index = max(latin, domain)
    }
    return max(run, start + 1)
  }

  private func append(
    _ scalars: [Unicode.Scalar], _ range: Range<Int>, _ found: inout [Entity]
  ) {
    found.append(Entity(.link, Self.string(scalars[range]), range: range))
  }

  private static func mayOpenLink(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    guard index > 0 else { return true }
    let before = scalars[index - 1]
    return
      !(before.isASCIIAlphanumeric || before.isAtSign || before.isHashSign || before == "$"
      || before.isInvalid)
  }

  private static func mayOpenBareHost(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    mayOpenLink(scalars, index)
      && (index == 0 || !"-_./".unicodeScalars.contains(scalars[index - 1]))
  }

  /// Where the host begins, if `http://` or `https://` stands at a position.
  static func afterProtocol(_ scalars: [Unicode.Scalar], _ index: Int) -> Int? {
    for name in ["http://", "https://"] {
      let end = index + name.unicodeScalars.count
      guard end <= scalars.count else { continue }
      let matches = zip(scalars[index..<end], name.unicodeScalars).allSatisfy {
        $0.value | ($0.isASCIILetter ? 0x20 : 0) == $1.value
      }
      if matches { return end }
    }
    return nil
  }

  /// In `日本語http://…` the run of host characters stops before the protocol.
  private static func withoutProtocolAtEnd(
    _ scalars: [Unicode.Scalar], _ run: Range<Int>
  ) -> Int {
    guard run.upperBound < scalars.count, scalars[run.upperBound] == ":" else {
      return run.upperBound
    }
    for length in [4, 5] where run.count > length {
      let start = run.upperBound - length
      if afterProtocol(scalars, start) != nil, mayOpenLink(scalars, start) { return start }
    }
    return run.upperBound
  }
}
