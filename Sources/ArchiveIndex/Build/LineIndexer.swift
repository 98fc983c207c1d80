import Archive
import GRDB
import PostModel

/// Reads lines of the archive into what the index keeps of them, with the room of the last line.
struct LineIndexer {
  /// The citation of the last line; its names have the numbers of `names`.
  private(set) var record = CitationRecord()
  /// The keys of its citation.
  private(set) var keys: [IndexKey] = []
  /// The hashtags of its post, by the numbers of `names`.
  private(set) var hashtags: [Int] = []
  /// The key by its article's identifier.
  private(set) var articleKey = IndexKey(value: 0)
  /// The names of all lines.
  private(set) var names = LineNames()
  private var fields = LineFields()
  private var fold = LetterFold()
  private var address = ArticleAddress()
  /// The numbers of languages by the hash of what the line says.
  private var languages: [UInt64: Int] = [:]
  private var scratch: [UInt8] = []

  /// Reads a line; `false` where it has another shape than the codec writes.
  mutating func read(_ line: UnsafeRawBufferPointer, at position: Int) -> Bool {
    guard var scanner = JSONScanner(line), fields.read(&scanner) else { return false }
    record = CitationRecord()
    record.position = position
    record.length = UInt32(line.count)
    keys.removeAll(keepingCapacity: true)
    hashtags.removeAll(keepingCapacity: true)
    readPost(scanner)
    readKeys(scanner)
    readWords(scanner)
    fold.foldRoughly(scanner.raw(fields.prefix), scanner.raw(fields.suffix))
    record.context = Sketch.of(fold.bytes)
    fold.foldRoughly(scanner.raw(fields.article.title))
    record.title = Sketch.of(fold.bytes)
    articleKey = key(.article, fields.article.id, scanner)
    return true
  }

  /// Notes the words of the last line's post, which is the text of some number.
  func scanWords(
    of line: UnsafeRawBufferPointer, number: Int, into words: inout WordScanner
  ) throws {
    guard let scanner = JSONScanner(line), fields.text.isThere else { return }
    guard fields.text.hasEscapes else {
      return try words.scan(scanner.raw(fields.text), number: number)
    }
    var text = scanner.string(fields.text)
    try text.withUTF8 { try words.scan(UnsafeRawBufferPointer($0), number: number) }
  }

  /// The article of the last line, of which it is the first citation.
  mutating func article(
    of line: UnsafeRawBufferPointer, number: Int
  ) -> (record: ArticleRecord, keys: [IndexKey]) {
    var article = ArticleRecord()
    article.number = number
    article.count = 1
    article.identity = articleKey.value
    guard let scanner = JSONScanner(line) else { return (article, []) }
    let texts = fields.article
    let dates = [texts.published.value, texts.captured].lazy.filter(\.isThere)
    if let last = dates.compactMap({ Clock.period(scanner.raw($0))?.last }).first {
      article.day = Int32(clamping: Int((Double(last) / 86_400_000).rounded(.down)))
    }
    article.language = UInt16(clamping: languageNumber(texts.language, scanner))
    var keys = [articleKey, key(.address, texts.path, scanner)]
    takeAddress(&article, &keys, scanner)
    return (article, keys)
  }

  private mutating func takeAddress(
    _ article: inout ArticleRecord, _ keys: inout [IndexKey], _ scanner: JSONScanner
  ) {
    let texts = fields.article
    if texts.url.isThere, !texts.url.hasEscapes, address.take(scanner.raw(texts.url)) {
      keys.append(address.comparable.withUnsafeBytes { IndexKey(.address, $0) })
      if !address.reversedHost.isEmpty {
        let number = address.reversedHost.withUnsafeBytes { names.number($0, in: .site) }
        article.site = UInt32(clamping: number)
        return
      }
    } else if texts.url.isThere {
      let url = scanner.string(texts.url)
      keys.append(IndexKey(.address, ArticleName.comparable(url)))
      if let host = ArticleName.host(of: url) {
        article.site = UInt32(clamping: names.number(ArticleName.reversed(host), in: .site))
        return
      }
    }
    guard texts.site.isThere else { return }
    let host = ArticleName.reversed(scanner.string(texts.site))
    article.site = UInt32(clamping: names.number(host, in: .site))
  }

