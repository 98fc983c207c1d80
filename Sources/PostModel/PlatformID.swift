/// The stable name of a social network, as archives spell it.
///
/// An open set: an archive written by a newer version may hold names that this build does not know,
/// and they decode all the same.
public struct PlatformID: RawRepresentable, Hashable, Sendable, Codable {
  /// The name in lower case ASCII, `x` for instance.
  public let rawValue: String

  /// Wraps a name; nothing is checked.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }
}

extension PlatformID: ExpressibleByStringLiteral {
  /// Wraps a literal name.
  public init(stringLiteral value: String) {
    self.init(rawValue: value)
  }
}

extension PlatformID: CustomStringConvertible {
  /// The name itself.
  public var description: String { rawValue }
}

extension PlatformID: Comparable {
  /// Orders by name.
  public static func < (lhs: PlatformID, rhs: PlatformID) -> Bool {
    lhs.rawValue < rhs.rawValue
  }
}
