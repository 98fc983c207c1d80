import ArchiveIndex
import ArgumentParser
import Exporting
import PostModel

/// Merged posts by question.
struct Query: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query",
    abstract: "Find posts in an archive, by words, author, date, site and more.",
    discussion: """
      A question has words, which must all occur in the post, "phrases", which must occur as they \
      stand, and conditions: handle:, platform:, since:, until:, date:, cited:, site:, form:, lang:, \
      article-lang:, min:, tag:, has:, articles:, post:. Several values have commas between them; - \
      leads what must not hold. The options below say the same. With - questions are read from \
      standard input, one a line.

      Examples:
        roost query "climate summit" --platform x --since 2025-03 --until 2025-04
        roost query 'handle:nasa cited:2019 article-lang:de -form:link' --format csv >posts.csv
      """)

  @Argument(help: "The question, or - for standard input.")
  var question: [String] = []

  @OptionGroup(title: "Conditions") var conditions: QueryOptions
  @Flag(help: "Write only how many posts there are.") var count = false
  @OptionGroup(title: "Order") var page: PageOptions
  @OptionGroup(title: "Archive") var archive: ArchiveOptions
  @OptionGroup(title: "Answer") var answer: FormatOptions

  func run() throws {
    let archive = try ArchiveQuestion(archive)
    var found = 0
    for text in try QueryText.all(question) { found += try ask(archive, text) }
    if found == 0 { try archive.endWithNothing(isForPeople: try answer.isForPeople() && !count) }
  }

  private func ask(_ archive: ArchiveQuestion, _ text: String?) throws -> Int {
    let query = try page.apply(to: try conditions.query(text))
    if count {
      let found = try archive.index.count(matching: query)
      var output = StandardOutput()
      try output.write("\(found)\n")
      try output.flush()
      return found
    }
    switch try answer.choice() {
    case .machine(let format): return try write(query, from: archive, as: format)
    case .people: return try show(query, from: archive)
    }
  }

  private func write(
    _ query: PostQuery, from archive: ArchiveQuestion, as format: ExportFormat
  ) throws -> Int {
    var export = PostExport(format)
    try export.begin()
    let next = try export.write(query, from: archive.index, limit: page.limit)
    try export.end()
    if let next { archive.note("go on with --after \(next)") }
    return export.count
  }

  private func show(_ query: PostQuery, from archive: ArchiveQuestion) throws -> Int {
    var query = query
    query.limit = page.limit.map { $0 > 0 ? $0 : .max - 1 } ?? 50
    let answer = try archive.index.posts(matching: query)
    guard !answer.posts.isEmpty else { return 0 }
    var output = StandardOutput()
    for line in PostTable.lines(answer.posts, width: Terminal.width(1), style: .of(1)) {
      try output.writeStyled(line)
    }
    try output.flush()
    if let next = answer.next {
      query.cursor = nil
      let all = try archive.index.count(matching: query)
      archive.note(
        "\(answer.posts.count) of \(all) posts; --limit 0 shows all, --after \(next) goes on")
    }
    return answer.posts.count
  }
}

/// Questions as they were given.
enum QueryText {
  /// The questions, one for each line of standard input where `-` is given; `nil` asks for everything.
  static func all(_ words: [String]) throws -> [String?] {
    guard words != ["-"] else { return Array(LineInput(words)) }
    let text = words.joined(separator: " ")
    return [text.isEmpty ? nil : text]
  }
}
