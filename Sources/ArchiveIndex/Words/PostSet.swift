import GRDB

/// Posts by number: one bit each.
struct PostSet: Sendable {
  private var bits: [UInt64] = []
  private(set) var count = 0

  /// Of so few a question names each; of more it asks for each post whether it is among them.
  private static let few = 20_000

  mutating func insert(_ number: Int) {
    let word = number >> 6
    if word >= bits.count {
      bits.append(contentsOf: repeatElement(0, count: max(word + 1 - bits.count, bits.count)))
    }
    let bit: UInt64 = 1 << UInt64(number & 63)
    if bits[word] & bit == 0 { count += 1 }
    bits[word] |= bit
  }

  func contains(_ number: Int) -> Bool {
    let word = number >> 6
    return word < bits.count && bits[word] & 1 << UInt64(number & 63) != 0
  }

  /// Whether a question names each.
  var isSmall: Bool { count <= Self.few }

  /// All numbers, ascending.
  var numbers: [Int] {
    bits.enumerated().flatMap { place, word -> [Int] in
      word == 0 ? [] : (0..<64).filter { word & 1 << UInt64($0) != 0 }.map { place << 6 | $0 }
    }
  }

  /// The set as a function of SQL that says of a number whether it is in the set.
  func function(named name: String) -> DatabaseFunction {
    DatabaseFunction(name, argumentCount: 1, pure: true) { values in
      Int.fromDatabaseValue(values[0]).map { contains($0) } ?? false
    }
  }
}

extension PostSet {
  /// The posts with a citation whose words hold all phrases.
  init(holding phrases: [[String]], in database: Database) throws {
    let lookup = try database.cachedStatement(sql: "SELECT post FROM citation WHERE number = ?")
    try WordTable(phrases, in: database).forEachCitation { number in
      // The archive may have a citation twice, which then has no row.
      if let post = try Int.fetchOne(lookup, arguments: [number]) { insert(post) }
    }
  }
}
