public import PostModel

/// Citations for tests, of invented posts in invented articles.
public enum SampleCitations {
  /// A citation that says little; the rest is set by the test.
  ///
  /// The identifier is no derived one; it is the number in 32 hex digits.
  public static func citation(
    _ number: Int, form: Citation.Form = .embed, key: String, article: String = "a"
  ) -> Citation {
    let digits = String(number, radix: 16)
    let id = String(repeating: "0", count: 32 - digits.utf8.count) + digits
    var host = Article(
      id: article, source: Provenance(path: "\(article).html", format: "html"),
      digest: "sha256:" + String(repeating: "0", count: 64))
    host.url = "https://www.example.org/\(article)"
    return Citation(
      id: CitationID(rawValue: id), form: form, confidence: 0.9,
      post: Post(key: PostKey(rawValue: key)), article: host,
      selector: Selector(exact: "…", prefix: "", suffix: "", start: number, end: number + 1))
  }
}
