extension EntityScanner {
  /// Whether a whole text is one address, after RFC 3986 and the rules for host names.
  ///
  /// This is what a person may type into a field, so user names, ports and numeric hosts are allowed.
  package func isURL(_ text: String, withoutProtocol: Bool = false) -> Bool {
    let scalars = Array(text.unicodeScalars)
    var start = 0
    if let host = Self.afterProtocol(scalars, 0) {
      start = host
    } else if !withoutProtocol {
      return false
    }
    let end = scalars[start...].firstIndex { "/?#".unicodeScalars.contains($0) } ?? scalars.count
    return Self.isAuthority(scalars[start..<end]) && Self.isTail(scalars[end...])
  }

  private static func isTail(_ tail: ArraySlice<Unicode.Scalar>) -> Bool {
    tail.allSatisfy { $0.isPathPart || "()?".unicodeScalars.contains($0) }
  }

  private static func isAuthority(_ authority: ArraySlice<Unicode.Scalar>) -> Bool {
    var host = authority
    if let at = authority.lastIndex(of: "@") {
      let user = authority[..<at]
      host = authority[(at + 1)...]
      guard
        user.allSatisfy({
          $0.isASCIIAlphanumeric || "-._~%!$&'()*+,;=:".unicodeScalars.contains($0)
        })
      else { return false }
    }
    if host.first == "[" { return isNumericHost6(host) }
    if let colon = host.lastIndex(of: ":") {
      guard host[(colon + 1)...].allSatisfy({ $0.isASCIIDigit }) else { return false }
      host = host[..<colon]
    }
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    if labels.count == 4, labels.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.isASCIIDigit } }) {
      return labels.allSatisfy { UInt8(string($0)) != nil }
    }
    let scalars = Array(host)
    guard scalars.allSatisfy({ $0.isHostPart }), isEncodable(host) else { return false }
    return endOfDomain(scalars, 0..<scalars.count) == scalars.count
  }

  private static func isNumericHost6(_ host: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let close = host.firstIndex(of: "]") else { return false }
    let address = host[(host.startIndex + 1)..<close]
    let port = host[(close + 1)...]
    let groups = address.split(separator: ":", omittingEmptySubsequences: false)
    return (3...8).contains(groups.count)
      && groups.allSatisfy { $0.count <= 4 && $0.allSatisfy { $0.properties.isASCIIHexDigit } }
      && (port.isEmpty || port.first == ":" && port.dropFirst().allSatisfy { $0.isASCIIDigit })
  }
}
