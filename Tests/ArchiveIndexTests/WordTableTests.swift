import GRDB
import TestSupport
import Testing

@testable import ArchiveIndex

@Suite("The table of words")
struct WordTableTests {
  /// The words of a text, in order.
  private static func words(_ text: String) throws -> [String] {
    var scanner = WordScanner()
    var text = text
    try text.withUTF8 { try scanner.scan(UnsafeRawBufferPointer($0), number: 0) }
    return scanner.occurrences.map { occurrence in
      scanner.words.withBytes(of: Int(occurrence >> 40)) { String(decoding: $0, as: UTF8.self) }
    }
  }

  @Test(
    "texts are parted into words",
    arguments: [
      ("Never the SAME, river", ["never", "the", "same", "river"]),
      ("snake_case o'clock 12:30", ["snake", "case", "o", "clock", "12", "30"]),
      ("“Café” Über…naïve", ["cafe", "uber", "naive"]),
      ("Мостът КМЕТИЦАТА", ["мостът", "кметицата"]),
      ("nasa東京 ok", ["nasa", "東", "京", "ok"]),
      ("が地\u{FE00}震a", ["が", "地\u{FE00}", "震", "a"]),
      ("大통령", ["大", "통", "령"]),
      ("a\u{0}b\u{200B}c", ["a", "b", "c"]),
      ("🌉 !!! ", []), ("", []),
    ])
  func parted(text: String, expected: [String]) throws {
    let words = try Self.words(text)
    #expect(words.map { Array($0.unicodeScalars) } == expected.map { Array($0.unicodeScalars) })
  }

  @Test("an accent that stands alone makes no other word")
  func accents() throws {
    #expect(try Self.words("cafe\u{301} CAFÉ") == ["cafe", "cafe"])
    #expect(try Self.words("a \u{301} \u{301}b") == ["a", "b"])
  }

  /// Writes texts, in blocks of some sizes, and goes on with another writer after each `rest`.
  private static func write(
    _ texts: [String], from first: Int, blocks: [Int], restEvery: Int, in database: Database
  ) throws {
    var number = first
    var writer = try WordWriter(database, from: first)
    var rest = texts[...]
    for (index, size) in blocks.enumerated() {
      var scanner = WordScanner()
      let block = rest.prefix(size)
      for (place, text) in block.enumerated() {
        var text = text
        try text.withUTF8 { try scanner.scan(UnsafeRawBufferPointer($0), number: place) }
      }
      try writer.add(WordBlock(scanner), first: number, count: block.count)
      number += block.count
      rest = rest.dropFirst(size)
      if index % restEvery == restEvery - 1 {
        try writer.finish()
        writer = try WordWriter(database, from: number)
      }
    }
    try writer.finish()
  }

  @Test("rows do not depend on how texts came; what is asked is found in them")
  func rows() throws {
    let vocabulary = ["a", "bb", "ccc", "dd", "e", "на", "東"]
    checkLaw("rows of words", runs: 20) { generator in
      let texts = (0..<60).map { _ in
        (0..<Int.random(in: 0...6, using: &generator)).map { _ in
          vocabulary.randomElement(using: &generator) ?? ""
        }.joined(separator: " ")
      }
      // In the middle of the texts a part ends.
      let first = 1 << WordWriter.partBits - Int.random(in: 0...60, using: &generator)
      let sizes = (0..<60).map { _ in Int.random(in: 0...9, using: &generator) } + [60]
      var found: [[Row]] = []
      for (blocks, restEvery) in [([60], 100), (sizes, 100), (sizes, 2)] {
        let queue = try DatabaseQueue()
        try queue.write { database in
          try database.execute(sql: IndexSchema.tables)
          try Self.write(texts, from: first, blocks: blocks, restEvery: restEvery, in: database)
          found.append(try Row.fetchAll(database, sql: "SELECT * FROM words"))
        }
        for phrases in [[["a"]], [["a"], ["на"]], [["a", "bb"]], [["東", "a"], ["e"]]] {
          var numbers: [Int] = []
          try queue.read { try WordTable(phrases, in: $0).forEachCitation { numbers.append($0) } }
          let expected = texts.indices.filter { Self.holds(texts[$0], phrases) }.map { first + $0 }
          guard numbers == expected else { return false }
        }
      }
      return found[0] == found[1] && found[0] == found[2]
    }
  }

  private static func holds(_ text: String, _ phrases: [[String]]) -> Bool {
    let words = text.split(separator: " ").map { String($0) }
    return phrases.allSatisfy { phrase in
      words.indices.contains { words[$0...].starts(with: phrase) }
    }
  }

  @Test("a set of posts names few and asks for many", arguments: [[], [3], [0, 63, 64, 700_000]])
  func posts(numbers: [Int]) {
    var set = PostSet()
    for number in numbers + numbers { set.insert(number) }
    #expect(set.numbers == numbers && set.count == numbers.count && set.isSmall)
    #expect(numbers.allSatisfy(set.contains) && !set.contains(62) && !set.contains(1 << 40))
    for number in 0...20_000 { set.insert(number * 3) }
    #expect(!set.isSmall)
  }

  @Test("a word that most posts hold is found as well as a rare one")
  func manyPosts() throws {
    let queue = try DatabaseQueue()
    let found = try queue.write { database in
      var set = PostSet()
      for number in 1...30_000 { set.insert(number) }
      database.add(function: set.function(named: "isAmong0"))
      return try Int.fetchOne(
        database,
        sql: """
          WITH RECURSIVE n(x) AS (SELECT 29999 UNION ALL SELECT x + 1 FROM n WHERE x < 30005)
          SELECT count(*) FROM n WHERE isAmong0(x)
          """)
    }
    #expect(found == 2)
  }
}
