import PostModel

/// When posts were made, by the ids that platforms give them.
///
/// Each formula was checked against recorded posts, and each gives the precision that those bear
/// out: an id is made when an upload begins, so a film's may be minutes early.
public enum PostClock {
  /// X's snowflakes: milliseconds since 2010-11-04T01:42:54.657Z above 22 bits.
  ///
  /// Ids up to 29700859247 were sequential, and the first possible snowflake is 2.9e14.
  static func x(_ id: String) -> PostDate? {
    guard let number = Int64(id), number >= 290_000_000_000_000 else { return nil }
    return moment(milliseconds: (number >> 22) + 1_288_834_974_657, .millisecond)
  }

  /// Ids of Mastodon and what was made of it: milliseconds since 1970 above 16 bits.
  ///
  /// Servers that keep small ids of 2016 and 2017, or run other software, give no time.
  static func mastodon(_ id: String) -> PostDate? {
    let digits = id.split(separator: "/").last ?? id[...]
    guard let number = Int64(digits), number >> 16 > 1_450_000_000_000 else { return nil }
    return moment(milliseconds: number >> 16, .millisecond)
  }

  /// TikTok's ids: seconds since 1970 above 32 bits, 2 to 40 s before publication.
  static func tiktok(_ id: String) -> PostDate? {
    guard let number = Int64(id), number >> 32 > 1_400_000_000 else { return nil }
    return moment(milliseconds: (number >> 32) * 1000, .minute)
  }

  /// Instagram's and Threads' shortcodes: the first 11 characters are a number in base 64.
  static func instagram(_ code: String) -> PostDate? {
    // A private post's code is longer than 30 characters, and ends in a token.
    guard code.utf8.count == 11 || code.utf8.count == 10 else { return nil }
    guard let number = base64URL(code) else { return nil }
    return moment(milliseconds: Int64(number >> 23) + 1_314_220_021_721, .second)
  }

  /// Bluesky's record keys (TID): microseconds since 1970 above 10 bits, chosen by the client.
  static func bluesky(_ key: String) -> PostDate? {
    guard key.utf8.count == 13 else { return nil }
    var number: UInt64 = 0
    for byte in key.utf8 {
      guard let digit = Self.sortableBase32[byte] else { return nil }
      number = number << 5 | digit
    }
    return moment(milliseconds: Int64((number & ~(1 << 63)) >> 10) / 1000, .second)
  }

  /// LinkedIn's ids: milliseconds since 1970 above 22 bits.
  static func linkedin(_ id: String) -> PostDate? {
    guard let number = Int64(id), number >> 22 > 1_200_000_000_000 else { return nil }
    return moment(milliseconds: number >> 22, .second)
  }

  /// Tumblr's ids of 18 digits, since 2019: milliseconds since 2001-09-09T01:46:40Z above 20 bits.
  static func tumblr(_ id: String) -> PostDate? {
    guard id.utf8.count == 18, let number = Int64(id) else { return nil }
    return moment(milliseconds: (number >> 20) + 1_000_000_000_000, .minute)
  }

  /// Weibo's ids of 16 digits, or their form in base 62: seconds since 1986-05-02 above 22 bits.
  static func weibo(_ id: String) -> PostDate? {
    let digits = id.utf8.count == 16 ? id : weiboNumber(id)
    guard let digits, let number = Int64(digits), digits.utf8.count == 16 else { return nil }
    return moment(milliseconds: ((number >> 22) + 515_483_463) * 1000, .minute)
  }

  /// Discord's snowflakes: milliseconds since 2015 above 22 bits.
  ///
  /// As Discord documents it; no recorded post was at hand to check it against.
  static func discord(_ id: String) -> PostDate? {
    guard let number = Int64(id), number >> 22 > 0 else { return nil }
    return moment(milliseconds: (number >> 22) + 1_420_070_400_000, .second)
  }

  private static func moment(
    milliseconds: Int64, _ precision: PostDate.Precision
  ) -> PostDate? {
    // 2005 to 2100: outside of it the text was no id of this kind.
    guard (1_104_537_600_000...4_102_444_800_000).contains(milliseconds) else { return nil }
    return PostDate(
      millisecondsSinceEpoch: milliseconds, precision: precision, source: .postID)
  }

  private static func base64URL(_ code: String) -> UInt64? {
    var number: UInt64 = 0
    for byte in code.utf8.prefix(11) {
      let digit: UInt64
      switch byte {
      case 0x41...0x5A: digit = UInt64(byte) - 0x41
      case 0x61...0x7A: digit = UInt64(byte) - 0x61 + 26
      case 0x30...0x39: digit = UInt64(byte) - 0x30 + 52
      case 0x2D: digit = 62
      case 0x5F: digit = 63
      default: return nil
      }
      guard number >> 58 == 0 else { return nil }
      number = number << 6 | digit
    }
    return number
  }

  private static let sortableBase32: [UInt8: UInt64] = Dictionary(
    uniqueKeysWithValues: zip("234567abcdefghijklmnopqrstuvwxyz".utf8, 0...))

  /// A code of 9 characters in base 62 stands for groups of 2, 7 and 7 digits: 1 + 4 + 4.
  private static func weiboNumber(_ code: String) -> String? {
    let characters = Array(code.utf8)
    guard characters.count == 9, let first = base62(characters[0..<1]),
      let second = base62(characters[1..<5]), let third = base62(characters[5..<9])
    else { return nil }
    return "\(first)" + padded(second, 7) + padded(third, 7)
  }

  private static func base62(_ digits: ArraySlice<UInt8>) -> Int? {
    var number = 0
    for byte in digits {
      switch byte {
      case 0x30...0x39: number = number * 62 + Int(byte) - 0x30
      case 0x61...0x7A: number = number * 62 + Int(byte) - 0x61 + 10
      case 0x41...0x5A: number = number * 62 + Int(byte) - 0x41 + 36
      default: return nil
      }
    }
    return number
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
