/// What people may have meant by a word that is none of those known.
package enum Spelling {
  /// The known word that is nearest to another, if any is near.
  package static func nearest(to word: String, among known: [String]) -> String? {
    let word = word.lowercased()
    let near = known.map { (distance(word, $0), $0) }.min { ($0.0, $0.1) < ($1.0, $1.1) }
    guard let near, near.0 <= max(1, word.count / 3) || near.1.hasPrefix(word) && word.count > 1
    else { return nil }
    return near.1
  }

  /// How many letters must be changed, added, left out or swapped with the next.
  static func distance(_ lhs: String, _ rhs: String) -> Int {
    let (left, right) = (Array(lhs), Array(rhs))
    var rows = [[Int]](
      repeating: [Int](repeating: 0, count: right.count + 1), count: left.count + 1)
    for i in 0...left.count {
      for j in 0...right.count {
        guard i > 0, j > 0 else {
          rows[i][j] = i + j
          continue
        }
        let change = rows[i - 1][j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1)
        rows[i][j] = min(change, rows[i - 1][j] + 1, rows[i][j - 1] + 1)
        if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
          rows[i][j] = min(rows[i][j], rows[i - 2][j - 2] + 1)
        }
      }
    }
    return rows[left.count][right.count]
  }
}
