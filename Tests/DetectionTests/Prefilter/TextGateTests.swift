import Foundation
import Languages
import PostModel
import Testing

@testable import Detection

/// The gate knows no language and must let through what the reader of any language ties by.
@Suite("The gate of texts")
struct TextGateTests {
  private static let gate = TextGate()

  @Test(
    "finds every phrase that a reader finds, as writers may write it",
    arguments: LanguagePack.all.map(\.language.rawValue))
  func findsWhatReadersFind(_ language: String) throws {
    let pack = try #require(LanguagePack.all.first { $0.language.rawValue == language })
    let gate = try #require(Self.gate)
    let scratch = try #require(gate.makeScratch())
    let lexicon = try #require(QuotationScanner.lexicon(of: pack, among: LanguagePack.all))
    var tied = 0
    var lost: [String] = []
    for words in Self.written(pack) {
      let bytes = Array(words.utf8)
      guard Self.ties(lexicon.hits(in: QuotationParagraph(bytes[...]))) else { continue }
      tied += 1
      let finding = bytes.withUnsafeBytes { gate.finding(in: $0, with: scratch) }
      if finding.ties.isEmpty, !finding.hidesLetters { lost.append(words) }
      let line = Self.json(words)
      let raw = line.withUnsafeBytes { gate.finding(in: $0, with: scratch, anySign: true) }
      if !raw.holdsSign { lost.append(String(decoding: line, as: UTF8.self)) }
    }
    #expect(lost.isEmpty)
    #expect(tied > 100)
  }

  private static func ties(_ hits: [QuotationLexicon.Hit]) -> Bool {
    // What refers to a platform named before needs that platform beside it.
    QuotationLexicon.mayTie(hits.filter { $0.sign != .samePlatform })
  }

  /// The phrases of a pack in every case, with what may stand before and behind them.
  private static func written(_ pack: LanguagePack) -> [String] {
    guard let cues = pack.quotation else { return [] }
    let phrases =
      Array(cues.posts.values.joined()) + Array(cues.postNouns.values.joined())
      + Array((cues.homes ?? [:]).values.joined()) + cues.social
      + Array(pack.platforms.values.joined())
    let before = ["", "a", "é", "-", "“", "\n", " "] + (cues.prefixes ?? [])
    let behind = ["", "z", "ж", ".", "\n", "’s"] + cues.endings.prefix(6) + cues.after.prefix(3)
    return phrases.flatMap { phrase in
      let phrase = phrase.hasSuffix("*") ? String(phrase.dropLast()) : phrase
      let wrapped = phrase.replacing(" ", with: "\n")
      return [phrase, phrase.uppercased(), phrase.capitalized, wrapped].flatMap { cased in
        before.map { $0 + cased } + behind.map { cased + $0 }
      }
    }
  }

  @Test("finds every line that platforms print, wherever it is wrapped")
  func findsWhatPlatformsPrint() throws {
    let gate = try #require(Self.gate)
    let scratch = try #require(gate.makeScratch())
    var printed = 0
    var lost: [String] = []
    for anchor in ResidueScanner.anchors(of: LanguagePack.all) {
      let places = anchor.indices.filter { anchor[$0] == " " }
      let wrapped = places.map { anchor.replacingCharacters(in: $0...$0, with: "\n") }
      for words in [anchor] + wrapped {
        printed += 1
        let text = Array("Ada\(words)Quill".utf8)
        let finding = text.withUnsafeBytes { gate.finding(in: $0, with: scratch) }
        let line = Self.json("Ada\(words)Quill")
        let raw = line.withUnsafeBytes { gate.finding(in: $0, with: scratch, anySign: true) }
        if !finding.holdsSign || !raw.holdsSign { lost.append(words) }
      }
    }
    #expect(lost.isEmpty)
    #expect(printed > 1000)
  }

  private static func json(_ words: String) -> [UInt8] {
    let escaped = words.replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    return Array("{\"text\":\"\(escaped)\"}".utf8)
  }
}
