import ArchiveIndex
import ArgumentParser
import Importing

/// The command.
///
/// Each command has its name in its configuration: to put names together of those of types, for all
/// commands, takes longer than to answer some questions.
struct Roost: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "roost",
    abstract: "Find the social-media posts that articles cite, and keep them.",
    discussion: """
      Documents go in: saved pages, texts, JSON Lines corpora, folders of them, or - for standard \
      input. One JSON line for each citation comes out, on standard output or in an archive that \
      can be asked for its posts and its articles.

      Examples:
        roost detect article.html
        roost import pages/ --archive news.archive
        roost query "climate summit" --platform x --since 2025-03

      Exit status: 0 done; 1 nothing matched; 2 done, with errors in the input; 64 wrong use; \
      74 the world failed.
      """,
    version: RoostVersion.current,
    groupedSubcommands: [
      CommandGroup(name: "Read", subcommands: [Detect.self, Import.self]),
      CommandGroup(
        name: "Ask",
        subcommands: [
          Query.self, Show.self, Articles.self, Posts.self, Top.self, TimelineCommand.self,
          Cocited.self, Diff.self,
        ]),
      CommandGroup(
        name: "Look closer",
        subcommands: [
          Explain.self, Text.self, URLCommand.self, Entities.self, DateCommand.self,
        ]),
      CommandGroup(
        name: "Keep",
        subcommands: [
          Export.self, Verify.self, Repair.self, Merge.self, Forget.self, Compact.self,
          Index.self, List.self,
        ]),
    ])

  /// Says which command may be meant where the first word is none.
  static func checkName(of arguments: [String]) throws {
    guard let first = arguments.first, first.first != "-", first != "help" else { return }
    let names = configuration.subcommands.compactMap { $0.configuration.commandName }
    guard !names.contains(first), let near = Spelling.nearest(to: first, among: names) else {
      return
    }
    throw ValidationError("'\(first)' is no command. Did you mean '\(near)'?")
  }
}
