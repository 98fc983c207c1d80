import PostModel
import Testing

@testable import Detection

@Suite("A post's words")
struct PostBodyTests {
  @Test("media links and short links leave the words for their own lists")
  func links() {
    let body = PostBody("Fog.  https://t.co/AbCdEfGh12\n\n\n pic.twitter.com/Zx81LmPq2W ")
    #expect(body.text == "Fog.")
    #expect(body.media == [Media(url: "https://pic.twitter.com/Zx81LmPq2W")])
    #expect(body.links == ["https://t.co/AbCdEfGh12"])
  }

  @Test("glued links are found, other addresses stay")
  func glued() {
    let body = PostBody("onepic.x.com/Ab12Cd34 two https://example.org/t.co/x three")
    #expect(body.text == "one two https://example.org/t.co/x three")
    #expect(body.media.map(\.url) == ["https://pic.x.com/Ab12Cd34"])
    #expect(body.links.isEmpty)
  }

  @Test("line breaks are kept, doubled empty lines are not")
  func lines() {
    #expect(PostBody("a \u{A0} b\nc\n\n\nd\n").text == "a b\nc\n\nd")
  }
}
