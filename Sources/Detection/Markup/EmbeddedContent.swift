import Foundation
import Markup
import Platforms

/// What a text holds that stands inside a page, freed of all that it was escaped by.
///
/// Attributes, scripts and data carry markup as it is, escaped once or twice, percent-encoded or in
/// base64, and data that carry such markup in turn.
enum EmbeddedContent: Equatable {
  /// HTML.
  case markup(String)
  /// JSON.
  case data(String)

  /// Frees a text, `nil` where neither markup nor data come out.
  init?(_ text: String) {
    var current = text
    // An attribute's JSON of a string of JSON of escaped markup is four.
    for _ in 0..<5 {
      if Self.opensLikeData(current) {
        self = .data(current)
        return
      }
      if EmbeddedMarkup.looksLikeMarkup(current), Self.first(of: current) != 0x22 {
        self = .markup(current)
        return
      }
      guard let next = Self.freed(current) else { return nil }
      current = next
    }
    return nil
  }

  /// What a `data:` address holds, if that is a page (RFC 2397).
  init?(address: String) {
    guard address.utf8.count < 4_000_000, address.lowercased().hasPrefix("data:text/html"),
      let comma = address.firstIndex(of: ",")
    else { return nil }
    let body = String(address[address.index(after: comma)...])
    let isBase64 = address[..<comma].lowercased().hasSuffix(";base64")
    let plain =
      isBase64
      ? Data(base64Encoded: body).map { String(decoding: $0, as: UTF8.self) }
      : body.removingPercentEncoding
    guard let plain, EmbeddedMarkup.looksLikeMarkup(plain) else { return nil }
    self = .markup(plain)
  }

  private static func first(of text: String) -> UInt8? {
    text.utf8.first { $0 > 0x20 }
  }

  private static func opensLikeData(_ text: String) -> Bool {
    let first = first(of: text)
    return (first == 0x7B || first == 0x5B) && text.utf8.contains(0x22)
  }

  /// The text with one layer of escapes taken off.
  private static func freed(_ text: String) -> String? {
    if first(of: text) == 0x22 {
      let string = text.trimmingSpaces().dropFirst()
      return ScriptLiterals.unescaped((string.last == "\"" ? string.dropLast() : string).utf8)
    }
    guard !text.utf8.contains(0x3C) else { return nil }
    if references.contains(where: { $0.occurs(in: text) }) { return withoutReferences(text) }
    if escapes.contains(where: { $0.occurs(in: text) }) {
      return ScriptLiterals.unescaped(text.utf8)
    }
    if text.utf8.first == 0x25 { return withoutPercents(text) }
    return EmbeddedMarkup.base64(text)
  }

  /// Resolves `%XX`, and the `%uXXXX` of the older `escape` (ECMAScript, B.2.1.1).
  private static func withoutPercents(_ text: String) -> String? {
    let parts = text.split(separator: "%u", omittingEmptySubsequences: false)
    let plain = parts.dropFirst().reduce(PercentCoding.decoded(parts[0])) { plain, part in
      guard let code = UInt32(part.prefix(4), radix: 16), let letter = UnicodeScalar(code) else {
        return plain + "%u" + PercentCoding.decoded(part)
      }
      return plain + String(letter) + PercentCoding.decoded(part.dropFirst(4))
    }
    return plain == text ? nil : plain
  }

  /// Resolves character references, by the parser that knows them all.
  private static func withoutReferences(_ text: String) -> String? {
    let plain = withHTMLDocument(parsing: Array(text.utf8), declaredEncoding: "utf-8") {
      $0.root?.rawText
    }
    return plain == text ? nil : plain
  }

  private static let references = [
    "&amp;lt;", "&amp;quot;", "&lt;", "&#60;", "&#x3c;", "&#x3C;", "&quot;", "&#34;",
  ].map(ByteNeedle.init)
  private static let escapes = ["\\u003c", "\\u003C", "\\x3c", "\\x3C", "\\u0022"]
    .map(ByteNeedle.init)
}
