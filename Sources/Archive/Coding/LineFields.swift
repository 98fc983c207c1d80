/// Where the fields stand in one line of an archive that decide what an index keeps of it.
///
/// Nothing is copied. The whole line is looked at: what this takes, `CitationCodec.decode` takes too.
package struct LineFields {
  package var id = JSONText()
  package var form = JSONText()
  package var confidence = 0.0
  package var key = JSONText()
  package var platform = JSONText()
  package var native = JSONText()
  package var permalink = JSONText()
  package var handle = JSONText()
  package var text = JSONText()
  package var language = JSONText()
  package var published = DateFields()
  package var media: [JSONText] = []
  package var links: [JSONText] = []
  package var hashtags: [JSONText] = []
  package var findings: [JSONText] = []
  package var article = ArticleFields()
  package var prefix = JSONText()
  package var suffix = JSONText()

  /// The parts of a date.
  package struct DateFields {
    package var value = JSONText()
    package var precision = JSONText()
    package var source = JSONText()
  }

  /// The parts of an article.
  package struct ArticleFields {
    package var id = JSONText()
    package var url = JSONText()
    package var title = JSONText()
    package var site = JSONText()
    package var language = JSONText()
    package var published = DateFields()
    package var captured = JSONText()
    package var path = JSONText()
  }

  private var exact = JSONText()
  private var format = JSONText()
  private var digest = JSONText()
  private var version: Int?
  private var start: Int?
  private var end: Int?

  package init() {}

  /// Takes a line; `false` where it is none, or where only the decoder can tell.
  package mutating func read(_ scanner: inout JSONScanner) -> Bool {
    clear()
    let isRead = scanner.object { scanner, name in
      if scanner.equals(name, "v") { return Self.set(&version, scanner.integer()) }
      if scanner.equals(name, "id") { return Self.set(&id, scanner.text()) }
      if scanner.equals(name, "form") { return Self.set(&form, scanner.text()) }
      if scanner.equals(name, "confidence") { return Self.set(&confidence, scanner.number()) }
      if scanner.equals(name, "post") { return readPost(&scanner) }
      if scanner.equals(name, "article") { return readArticle(&scanner) }
      if scanner.equals(name, "selector") { return readSelector(&scanner) }
      if scanner.equals(name, "evidence") { return Self.skipEvidence(&scanner) }
      if scanner.equals(name, "findings") { return Self.read(&findings, &scanner) }
      return scanner.skipValue()
    }
    return isRead && scanner.isAtEnd() && isWhole && version == 1
  }

  /// Begins anew with the room of the lists that are there.
  private mutating func clear() {
    var empty = LineFields()
    swap(&empty.media, &media)
    swap(&empty.links, &links)
    swap(&empty.hashtags, &hashtags)
    self = empty
    media.removeAll(keepingCapacity: true)
    links.removeAll(keepingCapacity: true)
    hashtags.removeAll(keepingCapacity: true)
  }

  private var isWhole: Bool {
    id.isThere && form.isThere && key.isThere && article.id.isThere && article.path.isThere
      && format.isThere && digest.isThere && exact.isThere && prefix.isThere && suffix.isThere
      && start != nil && end != nil
  }

  private static func set<Value>(_ place: inout Value, _ value: Value?) -> Bool {
    guard let value else { return false }
    place = value
    return true
  }

  private static func set<Value>(_ place: inout Value?, _ value: Value?) -> Bool {
    guard let value else { return false }
    place = value
    return true
  }

  private mutating func readPost(_ scanner: inout JSONScanner) -> Bool {
    scanner.object { scanner, name in
      if scanner.equals(name, "key") { return Self.set(&key, scanner.text()) }
      if scanner.equals(name, "platform") { return Self.set(&platform, scanner.text()) }
      if scanner.equals(name, "id") { return Self.set(&native, scanner.text()) }
      if scanner.equals(name, "permalink") { return Self.set(&permalink, scanner.text()) }
      if scanner.equals(name, "author") { return readAuthor(&scanner) }
      if scanner.equals(name, "text") { return Self.set(&text, scanner.text()) }
      if scanner.equals(name, "lang") { return Self.set(&language, scanner.text()) }
      if scanner.equals(name, "published") { return Self.read(&published, &scanner) }
      if scanner.equals(name, "media") { return readMedia(&scanner) }
      if scanner.equals(name, "links") { return Self.read(&links, &scanner) }
      if scanner.equals(name, "hashtags") { return Self.read(&hashtags, &scanner) }
      if scanner.equals(name, "mentions") || scanner.equals(name, "cashtags") {
        return scanner.array { $0.text() != nil }
      }
      if scanner.equals(name, "quotes") || scanner.equals(name, "replies_to") {
        return scanner.text() != nil
      }
      return scanner.skipValue()
    }
  }

  private mutating func readAuthor(_ scanner: inout JSONScanner) -> Bool {
    scanner.object { scanner, name in
      if scanner.equals(name, "handle") { return Self.set(&handle, scanner.text()) }
      if scanner.equals(name, "name") || scanner.equals(name, "url") {
        return scanner.text() != nil
      }
      return scanner.skipValue()
    }
  }

  private mutating func readMedia(_ scanner: inout JSONScanner) -> Bool {
    scanner.array { scanner in
      var url = JSONText()
      let isRead = scanner.object { scanner, name in
        if scanner.equals(name, "url") { return Self.set(&url, scanner.text()) }
        guard scanner.equals(name, "kind") else { return scanner.skipValue() }
        guard let kind = scanner.text() else { return false }
        return scanner.equals(kind, "photo") || scanner.equals(kind, "video")
          || scanner.equals(kind, "attachment")
      }
      media.append(url)
      return isRead && url.isThere
    }
  }

  private mutating func readArticle(_ scanner: inout JSONScanner) -> Bool {
    scanner.object { scanner, name in
      if scanner.equals(name, "id") { return Self.set(&article.id, scanner.text()) }
      if scanner.equals(name, "url") { return Self.set(&article.url, scanner.text()) }
      if scanner.equals(name, "title") { return Self.set(&article.title, scanner.text()) }
      if scanner.equals(name, "site") { return Self.set(&article.site, scanner.text()) }
      if scanner.equals(name, "authors") { return scanner.array { $0.text() != nil } }
      if scanner.equals(name, "published") { return Self.read(&article.published, &scanner) }
      if scanner.equals(name, "lang") { return Self.set(&article.language, scanner.text()) }
      if scanner.equals(name, "captured") { return Self.set(&article.captured, scanner.text()) }
      if scanner.equals(name, "source") { return readSource(&scanner) }
      if scanner.equals(name, "digest") { return Self.set(&digest, scanner.text()) }
      return scanner.skipValue()
    }
  }

  private mutating func readSource(_ scanner: inout JSONScanner) -> Bool {
    scanner.object { scanner, name in
      if scanner.equals(name, "path") { return Self.set(&article.path, scanner.text()) }
      if scanner.equals(name, "format") { return Self.set(&format, scanner.text()) }
      if scanner.equals(name, "record") { return scanner.text() != nil }
      if scanner.equals(name, "offset") || scanner.equals(name, "length") {
        return scanner.integer() != nil
      }
      return scanner.skipValue()
    }
  }

  private mutating func readSelector(_ scanner: inout JSONScanner) -> Bool {
    scanner.object { scanner, name in
      if scanner.equals(name, "exact") { return Self.set(&exact, scanner.text()) }
      if scanner.equals(name, "prefix") { return Self.set(&prefix, scanner.text()) }
      if scanner.equals(name, "suffix") { return Self.set(&suffix, scanner.text()) }
      if scanner.equals(name, "start") { return Self.set(&start, scanner.integer()) }
      if scanner.equals(name, "end") { return Self.set(&end, scanner.integer()) }
      if scanner.equals(name, "path") { return scanner.text() != nil }
      return scanner.skipValue()
    }
  }

  private static func read(_ texts: inout [JSONText], _ scanner: inout JSONScanner) -> Bool {
    scanner.array { scanner in
      guard let text = scanner.text() else { return false }
      texts.append(text)
      return true
    }
  }

  private static func skipEvidence(_ scanner: inout JSONScanner) -> Bool {
    scanner.array { scanner in
      var seen = 0
      return scanner.object { scanner, name in
        let bit =
          scanner.equals(name, "field")
          ? 1
          : scanner.equals(name, "rule")
            ? 2
            : scanner.equals(name, "value") ? 4 : 0
        seen |= bit
        if bit > 0 { return scanner.text() != nil }
        return scanner.skipValue()
      } && seen == 7
    }
  }

  private static func read(_ date: inout DateFields, _ scanner: inout JSONScanner) -> Bool {
    let isRead = scanner.object { scanner, name in
      if scanner.equals(name, "value") { return set(&date.value, scanner.text()) }
      if scanner.equals(name, "precision") { return set(&date.precision, scanner.text()) }
      if scanner.equals(name, "source") { return set(&date.source, scanner.text()) }
      if scanner.equals(name, "inferred") { return scanner.array { $0.text() != nil } }
      return scanner.skipValue()
    }
    return isRead && date.value.isThere && date.precision.isThere && date.source.isThere
  }
}
