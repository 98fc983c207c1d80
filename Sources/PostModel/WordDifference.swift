/// How one text differs from another, word by word.
public struct WordDifference: Hashable, Sendable {
  /// A run of words and what became of them.
  public struct Part: Hashable, Sendable {
    /// What became of words.
    public enum Change: String, Sendable, CaseIterable {
      /// Both texts have them.
      case same
      /// Only the first text has them.
      case leftOut = "left-out"
      /// Only the second text has them.
      case added
    }

    /// What became of the words.
    public var change: Change
    /// The words with spaces between them.
    public var text: String
  }

  /// The runs in the order of the texts.
  public let parts: [Part]

  /// Whether both texts have the same words.
  public var isEmpty: Bool { parts.allSatisfy { $0.change == .same } }

  /// Texts of more words than this are compared up to it, which bounds the time.
  private static let limit = 4000

  /// Compares texts by what stands between white space.
  public init(from first: String, to second: String) {
    let old = Self.words(first)
    let new = Self.words(second)
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in new.difference(from: old) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var runs: [(Part.Change, [String])] = []
    func add(_ change: Part.Change, _ word: String) {
      if runs.last?.0 == change {
        runs[runs.count - 1].1.append(word)
      } else {
        runs.append((change, [word]))
      }
    }
    var place = 0
    for index in old.indices {
      if removed.contains(index) {
        add(.leftOut, old[index])
        continue
      }
      while inserted.contains(place) {
        add(.added, new[place])
        place += 1
      }
      add(.same, old[index])
      place += 1
    }
    while place < new.count {
      add(.added, new[place])
      place += 1
    }
    parts = runs.map { Part(change: $0.0, text: $0.1.joined(separator: " ")) }
  }

  private static func words(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).prefix(limit).map(String.init)
  }
}
