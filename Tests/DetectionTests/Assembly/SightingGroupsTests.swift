import PostModel
import Testing

@testable import Detection

@Suite("Sightings of one post")
struct SightingGroupsTests {
  static func sighting(
    _ kind: Sighting.Kind, at place: Int, id: String? = nil, text: String? = nil,
    media: String? = nil, handle: String? = nil
  ) -> Sighting {
    var sighting = Sighting(
      kind, at: .text(utf8Range: place..<(place + 10)), platform: "x", confidence: 0.9)
    sighting.id = id
    sighting.text = text
    sighting.author.handle = handle
    sighting.media = media.map { [Media(url: "https://pic.twitter.com/\($0)")] } ?? []
    return sighting
  }

  @Test("an embed and a link of the same id are one, led by the embed")
  func sameID() {
    let groups = SightingGroups([
      Self.sighting(.link, at: 0, id: "7"), Self.sighting(.blockquote, at: 50, id: "7"),
    ]).groups
    #expect(groups.count == 1)
    #expect(groups.first?.first?.kind == .blockquote)
  }

  @Test("posts of different ids stay two, even with the same words")
  func otherID() {
    let words = "The ferry leaves at nine in the evening."
    let groups = SightingGroups([
      Self.sighting(.blockquote, at: 0, id: "7", text: words),
      Self.sighting(.blockquote, at: 50, id: "8", text: words),
    ]).groups
    #expect(groups.count == 2)
  }

  @Test("a remnant is joined by its media link, unless its handle says otherwise")
  func media() {
    let embed = Self.sighting(.blockquote, at: 0, id: "7", media: "Ab12Cd34Ef", handle: "Ferry")
    let same = Self.sighting(.mediaLink, at: 50, media: "Ab12Cd34Ef", handle: "ferry")
    let other = Self.sighting(.mediaLink, at: 90, media: "Ab12Cd34Ef", handle: "nobody")
    #expect(SightingGroups([embed, same]).groups.count == 1)
    #expect(SightingGroups([embed, other]).groups.count == 2)
  }

  @Test("a quotation of an embed's words is that embed")
  func quoted() {
    let groups = SightingGroups([
      Self.sighting(.quotation, at: 0, text: "leaves at nine in the evening"),
      Self.sighting(.blockquote, at: 50, id: "7", text: "The ferry leaves at nine in the evening."),
    ]).groups
    #expect(groups.count == 1)
    #expect(groups.first?.first?.kind == .blockquote)
  }

  @Test("groups stand in the order of their places")
  func order() {
    let groups = SightingGroups([
      Self.sighting(.link, at: 90, id: "9"), Self.sighting(.blockquote, at: 50, id: "8"),
      Self.sighting(.link, at: 0, id: "7"),
    ]).groups
    #expect(groups.map { $0[0].id } == ["7", "8", "9"])
  }
}
