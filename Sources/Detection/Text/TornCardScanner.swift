import Foundation
import Platforms
import PostModel

/// Reads what a careless cleaning leaves of Substack's cards: a sign `>` in a post's words was taken
/// for the end of the tag in whose attribute the words stood, so that they stay with all behind them:
/// `Fog again. ","username":"ines","name":"Ines","profile_image_url":…,"date":"2026-04-22T…"}">`.
struct TornCardScanner {
  /// What tells such a rest.
  static let sign = "\",\"username\":\""

  /// How it is written in a text, and in a text within JSON.
  static let signs = [sign, "\\\",\\\"username\\\":\\\""]

  private static let needle = ByteNeedle(sign)

  private let text: String

  init(_ text: String) {
    self.text = text
  }

  /// The posts, in their order; each holds the whole of the rest.
  func sightings() -> [Sighting] {
    guard Self.needle.occurs(in: text) else { return [] }
    var found: [Sighting] = []
    var floor = text.startIndex
    while let sign = text.range(of: Self.sign, range: floor..<text.endIndex) {
      let end = end(from: sign.upperBound)
      if let sighting = sighting(from: floor, sign, upTo: end) { found.append(sighting) }
      floor = end
    }
    return found
  }

  private func sighting(
    from floor: String.Index, _ sign: Range<String.Index>, upTo end: String.Index
  ) -> Sighting? {
    let data = text[sign.lowerBound..<end]
    guard let handle = value(of: "username", in: data), let name = value(of: "name", in: data),
      data.contains("\",\"profile_image_url\":\"") || data.contains("\",\"date\":\""),
      let start = start(from: floor, before: sign.lowerBound)
    else { return nil }
    let range = text.utf8Range(start..<end)
    var sighting = Sighting(
      .attributionLine, at: .text(utf8Range: range), platform: "x",
      confidence: Confidence.card)
    sighting.author = Account(handle: handle, name: name)
    sighting.note("author", "text.torn-card", name)
    if let date = value(of: "date", in: data).flatMap({ MachineDate.read($0, source: .markup) }) {
      sighting.dates = [date]
    }
    let body = PostBody(Self.decoded(text[start..<sign.lowerBound]))
    sighting.text = body.text.isEmpty || body.text.count > 400 ? nil : body.text
    sighting.media = body.media + pictures(in: data).filter { !body.media.contains($0) }
    sighting.links = body.links
    return sighting
  }

  /// Where the words begin: at their line's beginning, or behind the key that holds them.
  private func start(from floor: String.Index, before sign: String.Index) -> String.Index? {
    let line = text[floor..<sign]
    let start = line.lastIndex(where: \.isNewline).map { text.index(after: $0) } ?? floor
    let words = text[start..<sign]
    // The words of what the post quotes are not its own.
    guard !words.contains("\"quoted_tweet\":{\"") else { return nil }
    let key = words.range(of: "\"full_text\":\"", options: .backwards)
    let first = key?.upperBound ?? start
    return text[first..<sign].contains("\":\"") ? nil : first
  }

  /// Where the rest of the tag ends, else the line.
  private func end(from start: String.Index) -> String.Index {
    let line = text[start...].prefix { !$0.isNewline }
    guard let data = line.range(of: "}\""), let close = line[data.upperBound...].firstIndex(of: ">")
    else { return line.endIndex }
    return line.index(after: close)
  }

  private func value(of key: String, in data: Substring) -> String? {
    guard let open = data.range(of: "\"\(key)\":\"") else { return nil }
    var isEscaped = false
    for place in data[open.upperBound...].indices {
      if isEscaped {
        isEscaped = false
      } else if data[place] == "\\" {
        isEscaped = true
      } else if data[place] == "\"" {
        return Self.decoded(data[open.upperBound..<place])
      }
    }
    return nil
  }

  /// The post's pictures under the short addresses that X prints for them.
  private func pictures(in data: Substring) -> [Media] {
    guard let open = data.range(of: "\"photos\":["),
      let close = data[open.upperBound...].firstIndex(of: "]"),
      let link = value(of: "link_url", in: data[open.upperBound..<close]),
      let code = link.split(separator: "t.co/").last, code.count < link.count
    else { return [] }
    return [Media(url: "https://pic.twitter.com/\(code)")]
  }

  private static func decoded(_ text: Substring) -> String {
    guard text.contains("\\") else { return String(text) }
    let string = try? JSONDecoder().decode(String.self, from: Data("\"\(text)\"".utf8))
    return string ?? String(text)
  }
}

extension String {
  fileprivate func utf8Range(_ range: Range<Index>) -> Range<Int> {
    let start = utf8.distance(from: startIndex, to: range.lowerBound)
    return start..<start + utf8.distance(from: range.lowerBound, to: range.upperBound)
  }
}
