import ArgumentParser
import Detection

/// Finds mentions, lists, hashtags, cashtags and addresses.
struct Entities: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entities",
    abstract: "Find mentions, lists, hashtags, cashtags and URLs; one JSON line for each text.",
    discussion: """
      The rules are those of twitter-text 3. Positions count Unicode code points of the text, the end \
      exclusive. A text that opens with a mention names it as "reply". Every line of standard input \
      has its line of output, an empty one too.

      Examples:
        roost entities 'Thanks @harbour_watch, see https://example.com/tide #fog'
        cut -f3 posts.tsv | roost entities -
      """)

  @Argument(help: "Texts, or - for standard input, one a line.")
  var texts: [String]

  func run() throws {
    let scanner = EntityScanner()
    var output = StandardOutput()
    for text in LineInput(texts, keepsSpace: true) {
      try output.writeLine(EntityLine(text, scanner).bytes)
    }
    try output.flush()
  }
}
