import ArchiveIndex
import ArgumentParser
import Exporting
import PostModel

/// Merged posts by question.
struct Query: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find posts in an archive, by words, author, date, site and more.",
    discussion: """
      All words must occur in the post; "words in quotation marks" as they stand. Every condition \
      must hold. With - the words are read from standard input, a question a line.

      Examples:
        roost query "climate summit" --platform x --since 2025-03 --until 2025-04
        roost query --handle elonmusk --site example.org --format csv >posts.csv
      """)

  @Argument(help: "Words of the post, or - for standard input.")
  var words: [String] = []

  @OptionGroup(title: "Conditions") var conditions: QueryOptions
  @OptionGroup(title: "Archive") var archive: ArchiveOptions
  @OptionGroup(title: "Answer") var answer: FormatOptions

  func run() throws {
    let question = try ArchiveQuestion(archive)
    var count = 0
    if words == ["-"] {
      for line in LineInput(words) { count += try ask(question, line) }
    } else {
      let words = words.joined(separator: " ")
      count = try ask(question, words.isEmpty ? nil : words)
    }
    if count == 0 { throw ExitStatus.nothingMatched }
  }

  private func ask(_ question: ArchiveQuestion, _ words: String?) throws -> Int {
    let query = try conditions.query(words: words)
    switch try answer.choice() {
    case .machine(let format):
      return try write(query, from: question.index, as: format)
    case .people:
      return try show(query, from: question)
    }
  }

  private func write(
    _ query: PostQuery, from index: ArchiveIndex, as format: ExportFormat
  ) throws -> Int {
    var export = PostExport(format)
    try export.begin()
    try export.write(query, from: index, limit: conditions.limit)
    try export.end()
    return export.count
  }

  private func show(_ query: PostQuery, from question: ArchiveQuestion) throws -> Int {
    var query = query
    query.limit = conditions.limit.map { $0 > 0 ? $0 : .max - 1 } ?? 50
    let page = try question.index.posts(matching: query)
    guard !page.posts.isEmpty else { return 0 }
    var output = StandardOutput()
    for line in PostTable.lines(page.posts, width: Terminal.width(1), style: .of(1)) {
      try output.writeStyled(line)
    }
    try output.flush()
    if page.next != nil {
      query.cursor = nil
      let all = try question.index.count(matching: query)
      question.note("\(page.posts.count) of \(all) posts; --limit 0 shows all")
    }
    return page.posts.count
  }
}
