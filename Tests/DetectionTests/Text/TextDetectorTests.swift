import Languages
import PostModel
import Testing

@testable import Detection

@Suite("Posts that survive in plain text")
struct TextDetectorTests {
  static let detector = TextDetector(packs: LanguagePack.all)

  private func sightings(_ text: String, _ language: String = "en") -> [Sighting] {
    Self.detector.sightings(in: text, context: TextContext(language: LanguageTag(language)))
  }

  /// The post's place is marked by ⟦⟧, its words by «».
  @Test(
    "a post ends at its attribution and begins where its words begin",
    arguments: [
      """
      The harbour master spoke on Monday of nine ships that had to wait.

      ⟦Nine ships, one lamp. We managed.

      — Ada Quill (@adaquill) May 4, 2022⟧

      The council meets again next week.
      """,
      """
      The council spoke of it for a long time and came to nothing that anybody remembers today.
      ⟦Lamp lit, fog in. #lighthouse
      Nine ships passed before noon and not one of them waved.
      — Ada Quill (@adaquill) May 4, 2022⟧
      It has been a long season for the keepers, who were not asked.
      """,
      """
      Watch what the keeper had to say about it:
      ⟦🚢🚢🚢
      Nine of them today pic.twitter.com/AbCdEfGh12
      — Ada Quill (@adaquill) May 4, 2022⟧
      """,
      """
      What the board decided on Monday was hardly news to anybody who works there.
      ⟦The board decided:
      • to light the lamp
      • to close the pier
      — Ada Quill (@adaquill) May 4, 2022⟧
      """,
      """
      Кметът обясни пред журналисти защо фарът не е светил цяла седмица и кой ще плати за това. \
      ⟦Nine ships passed the lighthouse today and nobody waved at all — Ada Quill (@adaquill) \
      May 4, 2022⟧ Следващото заседание на общината е в края на месеца.
      """,
      """
      ⟦Nine ships today https://t.co/AbCdEf12
      — Ada Quill (@adaquill) 4 мая 2022 г.⟧
      """,
    ])
  func attributed(marked: String) throws {
    let text = marked.replacing("⟦", with: "").replacing("⟧", with: "")
    let place = try #require(marked.split(separator: "⟦").last?.split(separator: "⟧").first)
    let language = marked.contains("Кметът") ? "bg" : "en"
    let found = sightings(text, language)
    try #require(found.count == 1)
    #expect(TextBytes(text).string(found[0].utf8Range) == String(place))
    #expect(found[0].kind == .attributionLine)
    #expect(found[0].form == .remnant)
    #expect(found[0].platform == "x")
    #expect(found[0].author == Account(handle: "adaquill", name: "Ada Quill"))
    #expect(found[0].dates.map(\.value) == ["2022-05-04"])
    #expect(found[0].text?.contains("—") == false)
    #expect(found[0].text?.contains("t.co") == false)
  }

  @Test("pic and t.co links leave the words for media and links")
  func links() {
    let found = sightings(
      "Lamp lit https://t.co/AbCdEf1234 pic.twitter.com/AbCdEfGh12\n\nMore of the article.")
    #expect(found.map(\.kind) == [.mediaLink])
    #expect(found.first?.text == "Lamp lit")
    #expect(found.first?.media.map(\.url) == ["https://pic.twitter.com/AbCdEfGh12"])
    #expect(found.first?.links == ["https://t.co/AbCdEf1234"])
  }

  @Test("a post goes on after an attribution in its middle, up to its media link")
  func attributionInTheMiddle() {
    let found = sightings(
      """
      灯台の灯りがつきました
      — 灯台守 (@todai_mori) July 30, 2023
      今日は九隻でした pic.twitter.com/AbCdEfGh12

      記事の続きです。
      """, "ja")
    #expect(found.count == 1)
    #expect(found.first?.text == "灯台の灯りがつきました\n今日は九隻でした")
    #expect(found.first?.media.count == 1)
  }

