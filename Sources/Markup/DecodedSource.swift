/// The bytes of a page or a text, brought to valid UTF-8 without zero bytes.
///
/// What is declared is a claim to check: bytes that are well-formed UTF-8 are read as that,
/// bytes that are not are read in the encoding in which they make sense.
package struct DecodedSource: Sendable {
  /// The content, without a byte order mark.
  package let utf8: [UInt8]
  /// The encoding that it was read in.
  package let encoding: CharacterEncoding
  /// Limits reached, declarations not followed, bytes replaced.
  package private(set) var diagnostics: [MarkupDiagnostic] = []

  /// Decodes bytes; only markup is looked through for `meta` and XML declarations.
  package init(
    _ bytes: [UInt8], declaredEncoding: String? = nil, isMarkup: Bool = true,
    limit: Int = MarkupLimits.standard.bytes
  ) {
    let declarations = EncodingDeclarations(bytes, isMarkup: isMarkup)
    let transport = declaredEncoding.flatMap { CharacterEncoding(label: $0) }
    let skipped = declarations.mark?.length ?? 0
    let content = bytes[min(skipped, bytes.count)..<min(bytes.count, max(limit, skipped))]
    let survey = UTF8Survey(content)
    let claims = [declarations.mark?.encoding, transport, declarations.inPage].compactMap(\.self)
    let choice = EncodingChoice(content, survey: survey, claims: claims)
    let decoded = Self.decode(content, in: choice.encoding, survey: survey)
    encoding = choice.encoding
    utf8 = decoded.utf8
    if content.endIndex < bytes.count {
      diagnostics.append(
        MarkupDiagnostic("longer than \(limit) bytes; the rest was left out", at: limit))
    }
    if let claim = claims.first, claim != encoding {
      diagnostics.append(
        MarkupDiagnostic("declared \(claim.name), but reads as \(encoding.name)"))
    }
    if decoded.replaced > 0 {
      diagnostics.append(
        MarkupDiagnostic("\(decoded.replaced) bytes are not \(encoding.name); U+FFFD replaces them")
      )
    }
  }

  private static func decode(
    _ content: ArraySlice<UInt8>, in encoding: CharacterEncoding, survey: UTF8Survey
  ) -> (utf8: [UInt8], replaced: Int) {
    // The usual page: nothing to do, and nothing to copy.
    if encoding == .utf8, survey.isValid, !survey.hasZero { return (Array(content), 0) }
    let decoded = encoding.decode(content) ?? CharacterEncoding.utf8.decode(content)
    var utf8 = decoded?.utf8 ?? []
    utf8.removeAll { $0 == 0 }
    return (utf8, decoded?.replaced ?? 0)
  }
}
