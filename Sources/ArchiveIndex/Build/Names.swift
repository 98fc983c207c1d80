import GRDB

/// Names that stand in an index once and are known by their number elsewhere.
struct Names {
  /// Which names.
  enum Table: String {
    case handle, site, language, platform, hashtag
  }

  private let table: Table
  /// Whether the table had names before, which are then looked up.
  private let looksUp: Bool
  private var numbers: [UInt64: Int] = [:]
  private var last: Int
  private let database: Database
  private let insertion: RawStatement

  init(_ table: Table, _ database: Database) throws {
    self.table = table
    self.database = database
    last = try Int.fetchOne(database, sql: "SELECT max(id) FROM \(table.rawValue)") ?? 0
    looksUp = last > 0
    insertion = try RawStatement(
      database, "INSERT INTO \(table.rawValue)(id, name) VALUES (?,?)")
  }

  /// The number of a name, which is added where it is new.
  mutating func number(_ name: UnsafeRawBufferPointer) throws -> Int {
    let hash = StableHash.of(name)
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

  /// The number of a name, which is added where it is new.
  mutating func number(_ name: String) throws -> Int {
    var bytes = Array(name.utf8)
    // A NUL would end the name in the database.
    for index in bytes.indices where bytes[index] == 0 { bytes[index] = 0x20 }
    return try bytes.withUnsafeBytes { try number($0) }
  }

  private func stored(_ name: String) throws -> Int? {
    let statement = try database.cachedStatement(
      sql: "SELECT id FROM \(table.rawValue) WHERE name = ?")
    return try Int.fetchOne(statement, arguments: [name])
  }
}
