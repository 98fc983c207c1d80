import ArgumentParser
import Languages

/// What is known of languages.
struct LanguageOptions: ParsableArguments {
  @Option(
    name: .customLong("language-pack"),
    help: ArgumentHelp(
      "Know a language by this file, which takes the place of the pack of the same language or adds "
        + "one; may be given several times.", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var files: [String] = []

  /// The packs of this build with those of the files.
  func packs() throws -> [LanguagePack] {
    LanguagePack.all(with: try files.map { try LanguagePack(contentsOf: $0) })
  }
}
