import FoundationEssentials
import GRDB

/// Finds the citations whose words hold some phrases.
struct WordTable {
  private let database: Database
  /// Each phrase as words that must follow on each other.
  private let phrases: [[String]]

  init(_ phrases: [[String]], in database: Database) {
    self.phrases = phrases
    self.database = database
  }

  /// The postings of a word in one part.
  static func entries(of word: String, part: Int, in database: Database) throws -> Data? {
    let statement = try database.cachedStatement(
      sql: "SELECT entries FROM words WHERE part = ? AND word = ?")
    return try Data.fetchOne(statement, arguments: [part, word])
  }

  /// Calls `body` with the numbers of citations that hold all phrases, ascending.
  func forEachCitation(_ body: (Int) throws -> Void) throws {
    guard let last = try Int.fetchOne(database, sql: "SELECT max(part) FROM words") else { return }
    for part in 0...last {
      for text in try texts(in: part) { try body(part << WordWriter.partBits | text) }
    }
  }

  private func texts(in part: Int) throws -> [Int] {
    var lists: [[PostingList]] = []
    for phrase in phrases {
      var ofPhrase: [PostingList] = []
      for word in phrase {
        guard let bytes = try Self.entries(of: word, part: part, in: database) else { return [] }
        ofPhrase.append(PostingList(bytes, keepsPlaces: phrase.count > 1))
      }
      lists.append(ofPhrase)
    }
    // The rarest word first: what it lacks is looked up nowhere else.
    var texts: [Int]?
    for list in lists.joined().sorted(by: { $0.texts.count < $1.texts.count }) {
      texts = texts.map { PostingList.common($0, list.texts) } ?? list.texts
    }
    return (texts ?? []).filter { text in
      lists.allSatisfy { $0.count == 1 || PostingList.isPhrase($0, in: text) }
    }
  }
}

/// Where a word stands in the texts of one part.
struct PostingList {
  private(set) var texts: [Int] = []
  /// Where in `places` those of each text begin.
  private var starts: [Int] = []
  private var places: [Int] = []

  init(_ bytes: Data, keepsPlaces: Bool) {
    bytes.withUnsafeBytes { bytes in
      var reader = Postings.Reader(bytes, 0..<bytes.count)
      while !reader.isAtEnd {
        let count = reader.next()
        texts.append(reader.text)
        if keepsPlaces { starts.append(places.count) }
        var place = 0
        for _ in 0..<count {
          place += reader.number()
          if keepsPlaces { places.append(place) }
        }
      }
    }
  }

  /// What two ascending lists have in common.
  static func common(_ few: [Int], _ many: [Int]) -> [Int] {
    var found: [Int] = []
    var index = 0
    for number in few {
      while index < many.count, many[index] < number { index += 1 }
      if index < many.count, many[index] == number { found.append(number) }
    }
    return found
  }

  /// Whether the words follow on each other somewhere in a text that has all of them.
  static func isPhrase(_ words: [PostingList], in text: Int) -> Bool {
    let places = words.map { $0.places(in: text) }
    return places[0].contains { start in
      places.indices.allSatisfy { places[$0].contains(start + $0) }
    }
  }

  private func places(in text: Int) -> ArraySlice<Int> {
    var low = 0
    var high = texts.count
    while low < high {
      let middle = (low + high) / 2
      if texts[middle] < text { low = middle + 1 } else { high = middle }
    }
    guard low < texts.count, texts[low] == text else { return [] }
    return places[starts[low]..<(low + 1 < starts.count ? starts[low + 1] : places.count)]
  }
}
