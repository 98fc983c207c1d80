import Markup
import Platforms
import PostModel

extension FallbackReader {
  /// Words, then "Posted by Name on date", the name and the date being links (Facebook).
  func readPostedBy(_ element: HTMLElement, into sighting: inout Sighting) {
    let quote =
      element.name == "blockquote"
      ? element
      : element.descendants.first { $0.name == "blockquote" }
    guard let quote else {
      sighting.author.name = nameBehindLink(in: element)
      return
    }
    // Line breaks of an editor may have put the signature into a paragraph, of its own or with the
    // words.
    let all = quote.descendants.filter { $0.name == "p" }
    let signature = all.last { isSignature($0) }
    let paragraphs = all.filter { $0 != signature }
    takePosted(words(of: paragraphs, signature, in: quote), into: &sighting)
    let last = paragraphs.last.map { $0.order + $0.descendants.count } ?? quote.order
    for link in quote.descendants where link.name == "a" && link.order > last {
      if let date = dates.printedDate(link.text[...], hint: nil) {
        sighting.dates.append(date)
        sighting.note("published", "markup.posted-by", link.text)
      } else if !link.text.isEmpty {
        sighting.author.name = link.text
      }
    }
    if sighting.dates.isEmpty, let date = dateAtEnd(of: quote) { sighting.dates.append(date) }
  }

  private func words(
    of paragraphs: [HTMLElement], _ signature: HTMLElement?, in quote: HTMLElement
  ) -> String {
    if !paragraphs.isEmpty { return paragraphs.map(\.text).joined(separator: "\n") }
    let loose = signature ?? quote
    // The title of a film is a link to it, and no words of the post.
    guard case .text? = loose.childNodes.first(where: { !$0.isBlank }) else { return "" }
    let shown = ShownWords(loose.text, residues: residues)
    guard shown.attribution?.platform == "facebook" else { return signature?.text ?? "" }
    return shown.text
  }

  /// The code of 2013: a link to the post, a word for "by", a link to the account.
  private func nameBehindLink(in element: HTMLElement) -> String? {
    let links = element.descendants.filter { $0.name == "a" && !$0.text.isEmpty }
    guard links.count == 2, links[0]["href"] != links[1]["href"],
      links.allSatisfy({ $0["href"]?.contains("facebook.com/") ?? false }),
      element.text.count <= links[0].text.count + links[1].text.count + 12
    else { return nil }
    return links[1].text
  }

  private func isSignature(_ paragraph: HTMLElement) -> Bool {
    paragraph.descendants.contains {
      $0.name == "a" && dates.printedDate($0.text[...], hint: nil) != nil
    }
  }

  private func takePosted(_ words: String, into sighting: inout Sighting) {
    let body = PostBody(words)
    guard !body.text.isEmpty else { return }
    sighting.text = body.text
    if body.text.hasSuffix("…") || body.text.hasSuffix("...") {
      sighting.findings.append(.textCutByPlatform)
    }
  }

  /// A film's date is not linked: "Posted by Name on Friday, January 15, 2016".
  private func dateAtEnd(of element: HTMLElement) -> PostDate? {
    guard case .text(let tail)? = element.childNodes.last(where: { $0.isText && !$0.isBlank })
    else { return nil }
    let words = tail.split(whereSeparator: \.isWhitespace)
    for count in words.indices {
      let rest = words[count...].joined(separator: " ")
      if let date = dates.printedDate(rest[...], hint: nil) { return date }
    }
    return nil
  }
}

extension HTMLNode {
  fileprivate var isText: Bool {
    if case .text = self { true } else { false }
  }

  fileprivate var isBlank: Bool {
    if case .text(let text) = self { text.allSatisfy(\.isWhitespace) } else { false }
  }
}
