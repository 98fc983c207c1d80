import PostModel

/// Reads a line of the archive straight from its bytes, many times faster than a general decoder.
///
/// It takes only what the general decoder takes and gives the same value; `nil` means that the general
/// decoder is to be asked, which can also say what is wrong.
struct CitationScan {
  private var scanner: JSONScanner

  /// The citation of a line, `nil` where only the general decoder can tell.
  static func citation(of line: some Collection<UInt8>) -> Citation? {
    line.withContiguousStorageIfAvailable { buffer in
      citation(of: UnsafeRawBufferPointer(buffer))
    }.flatMap(\.self)
  }

  static func citation(of line: UnsafeRawBufferPointer) -> Citation? {
    guard let scanner = JSONScanner(line), UTF8Check.isValid(line) else { return nil }
    var scan = CitationScan(scanner: scanner)
    guard let citation = scan.citation(), scan.scanner.isAtEnd() else { return nil }
    return citation
  }

  // NOTE: over 40 lines: one case for each member of the line.
  private mutating func citation() -> Citation? {
    var version: Int?
    var id: String?
    var form: Citation.Form?
    var confidence: Double?
    var post: Post?
    var article: Article?
    var selector: Selector?
    var evidence: [Evidence] = []
    var findings: [Finding] = []
    let isRead = scanner.object { scanner, name in
      if scanner.equals(name, "v") {
        version = scanner.integer()
        return version == 1
      }
      if scanner.equals(name, "id") { return scanner.read(&id) }
      if scanner.equals(name, "form") {
        form = scanner.string().flatMap(Citation.Form.init(rawValue:))
        return form != nil
      }
      if scanner.equals(name, "confidence") {
        confidence = scanner.number()
        return confidence != nil
      }
      if scanner.equals(name, "post") {
        post = scanner.post()
        return post != nil
      }
      if scanner.equals(name, "article") {
        article = scanner.article()
        return article != nil
      }
      if scanner.equals(name, "selector") {
        selector = scanner.selector()
        return selector != nil
      }
      if scanner.equals(name, "evidence") { return scanner.read(&evidence) }
      if scanner.equals(name, "findings") {
        var names: [String] = []
        guard scanner.read(&names) else { return false }
        findings = names.map(Finding.init(rawValue:))
        return true
      }
      return scanner.skipValue()
    }
    guard isRead, version == 1, let id, let form, let confidence, let post, let article,
      let selector
    else { return nil }
    return Citation(
      id: CitationID(rawValue: id), form: form, confidence: confidence, post: post,
      article: article, selector: selector, evidence: evidence, findings: findings)
  }
}

extension JSONScanner {
  fileprivate mutating func string() -> String? {
    guard let text = text() else { return nil }
    return string(text)
  }

  fileprivate mutating func read(_ place: inout String?) -> Bool {
    place = string()
    return place != nil
  }

  fileprivate mutating func read(_ place: inout Int?) -> Bool {
    place = integer()
    return place != nil
  }

  fileprivate mutating func read(_ texts: inout [String]) -> Bool {
    var read: [String] = []
    let isRead = array { scanner in
      guard let text = scanner.string() else { return false }
      read.append(text)
      return true
    }
    texts = read
    return isRead
  }

  fileprivate mutating func read(_ date: inout PostDate?) -> Bool {
    var value: String?
    var precision: PostDate.Precision?
    var source: PostDate.Source?
    var inferred: [String] = []
    let isRead = object { scanner, name in
      if scanner.equals(name, "value") { return scanner.read(&value) }
      if scanner.equals(name, "precision") {
        precision = scanner.string().flatMap(PostDate.Precision.init(rawValue:))
        return precision != nil
      }
      if scanner.equals(name, "source") {
        source = scanner.string().flatMap(PostDate.Source.init(rawValue:))
        return source != nil
      }
      if scanner.equals(name, "inferred") { return scanner.read(&inferred) }
      return scanner.skipValue()
    }
    let parts = inferred.compactMap(PostDate.Part.init(rawValue:))
    guard isRead, let value, let precision, let source, parts.count == inferred.count else {
      return false
    }
    date = PostDate(value: value, precision: precision, source: source, inferred: parts)
    return true
  }

  fileprivate mutating func read(_ evidence: inout [Evidence]) -> Bool {
    var read: [Evidence] = []
    let isRead = array { scanner in
      var field: String?
      var rule: String?
      var value: String?
      let isObject = scanner.object { scanner, name in
        if scanner.equals(name, "field") { return scanner.read(&field) }
        if scanner.equals(name, "rule") { return scanner.read(&rule) }
        if scanner.equals(name, "value") { return scanner.read(&value) }
        return scanner.skipValue()
      }
      guard isObject, let field, let rule, let value else { return false }
      read.append(Evidence(field: field, rule: rule, value: value))
      return true
    }
    evidence = read
    return isRead
  }

  fileprivate mutating func selector() -> Selector? {
    var exact: String?
    var prefix: String?
    var suffix: String?
    var start: Int?
    var end: Int?
    var path: String?
    let isRead = object { scanner, name in
      if scanner.equals(name, "exact") { return scanner.read(&exact) }
      if scanner.equals(name, "prefix") { return scanner.read(&prefix) }
      if scanner.equals(name, "suffix") { return scanner.read(&suffix) }
      if scanner.equals(name, "start") { return scanner.read(&start) }
      if scanner.equals(name, "end") { return scanner.read(&end) }
      if scanner.equals(name, "path") { return scanner.read(&path) }
      return scanner.skipValue()
    }
    guard isRead, let exact, let prefix, let suffix, let start, let end else { return nil }
    return Selector(
      exact: exact, prefix: prefix, suffix: suffix, start: start, end: end, path: path)
  }
}

