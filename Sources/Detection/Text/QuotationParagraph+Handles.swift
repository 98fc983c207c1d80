import Platforms

/// The handles that prose names accounts by.
extension QuotationParagraph {
  /// Whether the sign of a handle stands at a place, narrow or full-width.
  func isAt(_ index: Int) -> Bool { scalars[index] == 0x40 || scalars[index] == 0xFF20 }

  /// The handle whose sign stands at a place, without it: `@name`, `@name@host`, `u/name`.
  func handle(at index: Int) -> Range<Int>? {
    guard isAt(index) else { return signedHandle(at: index) }
    // An e-mail address has letters before the sign.
    if index > 0, isHandleLetter(index - 1) { return nil }
    let end = endOfHandle(index)
    return end > index + 1 ? index + 1..<end : nil
  }

  /// The handle behind the sign that a platform has of its own, `u/name`.
  func signedHandle(at index: Int) -> Range<Int>? {
    Self.accountSigns.lazy.compactMap { handle(behind: $0.sign, at: index, $0.handle) }.first
  }

  private func handle(
    behind sign: [UInt32], at index: Int, _ syntax: TokenSyntax
  ) -> Range<Int>? {
    guard scalars[index...].starts(with: sign) else { return nil }
    // `/u/name` is written as well, `edu/name` is part of an address.
    let before = index > 0 && scalars[index - 1] == 0x2F ? index - 2 : index - 1
    if before >= 0, !isSpace(before), ![0x28, 0x5B, 0x2C, 0x22].contains(scalars[before]) {
      return nil
    }
    let start = index + sign.count
    let name = scalars[start...].prefix(64).prefix { Self.isHandleLetter($0) || $0 == 0x2D }
    let range = start..<name.endIndex
    return syntax.matches(string(range)[...]) ? range : nil
  }

  /// What platforms write before a handle in place of `@`, and what a handle is there.
  private static let accountSigns = Platform.all.compactMap { platform in
    platform.accountSign.flatMap { sign in
      platform.syntax["handle"].map { (sign: sign.unicodeScalars.map(\.value), handle: $0) }
    }
  }

  /// Where `@name.of@host` ends that begins at a position.
  func endOfHandle(_ at: Int) -> Int {
    var index = at + 1
    while index < scalars.count {
      let scalar = scalars[index]
      let isPart = Self.isHandleLetter(scalar)
      let isInner =
        [0x2E, 0x2D, 0x40].contains(scalar) && index > at + 1
        && index + 1 < scalars.count && scalars[index + 1] < 0x80
        && (isLetter(index + 1) || isDigit(index + 1))
      guard isPart || isInner else { break }
      index += 1
    }
    return index
  }

  private func isHandleLetter(_ index: Int) -> Bool { Self.isHandleLetter(scalars[index]) }

  private static func isHandleLetter(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A: true
    default: false
    }
  }
}
