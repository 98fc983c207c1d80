import GRDB
import GRDBSQLite

/// A prepared statement that is run millions of times: SQLite's own interface, with nothing between.
final class RawStatement {
  private let statement: OpaquePointer
  private let connection: OpaquePointer

  init(_ database: Database, _ sql: String) throws {
    guard let connection = database.sqliteConnection else {
      throw DatabaseError(resultCode: .SQLITE_MISUSE)
    }
    var prepared: OpaquePointer?
    let code = sqlite3_prepare_v2(connection, sql, -1, &prepared, nil)
    guard code == SQLITE_OK, let prepared else { throw Self.error(code, connection) }
    self.connection = connection
    statement = prepared
  }

  deinit {
    sqlite3_finalize(statement)
  }

  /// Binds a whole number to a place, counted from 1.
  func bind(_ place: Int32, _ value: Int) {
    sqlite3_bind_int64(statement, place, Int64(value))
  }

  /// Binds a whole number, or nothing.
  func bind(_ place: Int32, _ value: Int?) {
    if let value { bind(place, value) } else { sqlite3_bind_null(statement, place) }
  }

  /// Runs the statement, with bytes bound that stay where they are meanwhile.
  func run(text place: Int32, _ bytes: UnsafeRawBufferPointer) throws {
    let base = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
    sqlite3_bind_text(statement, place, base, Int32(bytes.count), nil)
    try run()
  }

  /// Runs the statement, with a text and bytes bound that stay where they are meanwhile.
  func run(
    text place: Int32, _ bytes: UnsafeRawBufferPointer, blob other: Int32,
    _ blob: UnsafeRawBufferPointer
  ) throws {
    sqlite3_bind_blob(statement, other, blob.baseAddress, Int32(blob.count), nil)
    try run(text: place, bytes)
  }

  /// Runs the statement, with bytes bound that stay where they are meanwhile.
  func run(blob place: Int32, _ bytes: UnsafeRawBufferPointer) throws {
    sqlite3_bind_blob(statement, place, bytes.baseAddress, Int32(bytes.count), nil)
    try run()
  }

  /// Runs the statement with what is bound.
  func run() throws {
    let code = sqlite3_step(statement)
    sqlite3_reset(statement)
    guard code == SQLITE_DONE || code == SQLITE_ROW else { throw Self.error(code, connection) }
  }

  private static func error(_ code: Int32, _ connection: OpaquePointer) -> DatabaseError {
    DatabaseError(
      resultCode: ResultCode(rawValue: code), message: String(cString: sqlite3_errmsg(connection)))
  }
}
