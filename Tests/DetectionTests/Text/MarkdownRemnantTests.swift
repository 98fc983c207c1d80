import PostModel
import Testing

@testable import Detection

/// What converters of HTML to Markdown make of embeds.
@Suite("Embeds that were turned into Markdown")
struct MarkdownRemnantTests {
  struct Row: CustomTestStringConvertible, Sendable {
    var testDescription: String
    /// What stands between two paragraphs of an article.
    var text: String
    /// Form, id, handle, name and words of each post.
    var posts: [String]

    init(_ name: String, _ text: String, _ posts: String...) {
      (testDescription, self.text, self.posts) = (name, text, posts)
    }
  }

  static let detector = Detector()

  static func citations(in text: String) -> [Citation] {
    let document = Document(
      bytes: Array(text.utf8), mediaType: .plainText,
      provenance: Provenance(path: "t", format: "text"))
    return detector.detect(in: document).citations
  }

  private static func told(_ citation: Citation) -> String {
    let post = citation.post
    return [
      citation.form.rawValue, post.id, post.author?.handle, post.author?.name,
      post.text?.replacing("\n", with: "/"),
    ].map { $0 ?? "-" }.joined(separator: " | ")
  }

  private static let x = "https://twitter.com/adaquill/status/1521774011392135168"
  private static let gram = "https://www.instagram.com/p/B8txYEEgPrw/?utm_source=ig_embed"
  private static let page = "https://www.facebook.com/harbourpost/posts/2868889663160284"
  private static let sky = "https://bsky.app/profile/did:plc:abcdefghijklmnopqrstuvwx"

  static let rows = [
    Row(
      "the date of an attribution links to the post",
      """
      > Nine ships, one lamp. <https://t.co/AbCdEfGh12>
      >
      > We managed.
      >
      > — Ada Quill (@adaquill) [May 4, 2022](\(x)?ref_src=twsrc%5Etfw)
      """,
      "remnant | 1521774011392135168 | adaquill | Ada Quill | Nine ships, one lamp.//We managed."),
    Row(
      "the link is broken over lines and stands in brackets",
      """
      > Nine ships,
      > one lamp.[pic.twitter.com/AbCdEfGh12](https://t.co/AbCdEfGh12)
      >
      > — [Ada Quill](https://twitter.com/adaquill) ([@adaquill](https://twitter.com/adaquill)) [May 4,
      > 2022](<\(x)>)
      """, "remnant | 1521774011392135168 | adaquill | Ada Quill | Nine ships,/one lamp."),
    Row(
      "the attribution stands below the quotation",
      "> Nine ships, one lamp.\n>\n> We managed.\n\n— Ada Quill (@adaquill) *[May 4, 2022](\(x))*",
      "remnant | 1521774011392135168 | adaquill | Ada Quill | Nine ships, one lamp.//We managed."),
    Row(
      "two posts stand in one quotation",
      """
      > Nine ships.
      > — Ada Quill (@adaquill) May 4, 2022
      > One lamp.
      > — Ines Falk (@inesfalk) May 5, 2022
      """, "remnant | - | adaquill | Ada Quill | Nine ships.",
      "remnant | - | inesfalk | Ines Falk | One lamp."),
    Row(
      "a quotation stands within a quotation",
      "> Somebody wrote:\n> > Nine ships.\n> > — Ada Quill (@adaquill) May 4, 2022\n> And so on.",
      "remnant | - | adaquill | Ada Quill | Nine ships."),
    Row(
      "the words above a quotation are the article's",
      "She said it on Monday.\n> Nine ships.\n> One lamp.\n> — Ada Quill (@adaquill) May 4, 2022",
      "remnant | - | adaquill | Ada Quill | Nine ships./One lamp."),
    Row(
      "the date is glued to the picture, below an attribution that lost it",
      """
      Nine ships, one lamp.

      — Ada Quill (@adaquill)

      Nine ships, one lamp.

      We managed.[pic.twitter.com/AbCdEfGh12](https://t.co/AbCdEfGh12)[May 4, 2022](\(x)?s=20)
      """,
      "remnant | 1521774011392135168 | adaquill | Ada Quill | Nine ships, one lamp.//We managed."),
    Row(
      "Bluesky's name and handle are one link",
      """
      > Fog horn works
      >
      > — [Ada Quill (@ada.gull.example)](\(sky)) [2023-09-26T02:45:50.000Z](\(sky)/post/3kabcdefghj2x)
      """, "remnant | 3kabcdefghj2x | ada.gull.example | Ada Quill | Fog horn works"),
    Row(
      "Instagram's lines are links",
      """
      > [View this post on Instagram](\(gram))
      >
      > [Fog and lamps #pier](\(gram))
      >
      > A post shared by [Ada Quill](https://www.instagram.com/ada.quill/) (@ada.quill) on Feb 18, 2020
      """, "remnant | B8txYEEgPrw | ada.quill | Ada Quill | Fog and lamps #pier"),
    Row(
      "Instagram's line is a block within a link",
      """
      > [
      >
      > View this post on Instagram
      >
      > ](\(gram))
      >
      > [A post shared by Ada Quill (@ada.quill)](\(gram))
      """, "remnant | B8txYEEgPrw | ada.quill | Ada Quill | -"),
    Row(
      "Substack shows a picture for the post",
      """
      [![](https://img.example/fetch/DAignVht8KG.jpg)](https://instagram.com/p/DAignVht8KG)

      A post shared by [@ada.quill](https://instagram.com/ada.quill)
      """, "remnant | DAignVht8KG | ada.quill | - | -"),
    Row(
      "Facebook's name and date are links",
      """
      > [The lamp is out tonight.](\(page))
      >
      > Posted by [Harbour Post](https://www.facebook.com/harbourpost) on [Tuesday, July 11, 2017](\(page))
      """, "remnant | 2868889663160284 | harbourpost | Harbour Post | The lamp is out tonight."),
    Row(
      "the view of Threads closes the link",
      """
      > [Post by @ada.quill
      >
      > View on Threads](https://www.threads.net/@ada.quill/post/C8abcdefghi)
      """, "remnant | C8abcdefghi | ada.quill | - | -"),
  ]

