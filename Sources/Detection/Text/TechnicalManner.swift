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
    for line in text.utf8.split(separator: 0x0A) {
      let words = line.split { $0 == 0x20 || (0x09...0x0D).contains($0) }.map(Substring.init)
      guard !words.isEmpty else { continue }
      lines += 1
      let count = Self.signs(in: words)
      signs += count
      marked += count > 0 ? 1 : 0
    }
    isTechnical = signs >= Self.fewest && marked * Self.share >= lines
  }

  private static func signs(in words: [Substring]) -> Int {
    var count = words.count { isSign($0) }
    if let first = words.first {
      if ["$", ">>>", "{", "}", "};", "]", "],"].contains(first) { count += 1 }
      // `text: "Good morning"`, `schedule:`
      if first.hasSuffix(":"), first.allSatisfy({ $0.isLowercase || "_:-".contains($0) }),
        words.count == 1 || words[1].hasPrefix("\"")
      {
        count += 1
      }
    }
    return count
  }

  private static func isSign(_ word: Substring) -> Bool {
    guard word.utf8.contains(where: { marks.contains($0) }) else { return false }
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
  /// Every sign has one of these.
  private static let marks = Set("-[=`\"().:_".utf8)
  private static let fewest = 3
  /// At least one line of so many has a sign.
  private static let share = 4
}
