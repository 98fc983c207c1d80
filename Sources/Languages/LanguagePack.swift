public import PostModel

/// What is known of one language: how it writes dates, and what platforms print in it.
///
/// A pack is data, one JSON file a language. It holds no rule that needs a program; scanners compile
/// the packs that they are given into tables.
public struct LanguagePack: Hashable, Sendable {
  /// The language, a BCP 47 tag; a script subtag where scripts differ (`zh-Hant`).
  public var language: LanguageTag
  /// The language's name in English.
  public var name: String
  /// How dates are written.
  public var dates: Dates
  /// What platforms print round a post where its embed is not shown.
  public var residues: Residues
  /// The names that prose gives to platforms, by the platform's own stable name.
  public var platforms: [String: [String]]
  /// The words that show a quotation of a post, where they are known.
  public var quotation: QuotationCues?
  /// The words by which sites advertise a channel of their own, in articles too.
  public var ownChannel: [String]?

  /// The names that prose gives to a platform, the usual one first.
  public func names(of platform: PlatformID) -> [String] {
    platforms[platform.rawValue] ?? []
  }
}

extension LanguagePack: Codable {
  private enum CodingKeys: String, CodingKey {
    case language
    case name
    case dates
    case residues
    case platforms
    case quotation
    case ownChannel
  }

  /// Decodes a pack; `language` must be a BCP 47 tag.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let tag = try container.decode(String.self, forKey: .language)
    guard let language = LanguageTag(tag) else {
      throw DecodingError.dataCorruptedError(
        forKey: .language, in: container, debugDescription: "“\(tag)” is no language tag.")
    }
    self.language = language
    name = try container.decode(String.self, forKey: .name)
    dates = try container.decode(Dates.self, forKey: .dates)
    residues = try container.decode(Residues.self, forKey: .residues)
    platforms = try container.decode([String: [String]].self, forKey: .platforms)
    quotation = try container.decodeIfPresent(QuotationCues.self, forKey: .quotation)
    ownChannel = try container.decodeIfPresent([String].self, forKey: .ownChannel)
  }

  /// Encodes the pack under the keys of its file.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(language.rawValue, forKey: .language)
    try container.encode(name, forKey: .name)
    try container.encode(dates, forKey: .dates)
    try container.encode(residues, forKey: .residues)
    try container.encode(platforms, forKey: .platforms)
    try container.encodeIfPresent(quotation, forKey: .quotation)
    try container.encodeIfPresent(ownChannel, forKey: .ownChannel)
  }
}
