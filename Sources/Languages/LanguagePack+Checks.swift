extension LanguagePack {
  /// Refuses tables of names that are not of the right length.
  func checkTables(_ file: String) throws {
    let tables = [
      ("dates.months", dates.months, 12), ("dates.weekdays", dates.weekdays, 7),
      ("dates.otherCalendar.months", dates.otherCalendar?.months ?? [], 12),
    ]
    for (key, rows, count) in tables where rows.count != count && !rows.isEmpty {
      throw LanguagePackError(
        code: .wrongValue, file: file, key: key,
        detail: "\(count) lists of names are needed, \(rows.count) are there.")
    }
    if dates.months.isEmpty || dates.orders.isEmpty {
      throw LanguagePackError(
        code: .wrongValue, file: file, key: "dates", detail: "Months and an order are needed.")
    }
  }

  /// Refuses more names of months, weekdays and days than there are.
  func checkMonths(_ file: String) throws {
    let tables = [
      ("dates.moreMonths", dates.moreMonths ?? [:], 12),
      ("dates.moreWeekdays", dates.moreWeekdays ?? [:], 7),
      ("dates.dayNames", dates.dayNames ?? [:], 31),
    ]
    for (key, rows, count) in tables {
      guard let wrong = rows.keys.sorted().first(where: { !(1...count).contains($0) }) else {
        continue
      }
      throw LanguagePackError(
        code: .wrongValue, file: file, key: "\(key).\(wrong)",
        detail: "a number from 1 to \(count) is expected as key.")
    }
  }

  /// Refuses parts in braces that no pattern knows, and patterns without words of their own.
  func checkPatterns(_ file: String) throws {
    for (key, pattern) in patterns {
      if let part = Self.unknownPart(of: pattern) {
        throw LanguagePackError(
          code: .wrongValue, file: file, key: key,
          detail:
            "“\(part)” is no part of a pattern; known are \(Self.parts.joined(separator: ", ")).")
      }
      let words = Self.parts.reduce(pattern) { $0.replacing($1, with: "\n") }
      guard words.split(separator: "\n").contains(where: { $0.utf8.count >= 4 }) else {
        throw LanguagePackError(
          code: .wrongValue, file: file, key: key,
          detail: "“\(pattern)” needs some words of its own besides the parts in braces.")
      }
    }
  }

  /// The patterns with the keys that they stand under.
  private var patterns: [(key: String, pattern: String)] {
    var found: [(String, String)] = []
    for (name, table) in [
      ("views", residues.views), ("attributions", residues.attributions),
    ] {
      for (platform, lines) in table.sorted(by: { $0.key < $1.key }) {
        found += lines.map { ("residues.\(name).\(platform)", $0) }
      }
    }
    found += residues.frames.flatMap {
      [("residues.frames.opens", $0.opens), ("residues.frames.closes", $0.closes)]
    }
    return found + residues.notices.map { ("residues.notices", $0) }
  }

  private static func unknownPart(of pattern: String) -> String? {
    pattern.split(separator: "{").dropFirst(pattern.hasPrefix("{") ? 0 : 1).lazy
      .map { "{" + $0.prefix { $0 != "}" } + "}" }
      .first { !parts.contains($0) }
  }

  private static let parts = [
    "{name}", "{handle}", "{address}", "{community}", "{date}", "{platform}", "{number}",
  ]
}
