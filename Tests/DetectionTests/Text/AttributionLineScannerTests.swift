import Languages
import PostModel
import Testing

@testable import Detection

@Suite("Attribution lines")
struct AttributionLineScannerTests {
  static let scanner = AttributionLineScanner(dates: DateScanner(packs: LanguagePack.all))

  /// The attribution is marked by ⟦⟧ in the text.
  @Test(
    "an attribution is found in every printed form",
    arguments: [
      (
        "Nine ships today. ⟦— Ada Quill (@adaquill) May 4, 2022⟧", "Ada Quill", "adaquill",
        "2022-05-04"
      ),
      (
        "Glued.⟦— Ada Quill (@adaquill) May 4, 2022⟧Next sentence", "Ada Quill", "adaquill",
        "2022-05-04"
      ),
      (
        "pic.twitter.com/AbCdEfGh12⟦— 灯台守(仮) (@todai_mori) July 30, 2023⟧", "灯台守(仮)",
        "todai_mori", "2023-07-30"
      ),
      (
        "Won 4-1 – at last – ⟦— The Gulls – Official (@gulls) 28 juni 2016⟧",
        "The Gulls – Official",
        "gulls", "2016-06-28"
      ),
      (
        "Signed, A. ⟦- Ada Quill (@adaquill) January 9, 2021⟧", "Ada Quill", "adaquill",
        "2021-01-09"
      ),
      (
        "Words\n⟦– Ana-María (nueva) Ruiz (@amruiz) 8 de enero de 2019⟧\nMore",
        "Ana-María (nueva) Ruiz",
        "amruiz", "2019-01-08"
      ),
      ("⟦&mdash; Ada (@ada_q)October\u{A0}8, 2017⟧", "Ada", "ada_q", "2017-10-08"),
      ("⟦&mdash ; Ada (@ada_q) October 8, 2017⟧", "Ada", "ada_q", "2017-10-08"),
      ("⟦— @HarbourPM (@HarbourPM) 28 juni 2016⟧", "@HarbourPM", "HarbourPM", "2016-06-28"),
      ("⟦— 灯台（@todai）2019年6月28日⟧", "灯台", "todai", "2019-06-28"),
      (
        "⟦— 👩‍🚀🐬 Mira 🇨🇺 (@mira_k_) 16 мая 2018 г.⟧ Дальше", "👩‍🚀🐬 Mira 🇨🇺", "mira_k_",
        "2018-05-16"
      ),
      ("Text one\n⟦Ada Quill (@adaquill) May 4, 2022⟧", "Ada Quill", "adaquill", "2022-05-04"),
      (
        "The lamp is lit pic.twitter.com/AbCdEfGh12 ⟦Ada Quill (@adaquill) May 4, 2022⟧",
        "Ada Quill",
        "adaquill", "2022-05-04"
      ),
      ("Text\n⟦— Ada Quill (@adaquill)⟧", "Ada Quill", "adaquill", nil),
      (
        "Text\n⟦— Ada Quill (@adaquill)\n   August 22, 2013⟧\n", "Ada Quill", "adaquill",
        "2013-08-22"
      ),
      (
        "Whale! [image or embed] ⟦— Tob Ren (@tob.bsky.social) January 28, 2025 at 4:08 PM⟧",
        "Tob Ren", "tob.bsky.social", "2025-01-28"
      ),
      (
        "⟦— Ada (@ada) [May 4, 2022](https://twitter.com/ada/status/1521800000000000000)⟧", "Ada",
        "ada", "2022-05-04"
      ),
      (
        "⟦— Ada (@ada) <a href=”https://twitter.com/ada/status/152?ref_src=x”>May 4, 2022</a>⟧",
        "Ada", "ada", "2022-05-04"
      ),
    ] as [(String, String, String, String?)])
  func found(marked: String, name: String, handle: String, date: String?) throws {
    let text = marked.replacing("⟦", with: "").replacing("⟧", with: "")
    let expected = try #require(marked.split(separator: "⟦").last?.split(separator: "⟧").first)
    let attributions = Self.scanner.attributions(in: text)
    try #require(attributions.count == 1)
    let attribution = attributions[0]
    #expect(attribution.name == name)
    #expect(attribution.handle == handle)
    #expect(attribution.date?.value == date)
    #expect(TextBytes(text).string(attribution.utf8Range) == String(expected))
  }

  @Test(
    "prose with a handle in parentheses is none",
    arguments: [
      "Ada Quill (@adaquill) wrote on X on 30 December: “No.”",
      "The keeper — Ada Quill (@adaquill) — said on Monday that nine ships had passed.",
      "Write to us (@harbourpost) by 4 May 2022, please",
      "mail ada@quill.example — or call (0) 123",
      "Anti-fog lamps - says Ada Quill (@adaquill) - are dear.",
      "— Ada Quill (@this_handle_is_far_too_long_for_x) May 4, 2022",
      "(@)", "@", "(@a", "— (", "",
    ])
  func none(text: String) {
    #expect(Self.scanner.attributions(in: text).isEmpty)
  }

  @Test("several attributions in one line are each found")
  func several() {
    let text = "One — A (@aaa) May 4, 2022 Two — B (@bbb) May 5, 2022 Three — C (@ccc) 6 mai 2022"
    let found = Self.scanner.attributions(in: text)
    #expect(found.map(\.handle) == ["aaa", "bbb", "ccc"])
    #expect(found.map(\.date?.value) == ["2022-05-04", "2022-05-05", "2022-05-06"])
  }

  @Test("the address that a date links to is kept")
  func permalink() {
    let markdown = "— Ada (@ada) [May 4, 2022](https://twitter.com/ada/status/152)"
    #expect(
      Self.scanner.attributions(in: markdown).first?.permalink
        == "https://twitter.com/ada/status/152")
  }

  @Test(
    "the bare address of the same author's post behind a date is kept",
    arguments: [
      (" https://twitter.com/ada/status/152", "https://twitter.com/ada/status/152"),
      (" (https://x.com/Ada/status/152?s=20).", "https://x.com/Ada/status/152?s=20"),
      (" https://twitter.com/bo/status/152", nil), ("\n\nhttps://twitter.com/ada/status/152", nil),
      (" https://twitter.com/ada", nil), (" http", nil),
    ] as [(String, String?)])
  func bareAddress(rest: String, address: String?) {
    let found = Self.scanner.attributions(in: "Lamp lit — Ada (@ada) May 4, 2022" + rest)
    #expect(found.map(\.permalink) == [address])
  }

  @Test("the tail of a blockquote is read, and nothing else")
  func trailing() {
    #expect(Self.scanner.attribution("Text — Ada (@ada) May 4, 2022 ")?.handle == "ada")
    #expect(Self.scanner.attribution("Text — Ada (@ada) May 4, 2022 and on") == nil)
  }

  @Test("the network follows from the handle's form")
  func platform() {
    let found = Self.scanner.attributions(
      in: "— A (@a.example) May 4, 2022\n— B (@b@c.example) May 4, 2022\n— C (@c) May 4, 2022")
    #expect(found.map(\.platform.rawValue) == ["bluesky", "mastodon", "x"])
  }
}
