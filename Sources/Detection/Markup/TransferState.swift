/// The state that Angular's servers hand on to their pages: JSON in which the characters that end a
/// script are written by letters of its own, `&q;title&q;`.
enum TransferState {
  /// The JSON, `nil` where a script has none of those letters.
  static func plain(_ script: String) -> String? {
    guard sign.occurs(in: script) else { return nil }
    // The ampersand comes last: `&a;l;` is `&l;` that was in the text itself.
    return letters.reduce(script) { $0.replacing($1.written, with: $1.plain) }
  }

  private static let sign = ByteNeedle("&q;")
  private static let letters = [
    ("&q;", "\""), ("&l;", "<"), ("&g;", ">"), ("&s;", "'"), ("&a;", "&"),
  ].map { (written: $0, plain: $1) }
}
