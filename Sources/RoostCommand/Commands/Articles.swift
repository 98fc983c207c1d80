import Archive
import ArchiveIndex
import ArgumentParser
import PostModel

/// In what order the articles of a post are given.
enum ArticleOrder: String, CaseIterable, ExpressibleByArgument {
  case archive, oldest, newest

  /// The articles in this order, those without a date last.
  func sorted(_ articles: [CitingArticle]) -> [CitingArticle] {
    guard self != .archive else { return articles }
    let dated = articles.filter { $0.article.citingDate != nil }.sorted {
      let (one, other) = ($0.article.citingDate ?? "", $1.article.citingDate ?? "")
      if one != other { return (one < other) == (self == .oldest) }
      return $0.article.id < $1.article.id
    }
    return dated + articles.filter { $0.article.citingDate == nil }
  }
}

/// From a post to its articles.
struct Articles: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "articles",
    abstract: "List the articles that cite a post.",
    discussion: """
      As jsonl, the citations are written as the archive has them, one line each with its article. \
      --sort oldest puts the article first that cited the post first, by its date of publication, else \
      of capture.

      Examples:
        roost articles x:1901234567890123456 --sort oldest --limit 1
        roost articles pic.twitter.com/nwM4eI9yoX --format jsonl
      """)

  @Argument(help: "Posts as for roost show, or - for standard input, one a line.")
  var posts: [String]

  @Option(help: ArgumentHelp("The order: archive, oldest, newest.", valueName: "order"))
  var sort = ArticleOrder.archive
  @Option(help: ArgumentHelp("At most this many of each post, 0 for all.", valueName: "n"))
  var limit = 0
  @OptionGroup(title: "Archive") var archive: ArchiveOptions
  @OptionGroup(title: "Answer") var answer: ListFormatOptions

  mutating func validate() throws {
    if limit < 0 { throw ValidationError("--limit takes 0 or a number.") }
  }

  func run() throws {
    let question = try ArchiveQuestion(archive)
    var articles: [CitingArticle] = []
    for name in LineInput(posts) {
      let found = try question.index.articles(citing: name)
      if found.isEmpty { question.nothing(named: name, "no article cites a post that is named") }
      articles += sort.sorted(found).prefix(limit > 0 ? limit : .max)
    }
    if articles.isEmpty { throw ExitStatus.nothingMatched }
    var output = StandardOutput()
    if answer.isForPeople {
      for line in Self.table(articles).lines(width: Terminal.width(1), style: .of(1)) {
        try output.writeStyled(line)
      }
    } else {
      for citation in articles.flatMap(\.citations) {
        try output.writeLine(CitationCodec.encode(citation))
      }
    }
    try output.flush()
  }

  private static func table(_ articles: [CitingArticle]) -> Table {
    var table = Table([
      Table.Column(title: "DATE"), Table.Column(title: "SITE"), Table.Column(title: "FORM"),
      Table.Column(title: "TITLE", isFlexible: true),
      Table.Column(title: "ADDRESS", isFlexible: true),
    ])
    for citing in articles {
      let article = citing.article
      let forms = Set(citing.citations.map(\.form.rawValue)).sorted()
      table.add([
        article.published?.day ?? "", article.site ?? "",
        forms.joined(separator: ", ") + (citing.isCopy ? " (copy)" : ""),
        article.title ?? "", article.url ?? article.source.path,
      ])
    }
    return table
  }
}
