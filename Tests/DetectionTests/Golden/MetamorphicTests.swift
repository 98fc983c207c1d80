import Detection
import Foundation
import PostModel
import TestSupport
import Testing

private let detector = Detector()

/// What does not change a page's meaning does not change what is found in it.
@Suite("Golden pages, written otherwise")
struct MetamorphicTests {
  private func check(
    _ golden: GoldenCase, _ bytes: [UInt8], encoding: String? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let plain = try golden.found(by: detector).map { GoldenCitation($0) }
    let changed = try golden.found(in: bytes, encoding: encoding, by: detector)
      .map { GoldenCitation($0) }
    #expect(changed == plain, sourceLocation: sourceLocation)
  }

  private func text(of golden: GoldenCase) throws -> String {
    String(decoding: try golden.source(), as: UTF8.self)
  }

  @Test("in windows-1251, where its letters allow that", arguments: try GoldenCase.pages())
  func windows1251(_ golden: GoldenCase) throws {
    let page = try text(of: golden)
      .replacing("<meta charset=\"utf-8\">", with: "<meta charset=\"windows-1251\">")
    guard let bytes = page.data(using: .windowsCP1251) else { return }
    try check(golden, [UInt8](bytes))
  }

  @Test("in UTF-16 with a byte order mark", arguments: try GoldenCase.pages())
  func utf16(_ golden: GoldenCase) throws {
    let page = try #require(try text(of: golden).data(using: .utf16LittleEndian))
    try check(golden, [0xFF, 0xFE] + page)
  }

  @Test(
    "with line ends of Windows",
    arguments: try GoldenCase.pages() + GoldenCase.texts())
  func lineEnds(_ golden: GoldenCase) throws {
    let lines = try text(of: golden).replacing("\n", with: "\r\n")
    try check(golden, Array(lines.utf8))
  }

  /// Where lines break is no part of a post's meaning.
  @Test(
    "a text with character references left in, or wrapped at 72 columns",
    arguments: try GoldenCase.texts(), [Rewriting.entities, .wrapped])
  func rewritten(_ golden: GoldenCase, _ rewriting: Rewriting) throws {
    func folded(_ citations: [Citation]) -> [GoldenCitation] {
      citations.map {
        var citation = GoldenCitation($0)
        citation.text = citation.text.map {
          $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        return citation
      }
    }
    let plain = folded(try golden.found(by: detector))
    let bytes = Array(rewriting.apply(to: try text(of: golden)).utf8)
    #expect(folded(try golden.found(in: bytes, by: detector)) == plain)
  }

  @Test("in a larger page", arguments: try GoldenCase.pages())
  func wrapped(_ golden: GoldenCase) throws {
    let filler = (1...200).map { "<div class=\"box\"><p>Notice \($0): mind the step.</p></div>\n" }
    let parts = try text(of: golden).split(separator: "</h1>\n", maxSplits: 1)
    try #require(parts.count == 2)
    let page = parts[0] + "</h1>\n" + filler.joined() + parts[1]
    try check(golden, Array(page.utf8))
  }

  @Test("with its attributes in another order", arguments: try GoldenCase.pages())
  func attributeOrder(_ golden: GoldenCase) throws {
    let page = try text(of: golden)
    let pieces = page.split(separator: "<script", omittingEmptySubsequences: false)
    let changed = pieces.enumerated().map { number, piece in
      guard number > 0, let end = piece.range(of: "</script>") else {
        return number == 0 ? reversed(piece) : String(piece)
      }
      return String(piece[..<end.upperBound]) + reversed(piece[end.upperBound...])
    }
    try check(golden, Array(changed.joined(separator: "<script").utf8))
  }

  /// Reverses the attributes of every tag of a piece of a page without scripts.
  private func reversed(_ piece: some StringProtocol) -> String {
    String(piece).replacing(
      /<([a-zA-Z][\w:-]*)((?:\s+[\w:-]+(?:="[^"]*"|='[^']*')?)+)(\s*\/?)>/
    ) { tag in
      let attributes = tag.2.matches(of: /[\w:-]+(?:="[^"]*"|='[^']*')?/).map(\.output).reversed()
      return "<\(tag.1) \(attributes.joined(separator: " "))\(tag.3)>"
    }
  }

  /// A torn page may lose posts, and ids may be torn; posts must not be made up.
  @Test(
    "cut off anywhere, it names no other post",
    // A row of pictures is told by its length: a piece of it may be an article's own pictures.
    arguments: try GoldenCase.pages().filter { $0.folder != "pages/rows-of-pictures" }
      + GoldenCase.texts())
  func cut(_ golden: GoldenCase) throws {
    let source = try golden.source()
    let ids = try golden.expected().citations.compactMap(\.id)
    let head = source.firstRange(of: Array("<h1>".utf8))?.lowerBound ?? 0
    for end in stride(from: head, to: source.count, by: 30) {
      for citation in try golden.found(in: Array(source[..<end]), by: detector) {
        guard let id = citation.post.id else { continue }
        #expect(ids.contains { $0.hasPrefix(id) }, "cut at byte \(end): \(id)")
      }
    }
  }
}
