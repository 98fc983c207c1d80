import GRDB

/// Which names stand in an index once and are known by their number elsewhere.
enum NameTable: String, CaseIterable {
  case handle, site, language, platform, hashtag
}

/// Names of some lines, each table's numbered from 1 in the order in which they came.
struct LineNames: Sendable {
  private var lists = NameTable.allCases.map { _ in WordList() }

  mutating func number(_ name: UnsafeRawBufferPointer, in table: NameTable) -> Int {
    lists[Self.place(table)].number(name).number + 1
  }

  mutating func number(_ name: String, in table: NameTable) -> Int {
    var bytes = Array(name.utf8)
    // A NUL would end the name in the database.
    for index in bytes.indices where bytes[index] == 0 { bytes[index] = 0x20 }
    return bytes.withUnsafeBytes { number($0, in: table) }
  }

  func list(of table: NameTable) -> WordList { lists[Self.place(table)] }

  private static func place(_ table: NameTable) -> Int {
    switch table {
    case .handle: 0
    case .site: 1
    case .language: 2
    case .platform: 3
    case .hashtag: 4
    }
  }
}

/// The numbers that names have in an index.
struct IndexNames {
  private var tables: [NameTable: Names] = [:]

  init(_ database: Database) throws {
    for table in NameTable.allCases { tables[table] = try Names(table, database) }
  }

  /// The numbers that names of lines have in the index, by those that they have there, 0 for none;
  /// names that are new are added.
  mutating func numbers(of names: LineNames) throws -> Numbers {
    Numbers(
      handle: try numbers(.handle, names), site: try numbers(.site, names),
      language: try numbers(.language, names), platform: try numbers(.platform, names),
      hashtag: try numbers(.hashtag, names))
  }

  private mutating func numbers(_ table: NameTable, _ names: LineNames) throws -> [Int] {
    let list = names.list(of: table)
    var numbers = [0]
    for name in 0..<list.count {
      numbers.append(
        try list.withBytes(of: name) {
          try tables[table]?.number($0, hash: list.hashes[name]) ?? 0
        })
    }
    return numbers
  }

  /// By the numbers of lines, those of the index.
  struct Numbers {
    let handle: [Int]
    let site: [Int]
    let language: [Int]
    let platform: [Int]
    let hashtag: [Int]

    func apply(to record: inout CitationRecord) {
      record.handle = UInt32(clamping: handle[Int(record.handle)])
      record.language = UInt16(clamping: language[Int(record.language)])
      record.platform = UInt16(clamping: platform[Int(record.platform)])
    }

    func apply(to article: inout ArticleRecord) {
      article.site = UInt32(clamping: site[Int(article.site)])
      article.language = UInt16(clamping: language[Int(article.language)])
    }
  }
}

/// Names of one table.
private struct Names {
  private let table: NameTable
  /// Whether the table had names before, which are then looked up.
  private let looksUp: Bool
  private var numbers: [UInt64: Int] = [:]
  private var last: Int
  private let database: Database
  private let insertion: RawStatement

  init(_ table: NameTable, _ database: Database) throws {
    self.table = table
    self.database = database
    last = try Int.fetchOne(database, sql: "SELECT max(id) FROM \(table.rawValue)") ?? 0
    looksUp = last > 0
    insertion = try RawStatement(
      database, "INSERT INTO \(table.rawValue)(id, name) VALUES (?,?)")
  }

  /// The number of a name, which is added where it is new.
  mutating func number(_ name: UnsafeRawBufferPointer, hash: UInt64) throws -> Int {
    if let known = numbers[hash] { return known }
    if looksUp, let known = try stored(String(decoding: name, as: UTF8.self)) {
      numbers[hash] = known
      return known
    }
    last += 1
    numbers[hash] = last
    insertion.bind(1, last)
    try insertion.run(text: 2, name)
    return last
  }

  private func stored(_ name: String) throws -> Int? {
    let statement = try database.cachedStatement(
      sql: "SELECT id FROM \(table.rawValue) WHERE name = ?")
    return try Int.fetchOne(statement, arguments: [name])
  }
}
