/// Articles for the command to read, each with a post about the tide.
enum TidePages {
  /// A page with one post; the post's id is 1901234567890123456 and its number more.
  static func page(_ number: Int, post: Int) -> String {
    """
    <!doctype html><html lang="en"><head><title>Tide report \(number)</title>
    <link rel="canonical" href="https://gazette.example/tide/\(number)">
    <meta property="article:published_time" content="2025-03-18T10:00:00Z"></head><body><article>
    <p>The harbour master spoke about the tide on Tuesday in report \(number).</p>
    <blockquote class="twitter-tweet"><p lang="en" dir="ltr">High water at noon, number \(post)</p>\
    &mdash; Tide Watch (@tidewatch) \
    <a href="https://twitter.com/tidewatch/status/\(1_901_234_567_890_123_456 + post)">\
    March 16, 2025</a></blockquote>
    <p>Nobody answered for some time after that.</p></article></body></html>
    """
  }

  /// The same page as a line of a corpus.
  static func line(_ number: Int, post: Int) -> String {
    let escaped = page(number, post: post).replacing("\"", with: "\\\"")
      .replacing("\n", with: "\\n")
    return "{\"html\":\"\(escaped)\"}\n"
  }
}
