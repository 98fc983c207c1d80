extension EntityScanner {
  /// The longest top-level domain that is not written in ASCII, in code points.
  static let longestTopLevel = 14
  private static let longestLabel = 63
  private static let longestShortCode = 40

  /// Where the domain at the start of a run of host characters ends, if there is one.
  ///
  /// The longest one wins: `www.example.co.uk` and not `www.example.co`. The labels before the top
  /// level lie before `limit`.
  static func endOfDomain(
    _ scalars: [Unicode.Scalar], _ run: Range<Int>, labelsBefore limit: Int = .max
  ) -> Int? {
    var best: Int?
    var label = run.lowerBound
    var isNamed = false
    while label < run.upperBound {
      if isNamed, let end = endOfTopLevel(scalars, label..<run.upperBound) { best = end }
      let end = end(of: scalars, from: label, limit: run.upperBound) { $0 != "." }
      guard end > label, end < limit, scalars[label].isHostLetter, scalars[end - 1].isHostLetter
      else { break }
      // A name directly under the top level has no underscore, those below may.
      isNamed = !scalars[label..<end].contains("_")
      label = end + 1
    }
    return best
  }

  private static func endOfTopLevel(_ scalars: [Unicode.Scalar], _ rest: Range<Int>) -> Int? {
    let ascii = end(of: scalars, from: rest.lowerBound, limit: rest.upperBound) {
      $0.isASCIIAlphanumeric || $0 == "-"
    }
    if ascii > rest.lowerBound {
      let name = string(scalars[rest.lowerBound..<ascii]).lowercased()
      let isKnown = name.hasPrefix("xn--") || TopLevelDomains.all.contains(name)
      return isKnown && mayEndDomain(scalars, ascii) ? ascii : nil
    }
    let limit = min(rest.upperBound, rest.lowerBound + longestTopLevel)
    return (rest.lowerBound..<limit).reversed().lazy.map { $0 + 1 }.first {
      TopLevelDomains.all.contains(string(scalars[rest.lowerBound..<$0]))
        && mayEndDomain(scalars, $0)
    }
  }

  private static func mayEndDomain(_ scalars: [Unicode.Scalar], _ end: Int) -> Bool {
    guard end < scalars.count else { return true }
    return !(scalars[end].isASCIIAlphanumeric || "@+-".unicodeScalars.contains(scalars[end]))
  }

  /// Whether each label can be written in the ASCII form of host names (RFC 5891, 63 octets).
  static func isEncodable(_ host: ArraySlice<Unicode.Scalar>) -> Bool {
    host.split(separator: ".").allSatisfy { label in
      let isASCII = label.allSatisfy { $0.isASCII }
      let claimsPunycode = string(label.prefix(4)).lowercased() == "xn--"
      return label.count <= longestLabel && (isASCII || !claimsPunycode)
    }
  }

  /// Where the address ends whose domain ends at a position: port, path and query.
  static func endOfAddress(_ scalars: [Unicode.Scalar], _ domain: Int) -> Int {
    endOfQuery(scalars, endOfPath(scalars, endOfPort(scalars, domain)))
  }

  private static func endOfPort(_ scalars: [Unicode.Scalar], _ start: Int) -> Int {
    guard start < scalars.count, scalars[start] == ":" else { return start }
    let end = end(of: scalars, from: start + 1) { $0.isASCIIDigit }
    return end > start + 1 ? end : start
  }

  private static func endOfPath(_ scalars: [Unicode.Scalar], _ start: Int) -> Int {
    guard start < scalars.count, scalars[start] == "/" else { return start }
    var best = start + 1
    var index = best
    while index < scalars.count {
      if scalars[index] == "(" {
        guard let closed = endOfParentheses(scalars, index) else { break }
        index = closed
        best = closed
      } else if scalars[index].isPathPart {
        index += 1
        if scalars[index - 1].isPathEnd { best = index }
      } else {
        break
      }
    }
    return best
  }

  /// One pair of parentheses, which may hold another: `Primer_(film)`.
  private static func endOfParentheses(
    _ scalars: [Unicode.Scalar], _ open: Int, depth: Int = 1
  ) -> Int? {
    var index = open + 1
    while index < scalars.count {
      if scalars[index] == ")" { return index > open + 1 ? index + 1 : nil }
      if scalars[index] == "(" {
        guard depth < 2, let inner = endOfParentheses(scalars, index, depth: depth + 1) else {
          return nil
        }
        index = inner
      } else if scalars[index].isPathPart {
        index += 1
      } else {
        return nil
      }
    }
    return nil
  }

  private static func endOfQuery(_ scalars: [Unicode.Scalar], _ start: Int) -> Int {
    guard start < scalars.count, scalars[start] == "?" else { return start }
    var best = start
    var index = start + 1
    while index < scalars.count, scalars[index].isQueryPart {
      index += 1
      if scalars[index - 1].isQueryEnd { best = index }
    }
    return best
  }

  /// A `t.co` address has a code and perhaps a query, and nothing else: `t.co/abc's` stops at `abc`.
  ///
  /// Gives `nil` for a code that is too long to be one.
  static func endOfShortLink(_ scalars: [Unicode.Scalar], _ domain: Int, _ end: Int) -> Int? {
    guard domain < end, scalars[domain] == "/" else { return end }
    let code = Self.end(of: scalars, from: domain + 1, limit: end) { $0.isASCIIAlphanumeric }
    guard code - domain - 1 <= longestShortCode else { return nil }
    return code > domain + 1 ? endOfQuery(scalars, code) : end
  }
}