  private mutating func readPost(_ scanner: JSONScanner) {
    record.form = UInt8(
      scanner.equals(fields.form, "embed")
        ? 0
        : scanner.equals(fields.form, "remnant") ? 1 : scanner.equals(fields.form, "quote") ? 2 : 3)
    record.confidence = UInt16(
      (min(max(fields.confidence, 0), 1) * 10_000).rounded())
    record.language = UInt16(clamping: languageNumber(fields.language, scanner))
    if fields.platform.isThere {
      record.platform = UInt16(clamping: number(fields.platform, in: .platform, scanner))
    }
    if fields.handle.isThere { takeHandle(scanner) }
    for tag in fields.hashtags {
      hashtags.append(names.number(scanner.string(tag).lowercased(), in: .hashtag))
    }
    record.has =
      (fields.native.isThere ? HasPart.id : 0)
      | (fields.text.isThere && fields.text.end > fields.text.start ? HasPart.text : 0)
      | (fields.media.isEmpty ? 0 : HasPart.media) | (fields.links.isEmpty ? 0 : HasPart.link)
      | (fields.hashtags.isEmpty ? 0 : HasPart.hashtag)
    let date = fields.published
    if date.value.isThere, let period = Clock.period(scanner.raw(date.value)) {
      record.first = period.first ?? .min
      record.last = period.last
      record.dateRank = UInt8(
        PostDate.rank(
          source: PostDate.Source(rawValue: scanner.string(date.source)),
          precision: PostDate.Precision(rawValue: scanner.string(date.precision))))
    }
  }

  private mutating func takeHandle(_ scanner: JSONScanner) {
    let raw = scanner.raw(fields.handle)
    if !fields.handle.hasEscapes, raw.first != 0x40, UTF8Check.isASCII(raw) {
      guard !raw.isEmpty else { return }
      scratch.removeAll(keepingCapacity: true)
      for byte in raw { scratch.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) }
      record.handle = UInt32(
        clamping: scratch.withUnsafeBytes { names.number($0, in: .handle) })
      return
    }
    let folded = Candidate.folded(scanner.string(fields.handle))
    guard !folded.isEmpty else { return }
    record.handle = UInt32(clamping: names.number(folded, in: .handle))
  }

  private mutating func number(
    _ text: JSONText, in table: NameTable, _ scanner: JSONScanner
  ) -> Int {
    guard text.hasEscapes else { return names.number(scanner.raw(text), in: table) }
    return names.number(scanner.string(text), in: table)
  }

  private mutating func languageNumber(_ text: JSONText, _ scanner: JSONScanner) -> Int {
    guard text.isThere else { return 0 }
    let hash = StableHash.of(scanner.raw(text))
    if let known = languages[hash] { return known }
    let tag = LanguageTag(scanner.string(text))
    let number = tag.map { names.number($0.rawValue.lowercased(), in: .language) } ?? 0
    languages[hash] = number
    return number
  }

  private mutating func readKeys(_ scanner: JSONScanner) {
    keys.append(key(.citation, fields.id, scanner))
    record.order = scanner.raw(fields.id).prefix(16).reduce(0) { order, digit in
      order << 4 | UInt64(digit <= 0x39 ? digit & 15 : (digit & 15) + 9)
    }
    let postKey = key(.key, fields.key, scanner)
    if fields.native.isThere, fields.platform.isThere {
      scratch.removeAll(keepingCapacity: true)
      append(fields.platform, scanner)
      scratch.append(0x3A)
      append(fields.native, scanner)
      let native = scratch.withUnsafeBytes { IndexKey(.native, $0) }
      record.native = native.value
      keys.append(native)
    }
    // A key that is platform and identifier has the same hash as these.
    if record.native << 4 != postKey.value << 4 { keys.append(postKey) }
    if fields.permalink.isThere { keys.append(key(.permalink, fields.permalink, scanner)) }
    for address in fields.media { takeCode(address, scanner) }
    for address in fields.links { takeCode(address, scanner) }
  }

  private func key(_ kind: IndexKey.Kind, _ text: JSONText, _ scanner: JSONScanner) -> IndexKey {
    guard text.hasEscapes else { return IndexKey(kind, scanner.raw(text)) }
    return IndexKey(kind, scanner.string(text))
  }

  private mutating func append(_ text: JSONText, _ scanner: JSONScanner) {
    if text.hasEscapes {
      scratch.append(contentsOf: scanner.string(text).utf8)
    } else {
      scratch.append(contentsOf: scanner.raw(text))
    }
  }

  private mutating func takeCode(_ address: JSONText, _ scanner: JSONScanner) {
    let code: IndexKey?
    if address.hasEscapes {
      code = Post.code(in: scanner.string(address)).map { IndexKey(.code, $0) }
    } else {
      code = Post.code(in: scanner.raw(address)).map { IndexKey(.code, $0) }
    }
    if let code, !keys.contains(code) { keys.append(code) }
  }

  private mutating func readWords(_ scanner: JSONScanner) {
    guard fields.text.isThere else { return }
    fold.fold(fields.text, scanner)
    guard Candidate.length(fold.bytes) >= Candidate.tellingLength else { return }
    fold.bytes.withUnsafeBytes { bytes in
      let bands = Bands(bytes)
      keys.append(IndexKey(.text, bytes))
      keys.append(contentsOf: bands.keys)
      record.words = bands.sketch
    }
  }
}
