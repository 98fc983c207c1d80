import Markup
import PostModel

/// A card as Substack draws it since 2025: a link round it all, classes that say what a part is and end
/// in a hash (`text-aFN1BV`), the account named as such by nothing but its sign.
extension CardReader {
  /// Sets what the card's parts say; gives whether the element is such a card.
  func readComponent(_ element: HTMLElement, into sighting: inout Sighting) -> Bool {
    guard element.name == "a", element["data-component-name"] != nil else { return false }
    let parts = element.descendants
    let linked = sighting.permalinkHandle?.lowercased()
    guard
      let handle = parts.first(where: { part in
        guard let account = Self.account(in: part)?.dropFirst() else { return false }
        return !account.isEmpty && (linked == nil || account.lowercased() == linked)
      }),
      let account = Self.account(in: handle)
    else { return false }
    sighting.author.handle = String(account.dropFirst())
    if let name = handle.previousSibling?.text, !name.isEmpty, !name.contains("\n") {
      sighting.author.name = name
    }
    // What is quoted stands in a card within the card, behind the post's own words.
    if let text = parts.first(where: { $0.order > handle.order && Self.isHashed($0, "text") }) {
      take(text, of: element, into: &sighting)
    }
    sighting.media += parts.lazy.filter { $0.name == "img" }.compactMap { $0["src"] }
      .filter { $0.contains("://pbs.") && $0.contains("/media/") }
      .map { Media(url: $0, kind: .photo) }
    return true
  }

  /// Whether an element has a class of a name with a hash of six letters behind it.
  private static func isHashed(_ element: HTMLElement, _ name: String) -> Bool {
    element.classNames.contains { written in
      written.utf8.count == name.utf8.count + 7 && written.hasPrefix(name + "-")
        && written.dropFirst(name.count + 2).contains { $0.isUppercase || $0.isNumber || $0 == "_" }
    }
  }
}
