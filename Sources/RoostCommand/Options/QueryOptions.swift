import ArchiveIndex
import ArgumentParser
import Platforms
import PostModel

/// Which posts are asked for.
struct QueryOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Only posts by this handle, with or without @.", valueName: "h"))
  var handle: String?

  @Option(
    help: ArgumentHelp("Only posts of this platform; see roost list platforms.", valueName: "p"),
    completion: .list(Platform.all.map(\.id.rawValue)))
  var platform: String?

  @Option(help: ArgumentHelp("Not before this year, month or day.", valueName: "date"))
  var since: String?

  @Option(help: ArgumentHelp("Not after this year, month or day.", valueName: "date"))
  var until: String?

  @Flag(help: "Keep posts without a known day when a date is asked for.")
  var undated = false

  @Option(
    help: ArgumentHelp(
      "Only posts cited by this site; example.org holds news.example.org.", valueName: "host"))
  var site: String?

  @Option(
    help: ArgumentHelp("Only posts cited in this form.", valueName: "form"),
    completion: .list(Citation.Form.allCases.map(\.rawValue)))
  var form: String?

  @Option(help: ArgumentHelp("Only posts in this language, as bg or pt-BR.", valueName: "tag"))
  var lang: String?

  @Option(help: ArgumentHelp("Only posts cited by articles in this language.", valueName: "tag"))
  var articleLang: String?

  @Option(help: ArgumentHelp("Only citations at least this sure, from 0 to 1.", valueName: "c"))
  var minConfidence: Double?

  @Option(
    help: ArgumentHelp(
      "The order: \(PostQuery.Order.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "order"))
  var sort = "newest"

  @Option(
    help: ArgumentHelp(
      "At most this many posts, 0 for all; without it 50 in a table and all elsewhere.",
      valueName: "n"))
  var limit: Int?

  mutating func validate() throws {
    _ = try query(words: nil)
    if let limit, limit < 0 { throw ValidationError("--limit takes 0 or a number of posts.") }
  }

  /// The question that the options and words ask.
  func query(words: String?) throws -> PostQuery {
    var query = PostQuery()
    query.words = words
    query.handle = handle
    query.platform = try platform.map { try Self.known($0) }
    query.since = since
    query.until = until
    query.includesUndated = undated
    query.site = site
    query.form = try form.map { name in
      try Citation.Form(rawValue: name).orThrow("'\(name)' is no form of citation.")
    }
    query.language = try lang.map(language)
    query.articleLanguage = try articleLang.map(language)
    query.minimumConfidence = minConfidence
    query.order = try PostQuery.Order(rawValue: sort).orThrow("'\(sort)' is no order.")
    return query
  }

  /// The platform of an id, a name or a host.
  static func known(_ name: String) throws -> PlatformID {
    let wanted = name.lowercased()
    let platform = Platform.all.first {
      $0.id.rawValue == wanted || $0.name.lowercased() == wanted || $0.hosts.contains(wanted)
    }
    return try platform.map(\.id).orThrow(
      "'\(name)' is no platform that this build knows; see roost list platforms.")
  }

  private func language(_ tag: String) throws -> LanguageTag {
    try LanguageTag(tag).orThrow("'\(tag)' is no language tag.")
  }
}

extension Optional {
  /// The value, or the complaint that the command was used wrongly.
  fileprivate func orThrow(_ message: String) throws -> Wrapped {
    guard let self else { throw ValidationError(message) }
    return self
  }
}