  @Test("a line that shows a post leads to that post and to none below it")
  func views() {
    let links = ["C8abcdefghi", "C8abcdefghj"].map {
      "https://www.threads.net/@ada.quill/post/\($0)"
    }
    let found = Self.citations(
      in: """
        > [Post by @ada.quill
        >
        > View on Threads](\(links[0]))

        The keeper said it twice.

        > Post by @ada.quill
        >
        > [View on Threads](\(links[1]))
        """)
    #expect(found.map(\.form) == [.remnant, .remnant])
    #expect(found.map(\.post.id) == ["C8abcdefghi", "C8abcdefghj"])
  }

  @Test("are one citation each, with what the link and the words say", arguments: rows)
  func one(row: Row) {
    let text = """
      The harbour council met on Monday evening and spoke for three hours about the lighthouse.

      \(row.text)

      The next meeting is planned for the end of the month, and the council expects a decision.
      """
    let found = Self.citations(in: text)
    #expect(found.map(Self.told) == row.posts)
    for citation in found {
      #expect(citation.post.permalink?.contains("?") != true)
    }
  }

  @Test("a post that its words link to is another one")
  func linked() {
    let found = Self.citations(
      in: """
        > As I said [before](https://twitter.com/adaquill/status/1521774011392135000)
        >
        > — Ada Quill (@adaquill) [May 4, 2022](\(Self.x))
        """)
    #expect(found.map(\.form) == [.remnant, .link])
    #expect(found.first?.post.id == "1521774011392135168")
    #expect(found.first?.post.text == "As I said before")
  }
}

@Suite("Lines that a mark leads")
struct QuotedLinesTests {
  @Test(
    "a quotation holds what is quoted in it; the words between are no part of it",
    arguments: [(0, 0..<4), (4, 4..<20), (9, 8..<12), (15, 4..<20), (30, 20..<Int.max)])
  func runs(place: Int, run: Range<Int>) {
    var lines = QuotedLines()
    for (place, depth) in [(0, 0), (4, 1), (6, 1), (8, 2), (12, 1), (20, 0), (30, 0)] {
      lines.note(lineAt: place, depth: depth)
    }
    #expect(lines.run(holding: place) == run)
    #expect(lines.isQuoted(place) == (4..<20).contains(place))
  }

  @Test("marks without a space behind them are a quotation's in Markdown only")
  func marks() {
    #expect(ReadableText("> Fog\n> > lamp\n>\nlit").text == "Fog\nlamp\n\nlit")
    #expect(ReadableText(">fog\n   > lamp\n    > lit").text == ">fog\nlamp\n    > lit")
    #expect(ReadableText("if a > b\n>= c").text == "if a > b\n>= c")
  }

  @Test("the brackets of a bare address are no part of the words")
  func addresses() {
    #expect(ReadableText("See <https://a.example/b>.").text == "See https://a.example/b.")
    #expect(ReadableText("<https://a.example/b>\nFog").text == "https://a.example/b\nFog")
    #expect(ReadableText("[a](<https://a.example/b>)").text == "[a](https://a.example/b)")
    #expect(ReadableText("<https://a.example b> <a>").text == "<https://a.example b> <a>")
  }
}
