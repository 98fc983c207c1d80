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

  @Option(
    help: ArgumentHelp(
      "Not before this: 2024, 2024-01, 2024-01-31, or 30d, 2w, 6m, 1y ago.", valueName: "date"))
  var since: String?

  @Option(help: ArgumentHelp("Not after this; the end belongs to it.", valueName: "date"))
  var until: String?

  @Flag(
    help: "Keep posts without a known day, by the bound that is known, when a date is asked for.")
  var includeUndated = false

  @Option(
    help: ArgumentHelp(
      "Only posts cited by articles of this time: 2024, 2024-01/2024-03, 30d.",
      valueName: "date"))
  var cited: String?

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

  mutating func validate() throws {
    if let minConfidence, !(0...1).contains(minConfidence) {
      throw ValidationError("--min-confidence takes a number from 0 to 1.")
    }
    do {
      _ = try query(nil)
    } catch let error as IndexError {
      throw ValidationError(String(describing: error))
    }
  }

  /// The question that the options and a query string ask, in no order of its own.
  func query(_ text: String?) throws -> PostQuery {
    var query = PostQuery()
    query.includesUndated = includeUndated
    let parser = Self.parser
    if let text { query.conditions = try parser.conditions(in: text) }
    func add(_ kind: PostQuery.Condition.Kind?) {
      if let kind { query.conditions.append(PostQuery.Condition(kind)) }
    }
    add(handle.map { .handle([$0]) })
    add(try platform.map { .platform([try Self.known($0)]) })
    add(try since.flatMap { text in try period(text, parser).since.map { .since($0) } })
    add(try until.flatMap { text in try period(text, parser).until.map { .until($0) } })
    if let cited { query.conditions += try parser.conditions(in: "cited:\"\(cited)\"") }
    add(site.map { .site([$0]) })
    add(
      try form.map { name in
        .form([
          try Citation.Form(rawValue: name).orThrow(
            "'\(name)' is no form of citation; known are \(Self.forms).")
        ])
      })
    add(try lang.map { .language([try language($0)]) })
    add(try articleLang.map { .articleLanguage([try language($0)]) })
    add(minConfidence.map { .minimumConfidence($0) })
    return query
  }

  private static let forms = Citation.Form.allCases.map(\.rawValue).joined(separator: ", ")

  /// What reads query strings.
  private static var parser: QueryParser {
    var names: [String: PlatformID] = [:]
    for platform in Platform.all {
      for name in platform.hosts + [platform.name.lowercased(), platform.id.rawValue] {
        names[name] = platform.id
      }
    }
    return QueryParser(today: Today.date, platforms: names)
  }

  private func period(
    _ text: String, _ parser: QueryParser
  ) throws -> (since: String?, until: String?) {
    // What is no date the index refuses, with an example.
    parser.period(text) ?? (text, text)
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
  func orThrow(_ message: String) throws -> Wrapped {
    guard let self else { throw ValidationError(message) }
    return self
  }
}