extension JSONScanner {
  // NOTE: over 40 lines: one case for each member of a post.
  fileprivate mutating func post() -> Post? {
    var key: String?
    var platform: String?
    var language: String?
    var quotes: String?
    var repliesTo: String?
    var post = Post(key: PostKey(rawValue: ""))
    let isRead = object { scanner, name in
      if scanner.equals(name, "key") { return scanner.read(&key) }
      if scanner.equals(name, "platform") { return scanner.read(&platform) }
      if scanner.equals(name, "id") { return scanner.read(&post.id) }
      if scanner.equals(name, "permalink") { return scanner.read(&post.permalink) }
      if scanner.equals(name, "author") { return scanner.read(&post.author) }
      if scanner.equals(name, "text") { return scanner.read(&post.text) }
      if scanner.equals(name, "lang") { return scanner.read(&language) }
      if scanner.equals(name, "published") { return scanner.read(&post.published) }
      if scanner.equals(name, "media") { return scanner.read(&post.media) }
      if scanner.equals(name, "links") { return scanner.read(&post.links) }
      if scanner.equals(name, "mentions") { return scanner.read(&post.mentions) }
      if scanner.equals(name, "hashtags") { return scanner.read(&post.hashtags) }
      if scanner.equals(name, "cashtags") { return scanner.read(&post.cashtags) }
      if scanner.equals(name, "quotes") { return scanner.read(&quotes) }
      if scanner.equals(name, "replies_to") { return scanner.read(&repliesTo) }
      return scanner.skipValue()
    }
    guard isRead, let key else { return nil }
    post.key = PostKey(rawValue: key)
    post.platform = platform.map(PlatformID.init(rawValue:))
    post.language = language.flatMap { LanguageTag($0) }
    post.quotes = quotes.map(PostKey.init(rawValue:))
    post.repliesTo = repliesTo.map(PostKey.init(rawValue:))
    return post
  }

  fileprivate mutating func read(_ author: inout Account?) -> Bool {
    var account = Account()
    let isRead = object { scanner, name in
      if scanner.equals(name, "handle") { return scanner.read(&account.handle) }
      if scanner.equals(name, "name") { return scanner.read(&account.name) }
      if scanner.equals(name, "url") { return scanner.read(&account.url) }
      return scanner.skipValue()
    }
    author = account
    return isRead
  }

  fileprivate mutating func read(_ media: inout [Media]) -> Bool {
    var read: [Media] = []
    let isRead = array { scanner in
      var url: String?
      var kind: Media.Kind?
      let isObject = scanner.object { scanner, name in
        if scanner.equals(name, "url") { return scanner.read(&url) }
        guard scanner.equals(name, "kind") else { return scanner.skipValue() }
        kind = scanner.string().flatMap(Media.Kind.init(rawValue:))
        return kind != nil
      }
      guard isObject, let url else { return false }
      read.append(Media(url: url, kind: kind))
      return true
    }
    media = read
    return isRead
  }

  fileprivate mutating func article() -> Article? {
    var id: String?
    var digest: String?
    var language: String?
    var source: Provenance?
    var article = Article(
      id: "", source: Provenance(path: "", format: ""), digest: "")
    let isRead = object { scanner, name in
      if scanner.equals(name, "id") { return scanner.read(&id) }
      if scanner.equals(name, "url") { return scanner.read(&article.url) }
      if scanner.equals(name, "title") { return scanner.read(&article.title) }
      if scanner.equals(name, "site") { return scanner.read(&article.site) }
      if scanner.equals(name, "authors") { return scanner.read(&article.authors) }
      if scanner.equals(name, "published") { return scanner.read(&article.published) }
      if scanner.equals(name, "lang") { return scanner.read(&language) }
      if scanner.equals(name, "captured") { return scanner.read(&article.captured) }
      if scanner.equals(name, "source") {
        source = scanner.provenance()
        return source != nil
      }
      if scanner.equals(name, "digest") { return scanner.read(&digest) }
      return scanner.skipValue()
    }
    guard isRead, let id, let digest, let source else { return nil }
    article.id = id
    article.digest = digest
    article.source = source
    article.language = language.flatMap { LanguageTag($0) }
    return article
  }

  fileprivate mutating func provenance() -> Provenance? {
    var path: String?
    var format: String?
    var record: String?
    var offset: Int?
    var length: Int?
    let isRead = object { scanner, name in
      if scanner.equals(name, "path") { return scanner.read(&path) }
      if scanner.equals(name, "format") { return scanner.read(&format) }
      if scanner.equals(name, "record") { return scanner.read(&record) }
      if scanner.equals(name, "offset") { return scanner.read(&offset) }
      if scanner.equals(name, "length") { return scanner.read(&length) }
      return scanner.skipValue()
    }
    guard isRead, let path, let format else { return nil }
    return Provenance(path: path, format: format, record: record, offset: offset, length: length)
  }
}
