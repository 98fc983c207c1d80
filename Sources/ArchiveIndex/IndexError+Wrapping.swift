import Archive
import GRDB

extension IndexError {
  /// Runs a step on a database and says what went wrong in terms of what is to be done.
  static func wrapping<Value>(
    _ path: String, _ body: () throws -> Value
  ) throws(IndexError) -> Value {
    do {
      return try body()
    } catch let error as IndexError {
      throw error
    } catch let error as ArchiveError {
      throw IndexError(.archive, error.description, underlying: error)
    } catch let error as DatabaseError {
      throw IndexError(error, path: path)
    } catch {
      throw IndexError(
        .database, "The index cannot be used: \(error).", path: path, underlying: error)
    }
  }

  private init(_ error: DatabaseError, path: String) {
    let reason = error.message ?? error.resultCode.description
    switch error.resultCode {
    case .SQLITE_FULL:
      self.init(
        .diskFull,
        """
        There is no space left for the index. Free some space and ask again; the archive itself is \
        whole.
        """, path: path, underlying: error)
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self.init(
        .busy, "Another roost is writing to the index. Ask again in a moment.", path: path,
        underlying: error)
    case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM:
      self.init(
        .notWritable, "The index cannot be written (\(reason)).", path: path, underlying: error)
    default:
      self.init(
        .database,
        """
        The index cannot be used: \(reason). Make it anew by `roost index`; the archive itself is \
        whole.
        """, path: path, underlying: error)
    }
  }
}
