import PostModel
import TestSupport
import Testing

@testable import ArchiveIndex

@Suite("Which citations are of one post")
struct PostResolverTests {
  /// What is known of a citation, as a test writes it.
  struct Given: Sendable {
    var id: String?
    var handle: String?
    var day: String?
    var text: String?
    var code: String?
    var link: String?
    var platform: String? = "x"
  }

  static let long = "The quick brown fox jumps over the lazy dog, and then over the moon."
  static let short = "Good morning, dear friends!"

  static func candidate(_ given: Given, _ number: Int) -> Candidate {
    var citation = Citation.sample(number, given.id.map { "x:\($0)" } ?? "x:text/\(number)")
    citation.post.platform = given.platform.map(PlatformID.init(rawValue:))
    citation.post.set(
      handle: given.handle, day: given.day, text: given.text, code: given.code)
    citation.post.links = given.link.map { ["https://t.co/\($0)"] } ?? []
    return Candidate(citation, number: number)
  }

  static func groups(_ given: [Given]) -> [String] {
    PostResolver.groups(of: given.enumerated().map { candidate($1, $0) }).map { group in
      zip(group.members, group.kinds).map { "\($0)\($1 == .alone ? "" : ":\($1.name)")" }
        .joined(separator: " ")
    }
  }

  @Test(
    "citations are joined by the surest key that they share, never over a contradiction",
    arguments: [
      // By the platform's own identifier, whatever else differs.
      ([Given(id: "1"), Given(id: "1", handle: "new_name")], ["0:id 1:id"]),
      ([Given(id: "1", handle: "a"), Given(id: "1", handle: "b")], ["0:id 1:id"]),
      ([Given(id: "1"), Given(id: "2")], ["0", "1"]),
      // By a code, in media and in links.
      ([Given(id: "1", code: "Ab1"), Given(code: "Ab1")], ["0:media 1:media"]),
      ([Given(id: "1", link: "Ab1"), Given(code: "Ab1")], ["0:media 1:media"]),
      ([Given(id: "1", link: "Ab1"), Given(link: "Ab1")], ["0:link 1:link"]),
      ([Given(id: "1", code: "Ab1"), Given(code: "AB1")], ["0", "1"]),
      // A code in two posts, one of which the handle tells.
      (
        [
          Given(id: "1", handle: "a", code: "C"), Given(id: "2", handle: "b", code: "C"),
          Given(handle: "A", code: "C"), Given(code: "C"),
        ], ["0:media 2:media", "1", "3"]
      ),
      ([Given(handle: "a", code: "C"), Given(handle: "b", code: "C")], ["0", "1"]),
      ([Given(id: "1", code: "C"), Given(code: "C", platform: "facebook")], ["0", "1"]),
      // By handle, day and words; the handle's case does not count.
      (
        [
          Given(id: "1", handle: "Ada", day: "2024-03-01", text: long),
          Given(
            handle: "ada", day: "2024-03-01",
            text: "THE QUICK brown fox jumps over the lazy dog and then over the moon"),
        ], ["0:author-day-text 1:author-day-text"]
      ),
      (
        [
          Given(id: "1", handle: "a", day: "2024-03-01", text: long),
          Given(handle: "a", day: "2024-05-01", text: long),
        ], ["0", "1"]
      ),
      // By words alone.
      ([Given(id: "1", handle: "a", text: long), Given(text: long)], ["0:text 1:text"]),
      ([Given(id: "1", text: short), Given(text: short)], ["0:text 1:text"]),
      ([Given(id: "1", text: "Thanks!"), Given(text: "Thanks!")], ["0", "1"]),
      ([Given(id: "1", handle: "a", text: long), Given(handle: "b", text: long)], ["0", "1"]),
      // One text in two posts: what has neither's handle is of neither.
      (
        [
          Given(id: "1", text: long), Given(id: "2", text: long), Given(text: long),
          Given(text: long),
        ],
        ["0", "1", "2:text 3:text"]
      ),
      // Through a third citation.
      (
        [Given(id: "1", code: "C"), Given(text: long, code: "C"), Given(text: long)],
        ["0:media 1:media 2:text"]
      ),
      // A post is not younger than the article that quotes it.
      (
        [
          Given(id: "1", day: "2024-05-01", text: long),
          Given(day: "../2024-03", text: long),
        ], ["0", "1"]
      ),
    ])
  func joins(_ given: [Given], _ expected: [String]) {
    #expect(Self.groups(given) == expected)
  }

  @Test("the order of citations does not decide")
  func order() {
    checkLaw("groups do not depend on the order") { generator in
      let candidates = (0..<14).map { number in
        Self.candidate(RandomPosts.given(&generator), number)
      }
      let shuffled = candidates.shuffled(using: &generator)
      return Self.partition(candidates) == Self.partition(shuffled)
    }
  }

  private static func partition(_ candidates: [Candidate]) -> Set<Set<String>> {
    Set(
      PostResolver.groups(of: candidates).map { group in
        Set(
          zip(group.members, group.kinds).map {
            "\(candidates[$0].id.rawValue) \($1.name)"
          })
      })
  }
}
