import PostModel

/// A document without any markup: no page, but what a content system stores, or a record of data.
struct RawContent {
  private let bytes: [UInt8]
  private let isRecord: Bool

  /// Takes a document's text.
  init(_ text: String) {
    bytes = Array(text.utf8)
    let first = bytes.first { $0 > 0x20 }
    isRecord = first == 0x22 || first == 0x27 || first == 0x7B || first == 0x5B
  }

  /// How an address stands for its post, `nil` where it is a mere address: the whole document is it
  /// (an embed to content systems, which take an address alone for one), or a record has it as its
  /// own.
  func kind(of address: BareAddress) -> Sighting.Kind? {
    let before = bytes[..<address.utf8Range.lowerBound]
    let after = bytes[address.utf8Range.upperBound...]
    if before.allSatisfy({ $0 <= 0x20 }), after.allSatisfy({ $0 <= 0x20 }) { return .placeholder }
    guard isRecord else { return nil }
    let key = String(decoding: before.suffix(24), as: UTF8.self).lowercased().filter { $0 != " " }
    return Self.keys.contains { key.hasSuffix($0) } ? .payload : nil
  }

  /// Whether an address is all that its line holds.
  func isAlone(_ address: BareAddress) -> Bool {
    let before = bytes[..<address.utf8Range.lowerBound].reversed().prefix { $0 != 0x0A }
    let after = bytes[address.utf8Range.upperBound...].prefix { $0 != 0x0A }
    return before.allSatisfy { $0 <= 0x20 } && after.allSatisfy { $0 <= 0x20 }
  }

  private static let keys = ["url\":\"", "url':'", "link\":\"", "permalink\":\"", "href\":\""]
}