  @Test(
    "what a platform prints round a post names author and day",
    arguments: [
      (
        "View this post on Instagram\n\nLamp lit\n\nA post shared by Ada (@ada.q) on Sep 1, 2018 at "
          + "11:43pm PDT", "instagram", "ada.q", "Ada", "Lamp lit", "2018-09-01"
      ),
      (
        "Ein Beitrag geteilt von Ada Q (sie) (@ada_q)", "instagram", "ada_q", "Ada Q (sie)", nil,
        nil
      ),
      (
        "Ada Q (@ada_q) által megosztott bejegyzés, Ápr 29., 2020, időpont: 1:48 (PDT időzóna)",
        "instagram", "ada_q", "Ada Q", nil, "2020-04-29"
      ),
      ("灯台（@todai）がシェアした投稿", "instagram", "todai", "灯台", nil, nil),
      ("Ada Q (@ada_q)'ın paylaştığı bir gönderi", "instagram", "ada_q", "Ada Q", nil, nil),
      (
        "Lamp lit.\n\nPosted by Harbour Post on Thursday, October 24, 2019", "facebook", nil,
        "Harbour Post", "Lamp lit.", "2019-10-24"
      ),
      (
        "Lamp lit.\n\nОпубликовано Маяк Север Вторник, 17 марта 2020 г.", "facebook", nil,
        "Маяк Север", "Lamp lit.", "2020-03-17"
      ),
      (
        "Lamp lit at last\nby u/ada_q in lighthouses", "reddit", "ada_q", nil, "Lamp lit at last",
        nil
      ),
      ("Comment by u/ada_q from discussion in lighthouses", "reddit", "ada_q", nil, nil, nil),
      (
        "Post by @ada@light.example View on Mastodon", "mastodon", "ada@light.example", nil, nil,
        nil
      ),
      ("Post by @ada_q\nView on Threads", "threads", "ada_q", nil, nil, nil),
      (
        "@ada.q\n\nLamp lit #lamp\n\n♬ son original - Ada", "tiktok", "ada.q", nil,
        "Lamp lit #lamp",
        nil
      ),
      (
        "Lamp lit.\n\n[image or embed]\n— Ada (@ada.light.example) January 28, 2025 at 4:08 PM",
        "bluesky", "ada.light.example", "Ada", "Lamp lit.", "2025-01-28"
      ),
      (
        "Skip Twitter post 2 by @ada_q\n\nLamp lit\n\nEnd of Twitter post 2 by @ada_q", "x",
        "ada_q", nil, "Lamp lit", nil
      ),
      (
        "Пропустити Facebook допис, автор: ada.q\n\nЛампа горить\n\nКінець Facebook допису, автор: "
          + "ada.q", "facebook", "ada.q", nil, "Лампа горить", nil
      ),
      (
        "Ada Quill @ada_q\nLamp lit\n05:38 PM - 07 Jun 2019\nReply Retweet", "x", "ada_q",
        "Ada Quill", "Lamp lit", "2019-06-07"
      ),
    ] as [(String, String, String?, String?, String?, String?)])
  func residue(
    text: String, platform: String, handle: String?, name: String?, words: String?, date: String?
  ) throws {
    let found = sightings(text)
    try #require(found.count == 1)
    #expect(found[0].platform?.rawValue == platform)
    #expect(found[0].author == Account(handle: handle, name: name))
    #expect(found[0].text == words)
    #expect(found[0].dates.first?.value == date)
    #expect(found[0].form == .remnant)
    #expect(!found[0].evidence.isEmpty)
  }

  @Test("a paragraph in another language without a full stop is a bare post of little confidence")
  func bareText() {
    let found = sightings(
      """
      Кметът обясни пред журналисти защо фарът не е светил цяла седмица и кой ще плати за това.

      BREAKING

      The lighthouse will be lit again on Friday night, says the harbour master of the town

      Следващото заседание на общинския съвет е в края на месеца, съобщиха от общината.
      """, "bg")
    #expect(found.map(\.kind) == [.bareText])
    #expect(found.allSatisfy { $0.confidence < 0.7 })
  }

  @Test(
    "prose, credits, buttons and statements are no posts",
    arguments: [
      "Ada Quill (@adaquill), who keeps the lamp, said on 4 May 2022 that nine ships had passed.",
      "The link pic.twitter.com no longer works, said the keeper of pic.twitter.com.",
      "Foto: Instagram/@ada_q", "Follow us on Twitter @harbourpost and like us on Facebook.",
      "Share on Facebook Tweet Share on LinkedIn", "Ada Quill — the keeper (70) — May 4, 2022",
      "He would post by noon and view on Threads of wool.", "Mail: ada@quill.example (office)",
      "A post shared by many in the village stood at the gate.", "♬ La la la ♬",
      """
      Кметът обясни пред журналисти защо фарът не е светил цяла седмица и кой ще плати за това.

      Пристанището разпространи следното съобщение на английски език:

      The lighthouse will be lit again on Friday night. No further comment will be made at this time.

      Следващото заседание на общинския съвет е в края на месеца, съобщиха от общината.
      """,
    ])
  func nothing(text: String) {
    let language = text.contains("Кметът") ? "bg" : "en"
    #expect(sightings(text, language).isEmpty)
  }

  @Test(
    "broken input does no harm",
    arguments: [
      "", "\u{0}", "(@", "♬", "pic.twitter.com/", "— (@a)", "\n\n\n", "\u{FFFD}(@\u{FFFD})",
    ])
  func broken(text: String) {
    #expect(sightings(text).isEmpty)
  }

