import Archive
import FoundationEssentials
import GRDB
import Work

/// Folds the lines of an archive into the rows of an index, from where the index stopped.
struct IndexBuilder {
  let reader: ArchiveReader
  let database: DatabaseQueue
  /// Where files may lie meanwhile.
  let folder: String
  private let work = OrderedWork(jobs: ProcessInfo.processInfo.activeProcessorCount)

  init(reader: ArchiveReader, database: DatabaseQueue, folder: String) {
    self.reader = reader
    self.database = database
    self.folder = folder
  }

  /// Makes the tables of an empty database, all in one transaction.
  func build() throws {
    let archive = reader.archive
    try database.write { database in
      try BulkBuilder.build(reader, database, folder: folder, work: work)
      try database.execute(
        sql: "INSERT INTO meta VALUES ('created', ?), ('tombstones', ?)",
        arguments: [archive.created, try archive.tombstones().fingerprint])
    }
  }

  /// Folds all that the index has not seen.
  func catchUp() throws {
    guard try database.read({ try IndexState(of: $0) }).isBehind(reader) else { return }
    try database.write { database in
      // Another process may have caught up meanwhile.
      let seen = try IndexState(of: database)
      guard try seen.isBehind(reader) else { return }
      try CatchUp.run(reader, database, from: seen.end, folder: folder, work: work)
    }
  }
}
