import ArchiveIndex
import ArgumentParser
import PostModel

/// From an article to its posts.
struct Posts: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "posts",
    abstract: "List the posts that an article cites.",
    discussion: """
      An article is named by its address, its id, or the path of the file it was read from.

      Examples:
        roost posts https://www.example.org/2025/03/an-article
        roost posts pages/an-article.html --format ids
      """)

  @Argument(help: "Articles, or - for standard input, one a line.")
  var articles: [String]

  @OptionGroup(title: "Archive") var archive: ArchiveOptions
  @OptionGroup(title: "Answer") var answer: FormatOptions

  func run() throws {
    let question = try ArchiveQuestion(archive)
    let choice = try answer.choice()
    var posts: [MergedPost] = []
    for name in LineInput(articles) {
      let found = try question.index.posts(citedBy: name)
      if found.isEmpty {
        question.nothing(named: name, "no post is cited by an article that is named")
      }
      posts += found
    }
    if posts.isEmpty { throw ExitStatus.nothingMatched }
    switch choice {
    case .machine:
      var output = PostOutput(choice)
      try output.begin()
      for post in posts { try output.write(post) { _, _ in [] } }
      try output.end()
    case .people:
      var output = StandardOutput()
      for line in PostTable.lines(posts, width: Terminal.width(1), style: .of(1)) {
        try output.writeStyled(line)
      }
      try output.flush()
    }
  }
}
