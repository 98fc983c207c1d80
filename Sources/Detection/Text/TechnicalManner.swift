/// Tells texts about programs: readmes, change logs, manuals, configurations.
///
/// They are full of quoted samples, of `@names` and of words such as `post` and `thread`, and cite
/// nobody's posts with them.
struct TechnicalManner {
  /// Whether the text is of that manner: some signs of code, and these on a good part of its lines.
  let isTechnical: Bool

  init(_ text: String) {
    var signs = 0
    var lines = 0
    var marked = 0
    var text = text
    text.withUTF8 { bytes in
      for line in bytes.split(separator: 0x0A) {
        guard let count = Self.signs(in: line) else { continue }
        lines += 1
        signs += count
        marked += count > 0 ? 1 : 0
      }
    }
    isTechnical = signs >= Self.fewest && marked * Self.share >= lines
  }

  private typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>

  /// How many signs a line has; `nil` where it has no words.
  private static func signs(in line: Bytes) -> Int? {
    var count = 0
    var words = 0
    var label: Bytes?
    for word in line.split(whereSeparator: { $0 == 0x20 || (0x09...0x0D).contains($0) }) {
      words += 1
      if words == 1 {
        if openings.contains(where: { $0.elementsEqual(word) }) { count += 1 }
        label = isLabel(word) ? word : nil
      } else if words == 2, label != nil, word.first != 0x22 {
        label = nil
      }
      if maySign(word), isSign(Substring(decoding: word, as: UTF8.self)) { count += 1 }
    }
    return words > 0 ? count + (label == nil ? 0 : 1) : nil
  }

  /// Whether a word opens a line of a configuration: `text: "Good morning"`, `schedule:`.
  private static func isLabel(_ word: Bytes) -> Bool {
    guard word.last == 0x3A else { return false }
    return Substring(decoding: word, as: UTF8.self).allSatisfy {
      $0.isLowercase || "_:-".contains($0)
    }
  }

  /// What opens a line of a program.
  private static let openings = ["$", ">>>", "{", "}", "};", "]", "],"].map { Array($0.utf8) }

  /// A cheap look: what every sign has, and few words of prose do.
  private static func maySign(_ word: Bytes) -> Bool {
    for index in word.indices {
      let next = index + 1 < word.endIndex ? word[index + 1] : 0
      switch word[index] {
      case 0x5B, 0x3D, 0x60, 0x5F, 0x28, 0x29: return true
      case 0x2E where next != 0: return true
      case 0x2D where index == word.startIndex || next == 0x2D: return true
      case 0x22 where next == 0x3A: return true
      default: break
      }
    }
    return false
  }

  private static func isSign(_ word: Substring) -> Bool {
    let bare = word.drop { "(\"'“„«「[".contains($0) }
    if bare.hasPrefix("--") { return bare.dropFirst(2).first?.isLetter ?? false }
    if isManual(word) || word.hasPrefix("[-") || word == "=" || word.contains("=\"")
      || word.contains("`")
    {
      return true
    }
    if word.hasPrefix("\""), word.contains("\":") { return true }
    if word.contains("://") || word.contains("@") || word.contains("/") { return false }
    if word.contains("()") || word.contains("(\"") { return true }
    return isVersion(bare) || isFile(bare) || isIdentifier(bare)
  }

  /// What manuals hold: `-v`, `tide(1)`.
  private static func isManual(_ word: Substring) -> Bool {
    let bytes = Array(word.utf8)
    if bytes.count == 2, bytes[0] == UInt8(ascii: "-") { return word.last?.isLetter ?? false }
    return bytes.count > 4 && bytes.last == UInt8(ascii: ")")
      && bytes[bytes.count - 3] == UInt8(ascii: "(")
      && (0x31...0x39).contains(bytes[bytes.count - 2])
      && word.dropLast(3).allSatisfy { $0.isASCII && $0.isLetter }
  }

  /// A version such as `v2.4`.
  private static func isVersion(_ word: Substring) -> Bool {
    guard word.first == "v" else { return false }
    let numbers = word.dropFirst().split(separator: ".")
    return numbers.count >= 2 && (numbers.first?.allSatisfy(\.isNumber) ?? false)
  }

  /// A file such as `config.toml`.
  private static func isFile(_ word: Substring) -> Bool {
    guard let dot = word.lastIndex(of: "."), dot > word.startIndex else {
      return word.hasSuffix(".") ? isFile(word.dropLast()) : false
    }
    let ending = word[word.index(after: dot)...].prefix { $0.isLetter }
    return endings.contains(String(ending)) || ending.isEmpty && isFile(word[..<dot])
  }

  /// A name in a program, `in_reply_to`.
  private static func isIdentifier(_ word: Substring) -> Bool {
    guard word.contains("_"), !word.hasPrefix("#"), !word.hasPrefix("_") else { return false }
    let letters = word.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    return letters.count >= 5 && letters.allSatisfy { $0.isASCII && !$0.isUppercase }
      && !letters.hasSuffix("_")
  }

  private static let endings: Set<String> = [
    "toml", "yml", "yaml", "json", "py", "swift", "rs", "ini", "cfg", "conf", "cpp", "java", "rb",
    "sh", "md", "xml", "lock",
  ]
  private static let fewest = 3
  /// At least one line of so many has a sign.
  private static let share = 4
}
