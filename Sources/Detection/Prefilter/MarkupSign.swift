import Platforms

/// What a literal that was found in a page's bytes may be, and the look round it that tells.
///
/// The looks see markup as it is written, as JSON or an attribute escapes it, and percent-encoded.
/// They err only towards `true`.
enum MarkupSign: Sendable {
  /// A host, by its number in the probe.
  case address(Int)
  /// Something that stands for a post wherever it is met.
  case certain
  /// A class that a platform's embeds have, and the name of the elements where that is known.
  case className(of: [UInt8])
  /// An attribute that a platform's embeds have, and how its value begins.
  case attribute(value: [UInt8])
  /// The name of a platform's element.
  case element
  /// A word within the name of a component that may hold an id.
  case component([TokenSyntax])
  /// A function of a widget program.
  case call
  /// `/embed` behind the id of a post of any host.
  case frame
  /// A number behind a slash, long enough to tell a time.
  case longNumber
  /// An attribute that may hold a post's bare id.
  case identifier(NamedIDs)
  /// A key that only posts' ids have.
  case key(TokenSyntax)
  /// A word in what an object of a payload says of its kind.
  case payloadType
  /// A code of a content system that may hold an id.
  case shortcode([TokenSyntax])
  /// The folder beside a saved page.
  case savedFrame
  /// The beginning of markup in base64, in a string within a string.
  case base64

  /// What is looked for where elements of a selector matter, `nil` where nothing tells them.
  static func sign(of selector: EmbedPattern.Selector) -> (text: String, sign: MarkupSign)? {
    if let name = selector.name, name.contains("-") { return (name, .element) }
    // An `id` or a `type` is everywhere; what its value begins with is not.
    if let attribute = selector.attribute, attribute.utf8.count > 4 {
      return (attribute, .attribute(value: Array((selector.value ?? "").utf8)))
    }
    if let value = selector.value, value.utf8.count > 5 { return (value, .certain) }
    if let name = selector.className {
      return (name, .className(of: Array((selector.name ?? "").utf8)))
    }
    return selector.name.map { ($0, .element) }
  }

  /// Whether what it stands for may be there.
  func mayHold(
    in bytes: UnsafeRawBufferPointer, _ place: Range<Int>, probe: AddressProbe
  ) -> Bool {
    let look = RawLook(bytes)
    switch self {
    case .address(let literal):
      return probe.mayBePost(literal, endingAt: place.upperBound, in: bytes)
    case .certain: return true
    case .className(let name):
      return look.mayOpen(name, before: place.lowerBound)
        && look.beginsWord(at: place.lowerBound) && look.endsWord(at: place.upperBound)
        && look.isAfter("class", before: place.lowerBound)
    case .attribute(let value):
      return look.beginsWord(at: place.lowerBound) && look.endsName(at: place.upperBound)
        && look.mayHold(value, behind: place.upperBound)
    case .element:
      return look.opensTag(before: place.lowerBound) && look.endsName(at: place.upperBound)
    case .component(let syntaxes):
      return look.isInTagName(place) && look.mayHold(syntaxes, within: look.tag(around: place))
    case .call: return look.opensParenthesis(behind: place.upperBound)
    case .longNumber: return AddressProbe.mayBeTime(place.upperBound - 1, in: bytes)
    case .frame: return probe.mayBeFrame(place, in: bytes)
    case .identifier(let ids): return ids.mayHold(in: bytes, place)
    case .key(let syntax): return look.isKey(at: place.upperBound, of: syntax)
    case .payloadType: return look.isTypeName(place)
    case .shortcode(let syntaxes): return look.mayHold(syntaxes, behind: place.upperBound)
    case .savedFrame: return look.isSavedFrame(behind: place.upperBound)
    case .base64: return look.isBase64(from: place.upperBound, count: 20)
    }
  }
}

