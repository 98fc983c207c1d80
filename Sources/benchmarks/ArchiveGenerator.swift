import Foundation

/// Makes an archive of invented citations, for measuring the index.
///
/// Handles follow Zipf's law, as do words; seven citations in ten are of a post that is cited once,
/// the others of some 500 posts that were cited shortly before; one in five lacks the platform's
/// identifier; one post in twenty is in another alphabet. Segments of 64 MB have no seals.
struct ArchiveGenerator {
  private struct Post {
    var id: UInt64
    var handle: [UInt8]
    var day: [UInt8]
    var clock: [UInt8]
    var text: [UInt8]
    var isCyrillic: Bool
    var tag: [UInt8]
    var code: [UInt8]

    /// The first letters of the text, whole ones.
    var opening: [UInt8] {
      let end = text.indices.dropFirst(40).first { text[$0] & 0xC0 != 0x80 }
      return Array(text[..<(end ?? text.count)])
    }
  }

  private var chance: Chance
  private let vocabulary: Vocabulary
  private let seed: UInt64
  private var recent: [Post] = []
  private var number: UInt64 = 0
  private var article: [UInt8] = []
  private var left = 0

  /// Another seed gives other citations with the same words.
  init(seed: UInt64) {
    self.seed = seed
    chance = Chance(seed: seed &* 0x9E37_79B9_7F4A_7C15)
    vocabulary = Vocabulary()
  }

  /// Writes an archive of so many citations into a folder that is not there.
  mutating func write(_ count: Int, to folder: URL) throws {
    let citations = folder.appending(path: "citations")
    try FileManager.default.createDirectory(at: citations, withIntermediateDirectories: true)
    let head = #"{"format":"roost-archive","version":1,"created":"2025-01-02T03:04:05Z"}"# + "\n"
    try Data(head.utf8).write(to: folder.appending(path: "archive.json"))
    var left = count
    var segment = 0
    while left > 0 {
      segment += 1
      var bytes: [UInt8] = []
      while left > 0, bytes.count < 64 << 20 {
        appendLine(to: &bytes)
        left -= 1
      }
      let name = String(repeating: "0", count: 6 - "\(segment)".count) + "\(segment).jsonl"
      try Data(bytes).write(to: citations.appending(path: name))
    }
  }

  /// Appends so many citations to the last segment of an archive.
  mutating func append(_ count: Int, to folder: URL) throws {
    let citations = folder.appending(path: "citations")
    let names = try FileManager.default.contentsOfDirectory(atPath: citations.path)
    guard let last = names.filter({ $0.hasSuffix(".jsonl") }).max() else { return }
    var bytes: [UInt8] = []
    for _ in 0..<count { appendLine(to: &bytes) }
    let file = try FileHandle(forWritingTo: citations.appending(path: last))
    try file.seekToEnd()
    try file.write(contentsOf: Data(bytes))
    try file.close()
  }

