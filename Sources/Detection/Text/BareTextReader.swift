import Languages
import PostModel

/// Finds posts of which nothing but the words is left: paragraphs in another language than the
/// article's, between the article's own.
///
/// Statements that an article prints in their own language look alike; they are told by their full
/// stop and by the sentence that announces them. What is found is said with little confidence.
struct BareTextReader {
  let bounds: PostBounds
  private let paragraphs: [Paragraph]

  private struct Paragraph {
    var range: Range<Int>
    /// Whether a post that was found by surer signs stands there.
    var isTaken: Bool
  }

  /// Takes the places of the posts that were found by surer signs, in their order.
  init(bounds: PostBounds, taken: [Range<Int>]) {
    self.bounds = bounds
    var paragraphs: [Paragraph] = []
    for line in bounds.lines.lines {
      if let last = paragraphs.last, !line.followsGap {
        paragraphs[paragraphs.count - 1].range = last.range.lowerBound..<line.range.upperBound
      } else {
        paragraphs.append(Paragraph(range: line.range, isTaken: false))
      }
    }
    var next = 0
    for index in paragraphs.indices {
      let range = paragraphs[index].range
      while next < taken.count, taken[next].upperBound <= range.lowerBound { next += 1 }
      paragraphs[index].isTaken = next < taken.count && taken[next].overlaps(range)
    }
    // Without empty lines there is nothing to tell paragraphs by.
    self.paragraphs = paragraphs.count >= 3 && bounds.lines.isSpaced ? paragraphs : []
  }

  private var text: TextBytes { bounds.text }
  private var manner: PostManner { bounds.manner }

  func sightings() -> [Sighting] {
    foreignSightings() + manneredSightings()
  }

  /// Paragraphs in another language than the article's.
  private func foreignSightings() -> [Sighting] {
    guard manner.language != nil else { return [] }
    var found: [Sighting] = []
    let candidates = paragraphs.indices.filter { isCandidate(paragraphs[$0]) && isAmongOwn($0) }
    let vocabulary = candidates.isEmpty ? [] : vocabulary()
    for index in candidates {
      let range = paragraphs[index].range
      guard let guess = manner.guess(range), guess.share > 0.9, !isKnown(range, to: vocabulary)
      else { continue }
      let post = RemnantPost(text: text, words: range)
      var sighting = post.made(
        .bareText, at: range, platform: "x", sureness: Confidence.foreignText)
      sighting.language = guess.language
      sighting.evidence.append(
        Evidence(field: "text", rule: "text.language-switch", value: guess.language.rawValue))
      found.append(sighting)
    }
    return found
  }

  /// Paragraphs in the article's own language and in the manner of posts, alone among its prose.
  private func manneredSightings() -> [Sighting] {
    let signs = paragraphs.map { $0.isTaken ? 0 : self.signs(of: $0) }
    let count = signs.count { $0 >= Self.fewestSigns }
    // Where many paragraphs are of that manner, it is the article's own.
    guard count > 0, count * 3 <= paragraphs.count else { return [] }
    return signs.indices.compactMap { index in
      let range = paragraphs[index].range
      guard signs[index] >= Self.fewestSigns, isBetweenProse(index),
        !(index > 0 && signs[index - 1] > 1 && signs[index - 1] < Self.fewestSigns),
        !manner.isForeign(range)
      else { return nil }
      var sighting = RemnantPost(text: text, words: range)
        .made(.bareText, at: range, platform: "x", sureness: Confidence.manneredText)
      sighting.evidence.append(
        Evidence(field: "text", rule: "text.manner", value: "\(signs[index]) signs"))
      return sighting
    }
  }

  private func signs(of paragraph: Paragraph) -> Int {
    let range = paragraph.range
    guard (32...900).contains(range.count), manner.weight(range) <= 300,
      !Self.marks.contains(where: { text.has($0, at: range.lowerBound) })
    else { return 0 }
    return PostSigns(text.string(range)).count
  }

  /// Whether a paragraph of prose stands on either side, the nearest ones that are not posts.
  private func isBetweenProse(_ index: Int) -> Bool {
    let before = paragraphs[..<index].last { !$0.isTaken }
    let after = paragraphs[(index + 1)...].first { !$0.isTaken }
    return [before, after].allSatisfy { paragraph in
      guard let range = paragraph?.range, range.count >= Self.shortestProse else { return false }
      return PostSigns(text.string(range)).count < 2
    }
  }

  private func isCandidate(_ paragraph: Paragraph) -> Bool {
    let range = paragraph.range
    guard (48...420).contains(range.count), !paragraph.isTaken, manner.weight(range) <= 300,
      !text.has([0x2E], endingAt: range.upperBound),
      !Self.marks.contains(where: { text.has($0, at: range.lowerBound) })
    else { return false }
    return isProse(text.string(range)) && manner.isForeign(range)
  }

  /// Menus, credits and contacts are of short lines, capitals, numbers and addresses.
  private func isProse(_ paragraph: String) -> Bool {
    let words = paragraph.split(whereSeparator: \.isWhitespace)
    let capitals = words.count { $0.first?.isUppercase ?? false }
    let digits = paragraph.utf8.count(where: \.isASCIIDigit)
    let lines = paragraph.split(separator: "\n")
    return words.count >= 9 && capitals * 2 < words.count && digits * 8 < paragraph.utf8.count
      && lines.dropLast().allSatisfy { $0.utf8.count >= 32 }
      && !words.contains { word in
        word.contains { "/|“©[".contains($0) } || word.dropFirst(2).contains("@")
      }
  }

  /// The words that the article's own long paragraphs use more than once.
  private func vocabulary() -> Set<String> {
    var counts: [String: Int] = [:]
    for paragraph in paragraphs.prefix(400)
    where (120...4000).contains(paragraph.range.count) && !paragraph.isTaken {
      for word in words(paragraph.range) { counts[word, default: 0] += 1 }
    }
    return Set(counts.filter { $0.value > 1 }.keys)
  }

  /// Whether a third of the words are the article's: CLD2 errs on headlines.
  private func isKnown(_ range: Range<Int>, to vocabulary: Set<String>) -> Bool {
    let words = words(range)
    return words.count { vocabulary.contains($0) } * 3 > words.count
  }

  private func words(_ range: Range<Int>) -> [String] {
    text.string(range).lowercased().split { !$0.isLetter }.map { String($0) }
  }

  /// Whether the paragraphs around, but for short headings and other posts, are the article's own.
  private func isAmongOwn(_ index: Int) -> Bool {
    let before = paragraphs[..<index].suffix(Self.reach).last {
      $0.range.count > 24 && !$0.isTaken
    }
    guard let before, !manner.isForeign(before.range) else { return false }
    guard manner.isOwn(before.range) else { return false }
    let after = paragraphs[(index + 1)...].prefix(Self.reach).first { !$0.isTaken }
    return after.map { !manner.isForeign($0.range) } ?? true
  }

  /// Quotation marks: a quotation is the prose's.
  private static let marks = ["“", "„", "«", "»", "\"", "”", "「", "‘", "–", "—", "- ", "* ", "•"]
    .map { Array($0.utf8) }
  private static let reach = 8
  private static let fewestSigns = 3
  private static let shortestProse = 80
}
