import Archive
import Digests
import GRDB
import PostModel

/// Folds the lines of an archive into the rows of an index, from where the index stopped.
struct IndexBuilder {
  let reader: ArchiveReader
  let database: DatabaseQueue

  /// Lines folded in one transaction.
  private static let batchLines = 20_000
  /// Bytes of lines after which a transaction ends, whatever the number of lines.
  private static let batchBytes = 32 << 20

  /// Folds all that the index has not seen.
  func catchUp() throws {
    let tombstones = try reader.archive.tombstones()
    while true {
      let seen = try database.read { try IndexState(of: $0) }
      guard try seen.isBehind(reader) else { return }
      var cursor = try reader.lines(from: seen.end)
      while let batch = try Self.batch(&cursor) {
        let isCurrent = try database.write { database in
          // Another process may have caught up meanwhile.
          guard try IndexState(of: database).end <= batch[0].position else { return false }
          try IndexBatch(database, forgetting: tombstones).fold(batch)
          return true
        }
        guard isCurrent else { break }
      }
    }
  }

  private static func batch(_ cursor: inout ArchiveCursor) throws -> [ArchiveLine]? {
    var lines: [ArchiveLine] = []
    var bytes = 0
    while lines.count < batchLines, bytes < batchBytes, let line = try cursor.next() {
      bytes += line.bytes.count
      lines.append(line)
    }
    return lines.isEmpty ? nil : lines
  }
}