/// Looks at the bytes round a place.
struct RawLook {
  let bytes: UnsafeRawBufferPointer

  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
  }

  func byte(_ place: Int) -> UInt8 {
    place >= 0 && place < bytes.count ? bytes[place] : 0x20
  }

  static func isWord(_ byte: UInt8) -> Bool {
    byte.isHandleByte || byte == 0x2D
  }

  /// Whether no letter stands before a place, but for the end of an escape: `%22`, `\u0022`, `\n`.
  func beginsWord(at place: Int) -> Bool {
    let before = byte(place - 1)
    // A full stop or a hash before a class is a style sheet's or a script's.
    guard before != 0x2E, before != 0x23 else { return false }
    guard Self.isWord(before) else { return true }
    return (2...6).contains { byte(place - $0) == 0x5C } || byte(place - 3) == 0x25
  }

  /// Whether a word of a list ends at a place.
  func endsWord(at place: Int) -> Bool {
    let next = byte(place)
    return !Self.isWord(next) && next != 0x2E && next != 0x7B && next != 0x2C && next != 0x29
      && next != 0x28 && next != 0x5B && next != 0x3A
  }

  /// Whether a name of a tag or of an attribute ends at a place: what follows is white space, `=`,
  /// `>`, `/`, or an escape.
  func endsName(at place: Int) -> Bool {
    switch byte(place) {
    case 0x00...0x20, 0x3D, 0x3E, 0x2F, 0x5C, 0x26, 0x25: true
    // Consent managers move attributes: `consent-original-data-id-_`.
    case 0x2D: byte(place + 1) == 0x5F
    default: false
    }
  }

  /// Whether a tag opens before a place: `<`, `&lt;`, `\u003c`, `%3C`.
  func opensTag(before place: Int) -> Bool {
    switch byte(place - 1) {
    case 0x3C, 0x3B: true
    case 0x63, 0x43: byte(place - 2) == 0x33
    default: false
    }
  }

  /// Whether a word stands between a place and the tag's bracket before it.
  func isAfter(_ word: StaticString, before place: Int) -> Bool {
    let count = word.utf8CodeUnitCount
    var index = place - 1
    while index >= 0, bytes[index] != 0x3C, bytes[index] != 0x3E {
      if bytes[index] | 0x20 == word.utf8Start[0], index + count <= place,
        (0..<count).allSatisfy({ bytes[index + $0] | 0x20 == word.utf8Start[$0] })
      {
        return true
      }
      index -= 1
    }
    return false
  }

  /// Whether a value may begin with some letters behind an attribute's name.
  func mayHold(_ value: [UInt8], behind place: Int) -> Bool {
    guard !value.isEmpty else { return true }
    // The name, an equals sign and a quotation mark, each perhaps escaped, and white space.
    let end = min(bytes.count, place + 64 + value.count)
    guard end - place >= value.count else { return false }
    return (place...end - value.count).contains { start in
      value.indices.allSatisfy { bytes[start + $0] | 0x20 == value[$0] | 0x20 }
    }
  }

  /// Whether a parenthesis follows, perhaps after white space.
  func opensParenthesis(behind place: Int) -> Bool {
    var index = place
    while index < bytes.count, bytes[index] <= 0x20 || bytes[index] >= 0x80 { index += 1 }
    return byte(index) == 0x28
  }

  /// Whether a page follows whose name is as long as the id of a film.
  func isSavedFrame(behind place: Int) -> Bool {
    let end = place + length(from: place)
    return end - place == 11 && end + 5 <= bytes.count
      && bytes[end..<end + 5].elementsEqual(".html".utf8)
  }

  func length(from place: Int) -> Int {
    var end = place
    while end < bytes.count, end - place < 32, Self.isWord(bytes[end]) { end += 1 }
    return end - place
  }

  /// Whether so many letters of base64 follow.
  func isBase64(from place: Int, count: Int) -> Bool {
    guard place + count <= bytes.count else { return false }
    return bytes[place..<place + count].allSatisfy {
      $0.isASCIIDigit || $0.isASCIILetter || $0 == 0x2B || $0 == 0x2F || $0 == 0x3D
    }
  }
}
