import GRDB

/// Parts text beyond ASCII into words as SQLite's full-text search does: runs of letters, numbers and
/// their marks, without case and accents.
final class WordTokenizer {
  // The tokenizer belongs to a connection, which must live as long.
  private let database: DatabaseQueue
  private let tokenizer: any FTS5Tokenizer

  init() throws {
    database = try DatabaseQueue()
    tokenizer = try database.read {
      try $0.makeTokenizer(.unicode61(diacritics: .remove, categories: "L* N* Co Mn Mc"))
    }
  }

  func words(of text: String) throws -> [String] {
    try tokenizer.tokenize(document: text).map(\.token)
  }
}