  private mutating func appendLine(to line: inout [UInt8]) {
    number += 1
    let post = nextPost()
    if left <= 0 { article = nextArticle() }
    left -= 1
    let kind = chance.unit()
    let (form, confidence) =
      switch kind {
      case ..<0.7: ("embed", "0.98")
      case ..<0.85: ("remnant", "0.93")
      case ..<0.9: ("quote", "0.7")
      default: ("link", "0.9")
      }
    line.add(
      #"{"v":1,"id":""#, chance.hex(32), #"","form":""#, form, #"","confidence":"#, confidence)
    line.add(#","post":{"#)
    append(post, as: form, to: &line)
    line.add("},", article, #","selector":{"exact":""#, post.opening)
    line.add(#"","prefix":""#, vocabulary.words(5, &chance).prefix(32))
    line.add(#"","suffix":""#, vocabulary.words(5, &chance).prefix(32))
    let start = chance.below(9000)
    line.add(#"","start":"#, "\(start)", #","end":"#, "\(start + 300)")
    line.add(
      #","path":"/html/body/main/article/div[2]/blockquote[1]"},"evidence":[{"field":"published""#)
    line.add(#","rule":"x.snowflake","value":""#, "\(post.id)", "\"}]}\n")
  }

  private func append(_ post: Post, as form: String, to line: inout [UInt8]) {
    let hasID = form == "embed" || form == "link"
    if hasID {
      line.add(#""key":"x:"#, "\(post.id)", #"","platform":"x","id":""#, "\(post.id)")
      line.add(#"","permalink":"https://x.com/"#, post.handle, "/status/", "\(post.id)", "\"")
    } else {
      line.add(#""key":"x:text/"#, Chance.hex(Chance.hash(post.text), 16), #"","platform":"x""#)
    }
    if form != "quote" { line.add(#","author":{"handle":""#, post.handle, "\"") }
    if form == "embed" || form == "remnant" { line.add(#","name":"Name of "#, post.handle, "\"") }
    if form != "quote" { line.add("}") }
    if form != "link" {
      line.add(#","text":""#, post.text, #"","lang":""#, post.isCyrillic ? "bg" : "en", "\"")
    }
    if hasID {
      line.add(#","published":{"value":""#, post.day, "T", post.clock)
      line.add(#"","precision":"millisecond","source":"post-id"}"#)
    } else if form == "remnant" {
      line.add(#","published":{"value":""#, post.day, #"","precision":"day","source":"printed"}"#)
    }
    if form == "embed" { line.add(#","links":["https://t.co/"#, post.code, "\"]") }
    if form != "quote", form != "link", !post.tag.isEmpty {
      line.add(#","hashtags":[""#, post.tag, "\"]")
    }
  }

  private mutating func nextPost() -> Post {
    if !recent.isEmpty, chance.unit() < 0.3 { return recent[chance.below(recent.count)] }
    let words = vocabulary.words(12 + chance.below(29), &chance)
    let (day, clock) = chance.moment()
    let tag = chance.unit() < 0.2 ? Array(words.prefix { $0 != 0x20 }) : []
    let isCyrillic = chance.unit() < 0.05
    let text = words + Array(" w\(1_000_000 + chance.below(9_000_000))".utf8)
    let post = Post(
      id: 1_000_000_000_000_000_000 + seed * 10_000_000_000_000 + number,
      handle: Array("user_\(1_000_000 + Int(pow(300_000, chance.unit())))".utf8), day: day,
      clock: clock, text: isCyrillic ? Vocabulary.cyrillic(text) : text, isCyrillic: isCyrillic,
      tag: tag, code: Chance.hex(seed << 32 | number, 10))
    if recent.count < 500 {
      recent.append(post)
    } else {
      recent[chance.below(500)] = post
    }
    return post
  }

  private mutating func nextArticle() -> [UInt8] {
    left = [1, 1, 1, 2, 3, 5][chance.below(6)]
    let site = Array("site\(Int(pow(5000, chance.unit()))).example".utf8)
    let (day, _) = chance.moment()
    let digest = chance.hex(64)
    var article: [UInt8] = []
    article.add(#""article":{"id":""#, digest.prefix(32), #"","url":"https://www."#, site, "/")
    article.add(day, "/", digest.prefix(12), #".html","title":""#, vocabulary.words(8, &chance))
    article.add(#"","site":""#, site, #"","published":{"value":""#, day)
    article.add(
      #"","precision":"day","source":"json-ld"},"lang":""#, chance.unit() < 0.1 ? "bg" : "en")
    article.add(
      #"","captured":""#, day, #"T04:05:06Z","source":{"path":"crawl-"#, "\(number / 100_000)")
    article.add(#".warc.gz","format":"warc","record":"urn:uuid:"#, digest[8..<44], #"","offset":"#)
    article.add("\(number * 37)", #","length":51234},"digest":"sha256:"#, digest, #""}"#)
    return article
  }
}

/// Words and how often each is met.
private struct Vocabulary {
  private var all: [[UInt8]] = []
  /// The sums of the weights up to each word.
  private var sums: [Double] = []

  init() {
    var chance = Chance(seed: 1)
    var seen: Set<[UInt8]> = []
    let consonants = Array("bdklmnrst".utf8)
    let vowels = Array("aeiou".utf8)
    while all.count < 20_000 {
      let word = (0...chance.below(4)).flatMap { _ in
        [consonants[chance.below(9)], vowels[chance.below(5)]]
      }
      if seen.insert(word).inserted { all.append(word) }
    }
    var sum = 0.0
    for place in all.indices {
      sum += 1 / Double(place + 10)
      sums.append(sum)
    }
  }

  /// So many words with spaces between.
  func words(_ count: Int, _ chance: inout Chance) -> [UInt8] {
    var words: [UInt8] = []
    for _ in 0..<count {
      let wanted = chance.unit() * (sums.last ?? 0)
      var low = 0
      var high = all.count - 1
      while low < high {
        let middle = (low + high) / 2
        if sums[middle] < wanted { low = middle + 1 } else { high = middle }
      }
      if !words.isEmpty { words.append(0x20) }
      words.append(contentsOf: all[low])
    }
    return words
  }

  /// The same words in Cyrillic letters.
  static func cyrillic(_ text: [UInt8]) -> [UInt8] {
    text.flatMap { byte -> [UInt8] in
      (0x61...0x7A).contains(byte) ? [0xD0, 0xB0 + (byte - 0x61) % 16] : [byte]
    }
  }
}

/// A source of numbers that a seed decides (SplitMix64).
private struct Chance {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

  mutating func unit() -> Double { Double(next() >> 11) / Double(1 << 53) }

  mutating func hex(_ digits: Int) -> [UInt8] {
    stride(from: 0, to: digits, by: 16).flatMap { _ in Self.hex(next(), 16) }
  }

  /// A day of fifteen years with months of 28 days, and a time of day.
  mutating func moment() -> ([UInt8], [UInt8]) {
    let day = below(336 * 15)
    let time = below(86_400_000)
    let date = [2010 + day / 336, day % 336 / 28 + 1, day % 28 + 1]
    let clock = [time / 3_600_000, time / 60_000 % 60, time / 1000 % 60]
    let texts = [date.map(Self.padded), clock.map(Self.padded)]
    let thousandths = "\(1000 + time % 1000)".dropFirst()
    return (
      Array(texts[0].joined(separator: "-").utf8),
      Array((texts[1].joined(separator: ":") + ".\(thousandths)Z").utf8)
    )
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  static func hex(_ value: UInt64, _ digits: Int) -> [UInt8] {
    let letters = Array("0123456789abcdef".utf8)
    return (0..<digits).map { letters[Int(value >> UInt64((digits - 1 - $0) * 4) & 15)] }
  }

  static func hash(_ bytes: [UInt8]) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}

/// What a line is put together from.
private protocol LinePiece {
  func append(to line: inout [UInt8])
}

extension String: LinePiece {
  fileprivate func append(to line: inout [UInt8]) { line.append(contentsOf: utf8) }
}

extension [UInt8]: LinePiece {
  fileprivate func append(to line: inout [UInt8]) { line.append(contentsOf: self) }

  fileprivate mutating func add(_ pieces: any LinePiece...) {
    for piece in pieces { piece.append(to: &self) }
  }
}

extension ArraySlice<UInt8>: LinePiece {
  fileprivate func append(to line: inout [UInt8]) { line.append(contentsOf: self) }
}
