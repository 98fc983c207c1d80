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

  private static let words = """
    the council of the old harbour town has voted to keep its wooden bridge open for walkers while \
    engineers measure how far the piers have moved since the spring flood
    """.split(separator: " ").map { String($0) }

  /// Citations of posts whose words are parts of the same sentence with some other words between, so
  /// that they are alike more or less, in chains.
  static func near(_ number: Int, _ generator: inout SeededGenerator) -> Citation {
    let start = Int.random(in: 0...8, using: &generator)
    var text = Array(words[start..<Int.random(in: 18...words.count, using: &generator)])
    for _ in 0..<Int.random(in: 0...3, using: &generator) {
      text[Int.random(in: 0..<text.count, using: &generator)] =
        ["again", "perhaps", "in the rain"].randomElement(using: &generator) ?? ""
    }
    let id = Int.random(in: 0...3, using: &generator) == 0 ? "\(number % 7)" : nil
    let key = id.map { "x:\($0)" } ?? "unknown:text/\(number)"
    return Citation.sample(number, key, form: .quote, in: "article\(number)") { citation in
      citation.post.platform = "x"
      citation.post.set(
        handle: ["a", "b", nil].randomElement(using: &generator) ?? nil,
        text: text.joined(separator: " "), code: nil)
    }
  }
}
