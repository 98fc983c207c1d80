import Languages
import PostModel
import Testing

@testable import Detection

@Suite("A post below the one that it answers")
struct ConversationCardTests {
  static let detector = TextDetector(packs: LanguagePack.all)
  static let card = """
    The pier is closed until noon. — Port Alder (@PortAlder) May 4, 2022 Then where do we wait? \
    pic.twitter.com/Ab12Cd34Ef — Odile Brandt (@OdileBrandt) May 4, 2022
    """

  @Test("alone on a line, both are the answerer's card")
  func alone() throws {
    let found = Self.detector.sightings(in: Self.card, context: TextContext(language: nil))
    let post = try #require(found.first)
    #expect(found.count == 1)
    #expect(post.author.handle == "OdileBrandt")
    #expect(post.text?.hasPrefix("The pier is closed") == true)
    #expect(post.text?.hasSuffix("Then where do we wait?") == true)
    #expect(post.media.map(\.url) == ["https://pic.twitter.com/Ab12Cd34Ef"])
  }

  @Test("in an article they are two posts")
  func inArticle() {
    let text = "The port said little on Wednesday.\n\n\(Self.card)\n\nThe boats ran again at one."
    let found = Self.detector.sightings(in: text, context: TextContext(language: nil))
    #expect(found.compactMap(\.author.handle) == ["PortAlder", "OdileBrandt"])
  }
}