  @Test("a code of eight letters ends where the next link begins")
  func gluedLinks() {
    let found = sightings("Lamp lit https://t.co/AbCdEfGhhttps://t.co/IjKlMnOp12 ok")
    #expect(found.map(\.links) == [["https://t.co/AbCdEfGh", "https://t.co/IjKlMnOp12"]])
  }

  @Test("lines wrapped at a column are read as one")
  func wrapped() {
    let found = sightings(
      """
      The harbour master spoke on Monday of nine ships that had to
      wait in the fog.

      View this post on Instagram

      A post shared by Harbour Post and its many friends of old
      (@harbour.post) on Sep 1,
      2018 at 11:43pm PDT

      Nine ships, one lamp, and a fog that would not
      lift. We managed.

      — Ada
      Quill (@adaquill) May 4, 2022
      """)
    #expect(found.map(\.author.name) == ["Harbour Post and its many friends of old", "Ada Quill"])
    #expect(found.map { $0.dates.first?.value } == ["2018-09-01", "2022-05-04"])
    #expect(found.last?.text == "Nine ships, one lamp, and a fog that would not\nlift. We managed.")
  }

  @Test("places are in order and inside the text")
  func order() {
    let unit = "Lamp lit pic.twitter.com/AbCdEfGh12 — Ada (@ada) May 4, 2022 Fog is in. "
    let text = String(repeating: unit, count: 200)
    let found = sightings(text)
    #expect(found.count == 200)
    var floor = 0
    for sighting in found {
      #expect(sighting.utf8Range.lowerBound >= floor)
      floor = sighting.utf8Range.upperBound
    }
    #expect(floor <= text.utf8.count)
  }
}

@Suite("Plain-text documents")
struct TextDocumentTests {
  @Test(
    "the opening's metadata is read as such",
    arguments: [
      (" date 2025-03 Кметът обеща нов мост.", "2025-03", nil, nil, "Кметът"),
      (
        "date 2025-03-18 url https://a.example/b title The lamp is lit\nNine ships", "2025-03-18",
        "https://a.example/b", "The lamp is lit", "Nine"
      ),
      (
        "url https://a.example/b\ndate 2025\nNine ships", "2025", "https://a.example/b", nil, "Nine"
      ),
      ("date palms grow here", nil, nil, nil, "date"),
      ("url shorteners are a plague", nil, nil, nil, "url"),
      ("title fights are dear", nil, nil, nil, "title"), ("", nil, nil, nil, ""),
      ("date 2025-13-40 is none", nil, nil, nil, "date"),
      (
        "---\ntitle: \"The lamp: lit\"\nlayout: post\ntags:\n  - date: 2020-01-01\ndate: 2025-03-18 13:19\n"
          + "permalink: /lamp/\n---\nNine ships",
        "2025-03-18", nil, "The lamp: lit", "Nine"
      ),
      (
        "+++\ntitle = 'Lamp'\npublishDate = 2025-03-18T10:00:00Z\nurl = \"https://a.example/b\"\n+++\n\nNine",
        "2025-03-18", "https://a.example/b", "Lamp", "\nNine"
      ),
      ("---\ntitle: The lamp\nNo end of it\n\nNine", nil, nil, nil, "---"),
      ("---\n\nNine ships\n\n---\nmore", nil, nil, nil, "---"), ("---", nil, nil, nil, "---"),
    ] as [(String, String?, String?, String?, String)])
  func header(text: String, date: String?, url: String?, title: String?, first: String) {
    let document = TextDocument(bytes: Array(text.utf8))
    #expect(document.published?.value == date)
    #expect(date == nil || document.published?.source == .header)
    #expect(document.url == url)
    #expect(document.title == title)
    #expect(document.text == text)
    let body = String(decoding: Array(text.utf8)[document.bodyRange], as: UTF8.self)
    #expect(body.hasPrefix(first))
  }

  @Test("line ends are folded, a byte order mark is dropped, invalid bytes are marked")
  func decoding() {
    let document = TextDocument(
      bytes: [0xEF, 0xBB, 0xBF] + Array("a\r\nb\rc\n".utf8) + [0xFF, 0x00] + Array("d".utf8))
    #expect(document.text == "a\nb\nc\n\u{FFFD}\u{FFFD}d")
  }

  @Test("posts in another language do not change the article's language")
  func language() {
    let document = TextDocument(
      bytes: Array(
        """
        Фарът край града отново свети, съобщиха от пристанището във вторник сутринта.

        Nine ships passed the lighthouse today and nobody waved at all, which is a pity, really

        — Ada Quill (@adaquill) May 4, 2022

        The lamp is lit and the fog is in and the tea is hot, what else does a keeper want of life \
        pic.twitter.com/AbCdEfGh12

        Следващата проверка е през есента.
        """.utf8))
    #expect(document.language?.rawValue == "bg")
  }
}
