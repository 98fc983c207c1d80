/// Writes JSON byte by byte, in the order in which it is told to.
///
/// Slashes and everything beyond ASCII stay as they are; only what RFC 8259 requires is escaped. No
/// line feed is ever written, so whatever is written is one line.
package struct JSONWriter {
  /// What was written, UTF-8.
  package private(set) var bytes: [UInt8] = []
  private var needsComma = false

  /// Begins with nothing.
  package init(reservingCapacity capacity: Int = 0) {
    bytes.reserveCapacity(capacity)
  }

  /// Writes an object; `body` writes its members.
  package mutating func object(_ body: (inout JSONWriter) -> Void) {
    enclosed(0x7B, 0x7D, body)
  }

  /// Writes an array; `body` writes its elements.
  package mutating func array(_ body: (inout JSONWriter) -> Void) {
    enclosed(0x5B, 0x5D, body)
  }

  /// Writes the name of the member that is written next.
  package mutating func key(_ name: StaticString) {
    separate()
    bytes.append(0x22)
    bytes.append(contentsOf: name.description.utf8)
    bytes.append(0x22)
    bytes.append(0x3A)
    needsComma = false
  }

  /// Writes a name that the program does not know beforehand.
  package mutating func key(named name: String) {
    string(name)
    bytes.append(0x3A)
    needsComma = false
  }

  /// Writes text.
  package mutating func string(_ text: String) {
    separate()
    bytes.append(0x22)
    var text = text
    text.withUTF8 { utf8 in
      if utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }) {
        bytes.append(contentsOf: utf8)
      } else {
        for byte in utf8 { escape(byte) }
      }
    }
    bytes.append(0x22)
    needsComma = true
  }

  /// Writes a whole number.
  package mutating func integer(_ number: Int) {
    raw(String(number))
  }

  /// Writes a number from 0 to 1 with at most four decimals and no trailing zeros.
  package mutating func fraction(_ number: Double) {
    let bounded = number.isNaN ? 0 : min(max(number, 0), 1)
    let parts = Int((bounded * 10_000).rounded())
    guard parts % 10_000 != 0 else { return raw(String(parts / 10_000)) }
    var digits = String(parts)
    digits = String(repeating: "0", count: 4 - digits.utf8.count) + digits
    while digits.hasSuffix("0") { digits.removeLast() }
    raw("0." + digits)
  }

  /// Writes `true` or `false`.
  package mutating func boolean(_ value: Bool) {
    raw(value ? "true" : "false")
  }

  /// Writes `null`.
  package mutating func null() {
    raw("null")
  }

  private mutating func raw(_ token: String) {
    separate()
    bytes.append(contentsOf: token.utf8)
    needsComma = true
  }

  private mutating func enclosed(
    _ opening: UInt8, _ closing: UInt8, _ body: (inout JSONWriter) -> Void
  ) {
    separate()
    bytes.append(opening)
    needsComma = false
    body(&self)
    bytes.append(closing)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(0x2C) }
    needsComma = false
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case 0x22, 0x5C: bytes.append(contentsOf: [0x5C, byte])
    case 0x0A: bytes.append(contentsOf: [0x5C, 0x6E])
    case 0x0D: bytes.append(contentsOf: [0x5C, 0x72])
    case 0x09: bytes.append(contentsOf: [0x5C, 0x74])
    case 0x00..<0x20:
      bytes.append(contentsOf: Array("\\u00".utf8))
      bytes.append(Self.digits[Int(byte >> 4)])
      bytes.append(Self.digits[Int(byte & 15)])
    default: bytes.append(byte)
    }
  }

  private static let digits = Array("0123456789abcdef".utf8)
}

extension JSONWriter {
  /// Writes a member that holds text, nothing where there is none.
  package mutating func member(_ name: StaticString, _ text: String?) {
    guard let text else { return }
    key(name)
    string(text)
  }

  /// Writes a member that holds a whole number, nothing where there is none.
  package mutating func member(_ name: StaticString, _ number: Int?) {
    guard let number else { return }
    key(name)
    integer(number)
  }

  /// Writes a member that holds a list of texts, nothing where it is empty.
  package mutating func member(_ name: StaticString, _ texts: [String]) {
    list(name, texts) { $0.string($1) }
  }

  /// Writes a member that holds a list, nothing where it is empty.
  package mutating func list<Element>(
    _ name: StaticString, _ elements: [Element], _ write: (inout JSONWriter, Element) -> Void
  ) {
    guard !elements.isEmpty else { return }
    key(name)
    array { writer in
      for element in elements { write(&writer, element) }
    }
  }

  /// Writes a member that holds an object.
  package mutating func object(_ name: StaticString, _ body: (inout JSONWriter) -> Void) {
    key(name)
    object(body)
  }
}
