import PostModel
import TestSupport

/// Citations of few posts, so that many share a key and some contradict each other.
enum RandomPosts {
  static func given(_ generator: inout SeededGenerator) -> PostResolverTests.Given {
    let texts = [
      PostResolverTests.long, PostResolverTests.short, "Never the same river twice, they say.",
    ]
    return PostResolverTests.Given(
      id: ["1", "2", "3", nil, nil, nil].randomElement(using: &generator) ?? nil,
      handle: ["a", "A", "b", nil, nil].randomElement(using: &generator) ?? nil,
      day: ["2024-03-01", "2024-03-02", "2024-05-01", "../2024-04", nil]
        .randomElement(using: &generator) ?? nil,
      text: (texts + [nil]).randomElement(using: &generator) ?? nil,
      code: ["C1", "C2", nil, nil, nil].randomElement(using: &generator) ?? nil,
      link: ["C1", "L2", nil, nil, nil].randomElement(using: &generator) ?? nil,
      platform: ["x", "x", "x", nil].randomElement(using: &generator) ?? nil)
  }

  static func citation(_ number: Int, _ generator: inout SeededGenerator) -> Citation {
    let given = given(&generator)
    let article = "article\(number / 3)"
    let form = Citation.Form.allCases.randomElement(using: &generator) ?? .embed
    let key =
      given.id.map { "x:\($0)" } ?? given.code.map { "x:pic/\($0)" } ?? "unknown:text/\(number)"
    return Citation.sample(number, key, form: form, in: article) { citation in
      citation.confidence = Double(Int.random(in: 5...10, using: &generator)) / 10
      citation.post.platform = given.platform.map(PlatformID.init(rawValue:))
      citation.post.set(handle: given.handle, text: given.text, code: given.code)
      citation.post.links = given.link.map { ["https://t.co/\($0)"] } ?? []
      if let day = given.day {
        citation.post.published = PostDate(
          value: day, precision: day.hasPrefix("..") ? .bound : .day,
          source: Bool.random(using: &generator) ? .printed : .prose)
      }
    }
  }
}
