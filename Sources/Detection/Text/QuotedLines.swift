/// Where lines of a text are led by `>`, as Markdown and mail write quotations.
///
/// Of a line only its depth counts: how many such marks lead it.
struct QuotedLines {
  /// From where on lines are led by another number of marks than before.
  private var changes: [(place: Int, depth: Int)] = []

  /// A text without any quotation.
  init() {}

  /// Whether no line is led by a mark.
  var isEmpty: Bool { changes.isEmpty }

  /// Notes a line's depth; lines are noted in the order of the text.
  mutating func note(lineAt place: Int, depth: Int) {
    if depth != changes.last?.depth ?? 0 { changes.append((place, depth)) }
  }

  /// The quotation that holds a place with all that is quoted in it, or the words between quotations.
  func run(holding place: Int) -> Range<Int> {
    let index = changes.partitioningIndex { $0.place > place } - 1
    guard index >= 0 else { return 0..<(changes.first?.place ?? .max) }
    let depth = changes[index].depth
    let isInside: (Int) -> Bool = { depth > 0 ? changes[$0].depth >= depth : $0 == index }
    var first = index
    while first > 0, isInside(first - 1) { first -= 1 }
    let next = changes[index...].indices.first { !isInside($0) }
    return changes[first].place..<(next.map { changes[$0].place } ?? .max)
  }

  /// Whether a place is within a quotation.
  func isQuoted(_ place: Int) -> Bool {
    let index = changes.partitioningIndex { $0.place > place } - 1
    return index >= 0 && changes[index].depth > 0
  }
}
