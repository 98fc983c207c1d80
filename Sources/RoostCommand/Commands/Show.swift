import ArchiveIndex
import ArgumentParser
import Exporting
import PostModel

/// One post with all that cites it.
struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a post: where each field comes from, and each article that cites it.",
    discussion: """
      A post is named by its key, its id on the platform, its address, a pic.twitter.com link or \
      the id of one of its citations.

      Examples:
        roost show x:1901234567890123456
        roost query --handle elonmusk --format ids | roost show - --format json
      """)

  @Argument(help: "Posts, or - for standard input, one a line.")
  var posts: [String]

  @OptionGroup(title: "Archive") var archive: ArchiveOptions
  @OptionGroup(title: "Answer") var answer: FormatOptions

  func run() throws {
    let question = try ArchiveQuestion(archive)
    let choice = try answer.choice()
    var output = PostOutput(choice)
    try output.begin()
    for name in LineInput(posts) {
      guard let post = try question.index.post(name) else {
        question.nothing(named: name, "no post is named")
        continue
      }
      try output.write(post) { PostPortrait(style: $0, width: $1).lines(for: post) }
    }
    try output.end()
    if output.count == 0 { throw ExitStatus.nothingMatched }
  }
}
