import ArchiveIndex
import ArgumentParser
import PostModel

/// What is cited together with a post.
struct Cocited: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cocited",
    abstract: "List the posts that are cited in the same articles as a post.",
    discussion: """
      A post is named as for roost show. The posts that most articles cite together with it come first.

      Examples:
        roost cocited x:1901234567890123456
        roost cocited pic.twitter.com/nwM4eI9yoX --limit 5 --format csv
      """)

  @Argument(help: "Posts as for roost show, or - for standard input, one a line.")
  var posts: [String]

  @OptionGroup var limit: LimitOptions
  @OptionGroup(title: "Archive") var archive: ArchiveOptions
  @OptionGroup(title: "Answer") var answer: TableFormatOptions

  func run() throws {
    let question = try ArchiveQuestion(archive)
    var list = FieldList([
      .init("post"), .init("articles", isRightAligned: true), .init("handle"),
      .init("text", isFlexible: true),
    ])
    var found = 0
    for name in LineInput(posts) {
      guard try question.index.post(name) != nil else {
        question.nothing(named: name, "no post is named")
        continue
      }
      for other in try question.index.cocited(with: name, limit: limit.most) {
        let post = other.post.post
        list.add([
          .text(post.key.rawValue), .number(other.articles), .text(post.author?.handle ?? ""),
          .text(post.text ?? ""),
        ])
        found += 1
      }
    }
    if found == 0 { throw ExitStatus.nothingMatched }
    try list.write(as: answer.choice)
  }
}
