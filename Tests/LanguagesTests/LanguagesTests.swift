import FoundationEssentials
import Languages
import PostModel
import Testing

@Suite("Language packs")
struct LanguagePackTests {
  @Test("every embedded pack is read strictly", arguments: LanguagePack.embedded.map(\.name))
  func embeddedPackIsSound(name: String) throws {
    let entry = try #require(LanguagePack.embedded.first { $0.name == name })
    let pack = try LanguagePack(json: entry.json, file: "\(name).json")
    #expect(pack.language.rawValue == name)
    #expect(pack.dates.months.allSatisfy { !$0.isEmpty })
    #expect(pack.residues.attributions["instagram"]?.isEmpty == false)
    #expect(pack.names(of: "x").contains("X"))
  }

  @Test("the catalog names every file of the folder and no other")
  func catalogIsComplete() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Languages/Packs").path
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }
    #expect(files.sorted() == LanguagePack.embedded.map(\.name))
    #expect(LanguagePack.all.count == files.count)
  }

  @Test(
    "a pack is found by script, region and alias",
    arguments: [
      ("zh-TW", "zh-Hant"), ("zh", "zh-Hans"), ("zh-Hant", "zh-Hant"), ("pt_BR", "pt"),
      ("nb", "no"), ("bs", "hr"), ("iw", "he"),
    ])
  func packIsFound(tag: String, expected: String) throws {
    let pack = LanguagePack.pack(for: try #require(LanguageTag(tag)))
    #expect(pack?.language.rawValue == expected)
  }

  @Test("a pack of one's own takes the place of the same language's, or adds one")
  func ownPacks() throws {
    var own = try #require(LanguagePack.all.first { $0.language.rawValue == "da" })
    own.name = "My Danish"
    var faroese = own
    faroese.language = try #require(LanguageTag("fo"))
    let packs = LanguagePack.all(with: [faroese, own])
    #expect(packs.count == LanguagePack.all.count + 1)
    #expect(packs.first { $0.language == own.language }?.name == "My Danish")
    #expect(packs.map(\.language.rawValue) == packs.map(\.language.rawValue).sorted())
  }

  @Test("no pack is found for a language without one")
  func noPack() throws {
    #expect(LanguagePack.pack(for: try #require(LanguageTag("tlh"))) == nil)
  }
}

@Suite("Strict decoding of language packs")
struct LanguagePackErrorTests {
  /// The English pack with one change.
  private func english(_ old: String, _ new: String) throws -> [UInt8] {
    let entry = try #require(LanguagePack.embedded.first { $0.name == "en" })
    let text = String(decoding: entry.json, as: UTF8.self)
    #expect(text.contains(old))
    return Array(text.replacing(old, with: new).utf8)
  }

  @Test(
    "an error names the file and the key",
    arguments: [
      ("\"dates\":", "\"date\":", "missing-key", "dates"),
      ("\"skips\":", "\"skip\":", "missing-key", "dates.skips"),
      ("\"moreMonths\":", "\"moreMonth\":", "unknown-key", "dates.moreMonth"),
      ("\"opens\":", "\"open\":", "missing-key", "residues.frames.0.opens"),
      ("\"yesterday\": -1", "\"yesterday\": \"-1\"", "wrong-value", "dates.relativeDays.yesterday"),
      ("\"orders\": [\"MDY\"", "\"orders\": [\"MYD\"", "wrong-value", "dates.orders.0"),
      ("\"language\": \"en\"", "\"language\": \"?\"", "wrong-value", "language"),
      ("\"skips\": [", "\"skips\": 3, \"closers\": [", "wrong-value", "dates.skips"),
      ("\"9\": [\"Sept\"", "\"13\": [\"Sept\"", "wrong-value", "dates.moreMonths.13"),
      (
        "A post shared by {name}", "A post shared by {nmae}", "wrong-value",
        "residues.attributions.instagram"
      ),
      ("\"View on Threads\"", "\"{name}\"", "wrong-value", "residues.views.threads"),
    ])
  func errorNamesTheKey(old: String, new: String, code: String, key: String) throws {
    let json = try english(old, new)
    let error = #expect(throws: LanguagePackError.self) {
      try LanguagePack(json: json, file: "mine.json")
    }
    #expect(error?.code.rawValue == code)
    #expect(error?.key == key)
    #expect(error?.description.hasPrefix("mine.json: key “\(key)”") == true)
  }

  @Test(
    "an error says what is expected",
    arguments: [
      ("\"moreMonths\":", "\"moreMonth\":", "“moreMonths”"),
      ("\"orders\": [\"MDY\"", "\"orders\": [\"MYD\"", "“DMY”, “MDY”, “YMD”"),
      ("\"yesterday\": -1", "\"yesterday\": \"-1\"", "a whole number"),
      ("\"skips\": [", "\"skips\": 3, \"closers\": [", "a list"),
      ("A post shared by {name}", "A post shared by {nmae}", "{name}, {handle}"),
    ])
  func errorSaysWhatIsExpected(old: String, new: String, expected: String) throws {
    let json = try english(old, new)
    let error = #expect(throws: LanguagePackError.self) {
      try LanguagePack(json: json, file: "mine.json")
    }
    #expect(error?.description.contains(expected) == true)
  }

  @Test("a file that is not there is named")
  func noFile() {
    let error = #expect(throws: LanguagePackError.self) {
      try LanguagePack(contentsOf: "/nowhere/mine.json")
    }
    #expect(error?.code == .unreadable)
    #expect(error?.description.contains("/nowhere/mine.json") == true)
  }

  @Test("what is no JSON is said to be none")
  func notJSON() {
    let error = #expect(throws: LanguagePackError.self) {
      try LanguagePack(json: Array("{\"language\"".utf8), file: "torn.json")
    }
    #expect(error?.code == .notJSON)
  }
}

@Suite("The language of a text")
struct LanguageGuessTests {
  @Test(
    "a sentence's language is guessed",
    arguments: [
      ("Кметът на малкото село обеща нов мост над реката до края на годината.", "bg"),
      ("The lighthouse keeper counted nine ships before the fog rolled in again.", "en"),
      ("Der Bürgermeister versprach den Anwohnern eine neue Brücke über den Fluss.", "de"),
      ("市長は来年の春までに新しい橋を架けると住民に約束した。", "ja"),
      ("ראש העיר הבטיח לתושבים גשר חדש מעל הנהר עד סוף השנה.", "he"),
    ])
  func sentence(text: String, expected: String) throws {
    let guess = try #require(LanguageGuess.language(of: text))
    #expect(guess.language.rawValue == expected)
    #expect(guess.share > 0.8)
    #expect(guess.isReliable)
  }

  @Test("nothing is guessed from nothing", arguments: ["", "12345", "…!?", "\u{0}"])
  func nothing(text: String) {
    #expect(LanguageGuess.language(of: text) == nil)
  }

  @Test("invalid UTF-8 does no harm")
  func invalidBytes() {
    let bytes = [UInt8](repeating: 0xC3, count: 5000) + Array("the quick brown fox".utf8)
    #expect(LanguageGuess.language(of: bytes)?.share ?? 0 <= 1)
  }
}
