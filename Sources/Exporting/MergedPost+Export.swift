import PostModel

extension MergedPost {
  /// The articles that cite the post, each once, in the order of the archive.
  var articles: [Article] {
    var seen: Set<String> = []
    return citations.map(\.article).filter { seen.insert($0.id).inserted }
  }
}

extension PostDate {
  /// The moment as RFC 3339 has it, `nil` where the time of day is not known.
  var moment: String? {
    switch precision {
    case .millisecond, .second: value
    case .minute: value.hasSuffix("Z") ? value.dropLast() + ":00Z" : value
    case .day, .month, .year, .bound: nil
    }
  }

  /// The date or the moment as ISO 8601-1 has it, `nil` for a bound.
  var plain: String? {
    precision == .bound ? nil : moment ?? value
  }
}

/// Text made harmless for XML, HTML and Markdown.
enum MarkupText {
  /// The text as character data and as the value of an attribute in quotation marks: `&`, `<`, `>` and
  /// quotation marks are references, and what XML 1.0 forbids becomes U+FFFD.
  static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      case "'": result.append(contentsOf: "&#39;".unicodeScalars)
      // A parser would make a line feed of it.
      case "\r": result.append(contentsOf: "&#13;".unicodeScalars)
      case _ where isForbidden(scalar): result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// Whether XML 1.0 forbids it, or it is a control that no reader has to obey.
  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0x7F...0x9F, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  /// The address, where a link to it does no harm: nothing but `http` and `https`.
  static func link(_ address: String?) -> String? {
    guard let address else { return nil }
    let scheme = address.prefix(8).lowercased()
    return scheme.hasPrefix("http://") || scheme.hasPrefix("https://") ? address : nil
  }
}
