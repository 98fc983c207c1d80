/// A BCP 47 language tag, normalised in case and separators.
public struct LanguageTag: Hashable, Sendable, Codable {
  /// The tag, with `-` between subtags, for example `en-GB` or `zh-Hant`.
  public let rawValue: String

  /// Reads a tag as pages write it (`en_US`, `BG`, `iw`).
  ///
  /// Gives `nil` for what is no language: empty text, `und`, `zxx`, and the pseudo-languages that
  /// X writes for posts without words (`qme`, `qht`, `qam`, `qst`, `qct`, `art`).
  public init?(_ text: some StringProtocol) {
    let subtags = String(text).split { $0 == "-" || $0 == "_" }.map { String($0) }
    guard let first = subtags.first?.lowercased(), (2...3).contains(first.utf8.count),
      first.utf8.allSatisfy({ (0x61...0x7A).contains($0) }), !Self.pseudo.contains(first)
    else { return nil }
    let rest = subtags.dropFirst().prefix { $0.utf8.allSatisfy(Self.isAlphanumeric) }
    rawValue = ([Self.renamed[first] ?? first] + rest.map(Self.cased)).joined(separator: "-")
  }

  /// The language without script or region: `zh` for `zh-Hant`.
  public var primary: String {
    String(rawValue.prefix { $0 != "-" })
  }

  private static let pseudo: Set<String> = [
    "und", "zxx", "mul", "mis", "qme", "qht", "qam", "qst", "qct", "art",
  ]

  /// Codes withdrawn by ISO 639 that are still written, X among the writers.
  private static let renamed = ["iw": "he", "in": "id", "ji": "yi", "jw": "jv", "mo": "ro"]

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  /// Script subtags are written `Hant`, regions `GB`, all else in lower case (RFC 5646, 2.1.1).
  private static func cased(_ subtag: String) -> String {
    switch subtag.utf8.count {
    case 4 where subtag.utf8.first.map { $0 > 0x39 } ?? false:
      subtag.prefix(1).uppercased() + subtag.dropFirst().lowercased()
    case 2: subtag.uppercased()
    default: subtag.lowercased()
    }
  }
}

extension LanguageTag: CustomStringConvertible {
  /// The tag itself.
  public var description: String { rawValue }
}
