import Foundation
import Markup
import Platforms
import PostModel

extension FallbackReader {
  /// A caption as the permalink's words, then "A post shared by Name (@handle) on date" (Instagram).
  func readSharedBy(_ element: HTMLElement, into sighting: inout Sighting) {
    let machine = element.descendants.lazy.compactMap { child in
      child.name == "time" ? child["datetime"] : nil
    }.first
    if let machine, let date = MachineDate.read(machine, source: .markup) {
      sighting.dates.append(date)
      sighting.note("published", "markup.datetime", machine)
    }
    let shown = ShownWords(element.text, residues: residues)
    guard let author = shown.attribution else { return }
    sighting.author.name = author.name
    sighting.author.handle = author.handle
    sighting.note("author", "markup.shared-by", shown.attributionLine)
    if machine == nil, let date = author.date { sighting.dates.append(date) }
    let body = PostBody(shown.text)
    if !body.text.isEmpty { sighting.text = body.text }
  }

  /// `@handle`, a caption with hashtags, a link to the sound (TikTok).
  func readSoundtrack(_ element: HTMLElement, into sighting: inout Sighting) {
    let links = element.descendants.filter { $0.name == "a" }
    var text = element.text
    if let account = links.first(where: { $0.text.hasPrefix("@") }) {
      sighting.author.handle = String(account.text.dropFirst())
      if text.hasPrefix(account.text) { text.removeFirst(account.text.count) }
    }
    if let sound = links.last(where: { $0.text.hasPrefix("♬") }),
      let place = text.firstRange(of: sound.text)
    {
      text.removeSubrange(place.lowerBound..<text.endIndex)
    }
    let body = PostBody(text)
    if !body.text.isEmpty { sighting.text = body.text }
  }

  /// "TITLE by u/user in sub", "TITLE from sub", "TITLE by AUTHOR" (Reddit, Substack).
  func readCardTitle(_ element: HTMLElement, into sighting: inout Sighting) {
    let links = element.descendants.filter { $0.name == "a" && !$0.text.isEmpty }
    if let heading = element.descendants.first(where: { $0.name == "p" && !$0.text.isEmpty }),
      heading.order < links.first?.order ?? 0,
      let by = heading.text.range(of: " by ", options: .backwards)
    {
      sighting.text = String(heading.text[..<by.lowerBound])
      sighting.author.name = String(heading.text[by.upperBound...])
      return
    }
    if let user = links.first(where: {
      ($0["href"] ?? "").contains("/user/") || $0.text.hasPrefix("u/")
    }) {
      let name = user.text.hasPrefix("u/") ? String(user.text.dropFirst(2)) : user.text
      sighting.author.handle = name
      sighting.author.name = name
    }
    guard let title = links.first, !(title["href"] ?? "").contains("/user/"),
      sighting.identity == sighting.id || links.count == 1
    else { return }
    sighting.text = title.text
  }

  /// "Post by @handle", "View on Threads": nothing but the handle (Threads, Mastodon).
  func readPostBy(_ element: HTMLElement, into sighting: inout Sighting) {
    sighting.author.handle = sighting.author.handle ?? sighting.permalinkHandle
  }

  /// The post's title as the heading of a card.
  func readHeading(_ element: HTMLElement, into sighting: inout Sighting) {
    let heading = element.descendants.first { $0.name == "h3" || $0.name == "h4" }
    guard let title = heading?.text.trimmingSpaces(), !title.isEmpty else { return }
    sighting.text = title
  }

  /// The post's title as the words of its link, or as the title of the element.
  func readTitle(_ element: HTMLElement, into sighting: inout Sighting) {
    let shown = element["title"] ?? element["data-title"] ?? element.text
    var title = shown.trimmingSpaces()
    // Flickr's own code: "TITLE by NAME, on Flickr".
    if title.hasSuffix(", on Flickr") {
      title.removeLast(", on Flickr".count)
      if let by = title.range(of: " by ", options: .backwards) {
        sighting.author.name = String(title[by.upperBound...])
        title = String(title[..<by.lowerBound])
      }
    }
    guard !title.isEmpty, !title.contains("://"), !title.lowercased().hasPrefix("view post") else {
      return
    }
    sighting.text = title
  }

  /// What a frame shows whose page was saved within it (SingleFile's `srcdoc`).
  func completed(_ sighting: Sighting, byPage page: String) -> Sighting {
    withHTMLDocument(parsing: Array(page.utf8), declaredEncoding: "utf-8") { document in
      var sighting = sighting
      guard let card = document.elements.first(where: { $0.name == "article" }) else {
        return sighting
      }
      _ = CardReader(dates: dates).read(card, into: &sighting)
      return sighting
    }
  }
}
