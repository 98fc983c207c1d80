public import PostModel

extension SampleCitations {
  /// A citation of random, hostile values that the archive's format can carry.
  public static func random(using generator: inout SeededGenerator) -> Citation {
    var citation = citation(
      Int.random(in: 0..<Int.max, using: &generator),
      form: Citation.Form.allCases.randomElement(using: &generator) ?? .embed,
      key: "x:" + text(&generator), article: identifier(&generator))
    citation.confidence = Double(Int.random(in: 0...10_000, using: &generator)) / 10_000
    citation.post = post(&generator, key: citation.post.key)
    fill(&citation.article, &generator)
    citation.selector = Selector(
      exact: text(&generator), prefix: text(&generator), suffix: text(&generator),
      start: Int.random(in: 0..<1 << 40, using: &generator),
      end: Int.random(in: 0..<1 << 40, using: &generator), path: maybe(&generator, text))
    citation.evidence = list(&generator) {
      Evidence(field: text(&$0), rule: text(&$0), value: text(&$0))
    }
    citation.findings = list(&generator) { Finding(rawValue: text(&$0)) }
    return citation
  }

  private static let pieces = [
    "a", "Ж", "東京", "สวัสดี", "\"", "\\", "/", "\n", "\r\n", "\t", "\0", "\u{1}", "\u{1F}", "\u{7F}",
    "\u{2028}", "\u{202E}", "\u{FEFF}", "\u{FFFF}", "\u{10FFFF}", "e\u{301}", "\u{301}", "👩‍👩‍👧", "'",
    "<b>", "=1+1", "\\u0041", " ", "\u{E000}", "\u{D7FF}", "{}", "null", "0.1",
  ]

  private static func text(_ generator: inout SeededGenerator) -> String {
    (0..<Int.random(in: 0...6, using: &generator))
      .map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
  }

  private static func identifier(_ generator: inout SeededGenerator) -> String {
    let digits = String(UInt64.random(in: 0...UInt64.max, using: &generator), radix: 16)
    return String(repeating: "f", count: 32 - digits.utf8.count) + digits
  }

  private static func maybe<Value>(
    _ generator: inout SeededGenerator, _ make: (inout SeededGenerator) -> Value
  ) -> Value? {
    Bool.random(using: &generator) ? make(&generator) : nil
  }

  private static func list<Value>(
    _ generator: inout SeededGenerator, _ make: (inout SeededGenerator) -> Value
  ) -> [Value] {
    (0..<Int.random(in: 0...3, using: &generator)).map { _ in make(&generator) }
  }

  private static func date(_ generator: inout SeededGenerator) -> PostDate {
    let precisions: [PostDate.Precision] = [.millisecond, .second, .minute, .day]
    let date = PostDate(
      millisecondsSinceEpoch: Int64.random(in: 0...4_000_000_000_000, using: &generator),
      precision: precisions.randomElement(using: &generator) ?? .day,
      source: PostDate.Source.allCases.randomElement(using: &generator) ?? .markup)
    if Bool.random(using: &generator) { return PostDate(notLaterThan: date) }
    return PostDate(
      value: date.value, precision: date.precision, source: date.source,
      inferred: Bool.random(using: &generator) ? [.year, .month] : [])
  }

  private static func post(_ generator: inout SeededGenerator, key: PostKey) -> Post {
    var post = Post(key: key, platform: maybe(&generator) { PlatformID(rawValue: "p" + text(&$0)) })
    post.id = maybe(&generator, text)
    post.permalink = maybe(&generator, text)
    let author = Account(
      handle: maybe(&generator, text), name: maybe(&generator, text), url: maybe(&generator, text))
    post.author = author.isEmpty ? nil : author
    post.text = maybe(&generator, text)
    post.language = maybe(&generator) { _ in LanguageTag("zh_hant_tw") }.flatMap(\.self)
    post.published = maybe(&generator, date)
    post.media = list(&generator) { Media(url: text(&$0), kind: maybe(&$0) { _ in .video }) }
    post.links = list(&generator, text)
    post.mentions = list(&generator, text)
    post.hashtags = list(&generator, text)
    post.cashtags = list(&generator, text)
    post.quotes = maybe(&generator) { PostKey(rawValue: text(&$0)) }
    post.repliesTo = maybe(&generator) { PostKey(rawValue: text(&$0)) }
    return post
  }

  private static func fill(_ article: inout Article, _ generator: inout SeededGenerator) {
    article.url = maybe(&generator, text)
    article.title = maybe(&generator, text)
    article.site = maybe(&generator, text)
    article.authors = list(&generator, text)
    article.published = maybe(&generator, date)
    article.language = maybe(&generator) { _ in LanguageTag("bg") }.flatMap(\.self)
    article.captured = maybe(&generator, text)
    article.source = Provenance(
      path: text(&generator), format: text(&generator), record: maybe(&generator, text),
      offset: maybe(&generator) { Int.random(in: 0..<Int.max, using: &$0) },
      length: maybe(&generator) { Int.random(in: 0..<1000, using: &$0) })
  }
}
