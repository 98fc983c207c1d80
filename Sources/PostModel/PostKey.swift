/// What identifies a post across articles.
///
/// `PLATFORM:ID` where the id is known, else `PLATFORM:pic/CODE` by a media link, else
/// `PLATFORM:text/HASH` by a fingerprint of the words.
public struct PostKey: Hashable, Sendable, Codable {
  /// The key as archives write it.
  public let rawValue: String

  /// Takes a key as an archive holds it; nothing is checked.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// The key of a post whose id is known.
  public init(platform: PlatformID, id: String) {
    rawValue = "\(platform):\(id)"
  }

  /// The key of a post of which a media link survives; `code` is its last path component.
  public init(platform: PlatformID, mediaCode code: String) {
    rawValue = "\(platform):pic/\(code)"
  }

  /// The key of a post of which only the words survive; `nil` as platform where none is named.
  public init(platform: PlatformID?, fingerprint: String) {
    rawValue = "\(platform?.rawValue ?? "unknown"):text/\(fingerprint)"
  }
}

extension PostKey: CustomStringConvertible {
  /// The key itself.
  public var description: String { rawValue }
}
