import Archive
public import ArchiveIndex
public import ArgumentParser
import PostModel

/// What is cited most.
struct Top: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "top",
    abstract: "Count what is cited most: posts, handles, sites, hashtags or platforms.",
    discussion: """
      Articles are counted, an article that several sites carry once. Which posts count can be asked \
      as for roost query; with - questions are read from standard input, one a line.

      Examples:
        roost top handles platform:x --since 2024
        roost top sites handle:nasa --every-copy --format csv
      """)

  @Argument(help: "posts, handles, sites, hashtags or platforms.", completion: .list(Self.subjects))
  var subject: CountSubject

  @Argument(help: "The question, or - for standard input.")
  var question: [String] = []

  @OptionGroup(title: "Conditions") var conditions: QueryOptions
  @OptionGroup var limit: LimitOptions
  @Flag(help: "Count every copy of an article.") var everyCopy = false
  @OptionGroup(title: "Archive") var archive: ArchiveOptions
  @OptionGroup(title: "Answer") var answer: TableFormatOptions

  private static let subjects = CountSubject.allCases.map(\.rawValue)

  func run() throws {
    let archive = try ArchiveQuestion(archive)
    var found = 0
    for text in try QueryText.all(question) {
      let counts = try archive.index.top(
        subject, matching: try conditions.query(text), limit: limit.most,
        countsEveryCopy: everyCopy)
      try write(counts)
      found += counts.count
    }
    if found == 0 { try archive.endWithNothing(isForPeople: answer.choice == .table) }
  }

  private func write(_ counts: [NamedCount]) throws {
    var list = FieldList(
      [
        .init(subject.singular), .init("posts", isRightAligned: true),
        .init("articles", isRightAligned: true),
      ])
    for count in counts {
      list.add([.text(count.name), .number(count.posts), .number(count.articles)])
    }
    try list.write(as: answer.choice)
  }
}

extension CountSubject: ExpressibleByArgument {
  /// What one of them is called.
  var singular: String { String(rawValue.dropLast()) }
}
