/// Text from documents, made harmless and measured for a terminal.
enum TerminalText {
  /// The text without anything that a terminal would obey: control characters and the marks that
  /// turn the direction of writing become visible signs.
  static func safe(_ text: some StringProtocol, keepsLines: Bool = false) -> String {
    guard text.unicodeScalars.contains(where: isUnsafe) else { return String(text) }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n", "\t": result.append(keepsLines ? scalar : " ")
      case _ where !isUnsafe(scalar): result.append(scalar)
      case "\0"..."\u{1F}":
        result.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
      default: result.append("\u{FFFD}")
      }
    }
    return String(result)
  }

  /// What machines are to read, with everything that a terminal would obey as JSON escapes it.
  ///
  /// In JSON the value is the same, in other formats the escape (`\u001b`) is seen.
  static func escapingControls(_ bytes: [UInt8]) -> [UInt8] {
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.unicodeScalars.contains(where: isUnsafe) else { return bytes }
    var result = String.UnicodeScalarView()
    var last: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      // A line end of two signs, as CSV has it, is one.
      if last == "\r", scalar == "\n" { result.removeLast(6) }
      if scalar == "\n" || scalar == "\t" || !isUnsafe(scalar) {
        if last == "\r", scalar == "\n" { result.append("\r") }
        result.append(scalar)
      } else {
        let digits = String(scalar.value, radix: 16)
        let zeros = String(repeating: "0", count: max(0, 4 - digits.utf8.count))
        result.append(contentsOf: "\\u\(zeros)\(digits)".unicodeScalars)
      }
      last = scalar
    }
    return Array(String(result).utf8)
  }

  /// How many columns a text takes.
  static func columns(_ text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + columns($1) }
  }

  /// The text in no more than some columns, with `…` where it was cut.
  static func cut(_ text: String, to width: Int) -> String {
    guard columns(text) > width else { return text }
    var result = ""
    var used = 0
    for character in text {
      let next = columns(character)
      guard used + next <= width - 1 else { break }
      result.append(character)
      used += next
    }
    return width > 0 ? result + "…" : ""
  }

  /// A family of four is one picture of two columns, whatever it is joined from.
  private static func columns(_ character: Character) -> Int {
    character.unicodeScalars.reduce(0) { widest, scalar in
      max(widest, scalar.columns)
    }
  }

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0x2028, 0x2029: true
    default: false
    }
  }
}
