import Archive
import ArchiveIndex
import ArgumentParser
import PostModel

/// How articles quote a post.
struct Diff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Show how each article's words of a post differ from the fullest words known.",
    discussion: """
      A post is named as for roost show. [-words-] are left out by the article, {+words+} are its own; \
      as jsonl, each citation is a line with the parts.

      Examples:
        roost diff x:1901234567890123456
        roost query 'form:quote has:id' --format ids | roost diff - --format jsonl
      """)

  @Argument(help: "Posts as for roost show, or - for standard input, one a line.")
  var posts: [String]

  @OptionGroup(title: "Archive") var archive: ArchiveOptions
  @OptionGroup(title: "Answer") var answer: ListFormatOptions

  func run() throws {
    let question = try ArchiveQuestion(archive)
    var output = StandardOutput()
    var found = 0
    for name in LineInput(posts) {
      guard let merged = try question.index.post(name) else {
        question.nothing(named: name, "no post is named")
        continue
      }
      guard let fullest = merged.fullestText else {
        question.nothing(named: name, "no words are known of the post")
        continue
      }
      if found > 0, answer.isForPeople { try output.writeStyled("") }
      found += 1
      if answer.isForPeople {
        for line in Self.lines(merged, fullest, style: .of(1)) { try output.writeStyled(line) }
      } else {
        for citation in merged.citations {
          if let line = Self.object(merged, citation, fullest) { try output.writeLine(line) }
        }
      }
    }
    try output.flush()
    if found == 0 { throw ExitStatus.nothingMatched }
  }

  private static func lines(_ merged: MergedPost, _ fullest: String, style: Style) -> [String] {
    var lines = [
      style(TerminalText.safe(merged.post.permalink ?? merged.post.key.rawValue), .bold),
      "  " + TerminalText.safe(fullest.replacing("\n", with: " ")),
    ]
    for citation in merged.citations {
      guard let text = citation.post.text else { continue }
      let article = citation.article
      let place = [article.site ?? article.source.path, citation.form.rawValue]
      lines += ["", "  " + style(TerminalText.safe(place.joined(separator: "  ")), .green)]
      let difference = WordDifference(from: fullest, to: text)
      lines.append("    " + (difference.isEmpty ? "the same words" : shown(difference, style)))
    }
    return lines
  }

  private static func shown(_ difference: WordDifference, _ style: Style) -> String {
    difference.parts.map { part in
      let text = TerminalText.safe(part.text)
      return switch part.change {
      case .same: text
      case .leftOut: style("[-\(text)-]", .red)
      case .added: style("{+\(text)+}", .cyan)
      }
    }.joined(separator: " ")
  }

  private static func object(
    _ merged: MergedPost, _ citation: Citation, _ fullest: String
  ) -> [UInt8]? {
    guard let text = citation.post.text else { return nil }
    let difference = WordDifference(from: fullest, to: text)
    var writer = JSONWriter()
    writer.object {
      $0.member("post", merged.post.key.rawValue)
      $0.member("citation", citation.id.rawValue)
      $0.member("form", citation.form.rawValue)
      $0.member("site", citation.article.site)
      $0.member("url", citation.article.url)
      $0.key("same")
      $0.boolean(difference.isEmpty)
      $0.list("parts", difference.parts) { writer, part in
        writer.object {
          $0.member("change", part.change.rawValue)
          $0.member("text", part.text)
        }
      }
    }
    return writer.bytes
  }
}
