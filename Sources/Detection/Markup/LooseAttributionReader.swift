import Foundation
import Markup
import Platforms
import PostModel

/// Reads the fallback of an embed whose own element is gone: a content system kept the paragraphs
/// and dropped the blockquote round them.
///
/// What is left ends in a link to the post, and the words before and in that link are what the
/// platform prints: `— Name (@handle) date`, "A post shared by Name (@handle)".
struct LooseAttributionReader {
  let context: MarkupContext

  /// The embed that a link to a post closes, or `nil` where the link is an ordinary one.
  func sighting(closedBy link: HTMLElement, _ plain: Sighting) -> Sighting? {
    guard let parent = link.parent, let words = Self.words(of: parent, upTo: link) else {
      return nil
    }
    var sighting = plain
    sighting.kind = .blockquote
    sighting.confidence = 0.95
    guard readAttribution(words, into: &sighting) || readResidue(words, into: &sighting) else {
      return nil
    }
    if sighting.text == nil { takeParagraph(before: parent, into: &sighting) }
    return sighting
  }

  /// The embed that an account's link and the date behind it close, where the link to
  /// the post itself is lost: "Posted by <a>Name</a> on Friday, March 14, 2025".
  func sighting(
    signedBy link: HTMLElement, to address: String, of platform: PlatformID
  ) -> Sighting? {
    guard platform == "facebook", address.utf8.count < 300, let parent = link.parent,
      let account = WebAddress(address)?.path, account.count == 1
    else { return nil }
    let text = parent.text
    guard text.utf8.count < 4000, text.utf8.count > link.text.utf8.count + 8 else { return nil }
    let shown = ShownWords(text, residues: context.fallbacks.residues)
    guard let author = shown.attribution, author.platform == platform, let date = author.date,
      author.name == link.text
    else { return nil }
    var sighting = Sighting(
      .blockquote, at: context.location(of: parent), platform: platform, confidence: 0.85)
    sighting.author = Account(handle: account[0], name: author.name)
    sighting.dates = [date]
    sighting.note("author", "markup.loose-attribution", shown.attributionLine)
    take(shown.text, into: &sighting)
    return sighting
  }

  private func readAttribution(_ words: String, into sighting: inout Sighting) -> Bool {
    guard sighting.platform == "x" || sighting.platform == "bluesky",
      let found = context.fallbacks.attribution(closing: words), found.date != nil,
      found.utf8Range.upperBound > words.utf8.count - 4
    else { return false }
    sighting.author.name = found.name
    sighting.author.handle = found.handle
    sighting.dates += [found.date].compactMap(\.self)
    let start = words.utf8.index(words.startIndex, offsetBy: found.utf8Range.lowerBound)
    sighting.note("author", "markup.loose-attribution", String(words[start...]))
    take(String(words[..<start]), into: &sighting)
    return true
  }

  private func readResidue(_ words: String, into sighting: inout Sighting) -> Bool {
    let shown = ShownWords(words, residues: context.fallbacks.residues)
    guard let author = shown.attribution, author.platform == sighting.platform,
      author.range.upperBound > words.utf8.count - 4
    else { return false }
    sighting.author.name = author.name
    sighting.author.handle = author.handle
    sighting.dates += [author.date].compactMap(\.self)
    sighting.note("author", "markup.loose-attribution", shown.attributionLine)
    take(shown.text, into: &sighting)
    return true
  }

  private func take(_ words: String, into sighting: inout Sighting) {
    let body = PostBody(ShownWords(words, residues: context.fallbacks.residues).text)
    guard !body.text.isEmpty || !body.media.isEmpty else { return }
    sighting.text = body.text.isEmpty ? nil : body.text
    sighting.media += body.media
    sighting.links += body.links
  }

  /// The post's words in a paragraph of their own, told by its language tag as the platform sets it.
  private func takeParagraph(before parent: HTMLElement, into sighting: inout Sighting) {
    guard let paragraph = parent.previousSibling, paragraph.name == "p",
      let language = paragraph["lang"], paragraph["dir"] != nil
    else { return }
    sighting.language = LanguageTag(language)
    take(paragraph.text, into: &sighting)
  }

  /// The words of an element up to the end of a link's, if the link's words are there.
  private static func words(of parent: HTMLElement, upTo link: HTMLElement) -> String? {
    let shown = link.text
    let text = parent.text
    guard !shown.isEmpty, text.utf8.count < 4000,
      let place = text.range(of: shown, options: .backwards)
    else { return nil }
    return String(text[..<place.upperBound])
  }
}
