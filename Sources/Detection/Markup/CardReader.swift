import Markup
import PostModel

/// Reads a post that a site draws as a card of its own, by what it names the parts.
///
/// Content systems call them `…__display-name`, `…__username`, `…__text`, `…__created-at`; X's own
/// saved pages `fullname`, `username`, `tweet-text`, `tweet-timestamp`.
struct CardReader {
  let dates: DateScanner

  /// Sets what a card's parts say; gives whether the element is a card at all.
  func read(_ element: HTMLElement, into sighting: inout Sighting) -> Bool {
    // X's own page, saved: the element says itself whose post it is.
    if let handle = element["data-screen-name"] {
      sighting.author = Account(handle: handle, name: element["data-name"])
    }
    if readOnebox(element, into: &sighting) || readRendered(element, into: &sighting)
      || readComponent(element, into: &sighting)
    {
      return true
    }
    guard let text = part(of: element, Self.texts) ?? Self.tagged(in: element),
      let handle = part(of: element, Self.handles), let account = Self.account(in: handle)
    else { return false }
    sighting.author.handle = String(account.dropFirst())
    if let name = part(of: element, Self.names)?.text, !name.isEmpty, !name.hasPrefix("@") {
      sighting.author.name = name
    } else if let name = Self.line(before: account, in: element) {
      sighting.author.name = name
    }
    take(text, of: element, into: &sighting)
    return true
  }

  /// Takes the words of a card's part.
  func take(
    _ text: HTMLElement, of element: HTMLElement, into sighting: inout Sighting
  ) {
    let body = PostBody(text.text)
    sighting.text = body.text.isEmpty ? nil : body.text
    sighting.media += body.media
    sighting.links += body.links
    sighting.note("text", "markup.card", text.name)
    if let printed = part(of: element, Self.times)?.text, let date = date(in: printed) {
      sighting.dates.append(date)
    }
  }

  /// A card as Discourse draws it: the words named `tweet`, above them a heading `Name (@handle)`, in
  /// older ones `Name (handle)`, or `Name` and in newer ones the account.
  private func readOnebox(_ element: HTMLElement, into sighting: inout Sighting) -> Bool {
    guard element.classNames.contains("onebox"),
      let heading = element.descendants.first(where: { $0.name == "h3" || $0.name == "h4" })?.text,
      let text = part(of: element, ["tweet-description", "tweet"])
    else { return false }
    if heading.hasSuffix(")"), let open = heading.lastIndex(of: "("),
      let handle = Self.handle(inBrackets: heading[open...], of: sighting)
    {
      sighting.author.handle = handle
      sighting.author.name = heading[..<open].trimmingSpaces()
    } else {
      let account = part(of: element, Self.handles).flatMap(Self.account)
      sighting.author.handle = account.map { String($0.dropFirst()) } ?? sighting.author.handle
      sighting.author.name = heading
    }
    take(text, of: element, into: &sighting)
    return true
  }

  /// The handle in `(@handle)`, or in `(handle)` where it is that of the post's address: a name may
  /// have brackets of its own.
  private static func handle(inBrackets text: Substring, of sighting: Sighting) -> String? {
    let inner = text.dropFirst().dropLast()
    if inner.hasPrefix("@") { return String(inner.dropFirst()) }
    guard let linked = sighting.permalinkHandle else { return nil }
    return linked.lowercased() == inner.lowercased() ? String(inner) : nil
  }

  /// A post as X's own program draws it, whose classes say nothing: the words have the name
  /// `tweetText` for testing, name and account before them are links to the same page.
  private func readRendered(_ element: HTMLElement, into sighting: inout Sighting) -> Bool {
    let parts = element.descendants
    guard let text = parts.first(where: { $0["data-testid"] == "tweetText" }) else { return false }
    let links = parts.filter { $0.name == "a" && $0.order < text.order }
    guard let signature = links.first(where: { Self.account(in: $0) != nil }),
      let account = Self.account(in: signature)
    else { return false }
    sighting.author.handle = String(account.dropFirst())
    sighting.author.name = links.lazy.filter { $0["href"] == signature["href"] }.map(\.text)
      .first { !$0.isEmpty && $0 != account }
    sighting.language = sighting.language ?? text["lang"].flatMap { LanguageTag($0) }
    take(text, of: element, into: &sighting)
    return true
  }

  /// The post's words, where nothing but their language tag tells them: X sets it on them alone.
  private static func tagged(in element: HTMLElement) -> HTMLElement? {
    element.descendants.first { ($0.name == "p" || $0.name == "div") && $0["lang"] != nil }
  }

  /// The account with its sign, where an element holds nothing else.
  static func account(in handle: HTMLElement) -> String? {
    let text = handle.text
    return text.hasPrefix("@") && !text.contains(where: \.isWhitespace) ? text : nil
  }

  /// The line before the account's, where cards print the name.
  private static func line(before account: String, in element: HTMLElement) -> String? {
    let lines = element.text.split(separator: "\n").map { $0.trimmingSpaces() }
    guard let place = lines.firstIndex(of: account), place > 0 else { return nil }
    return lines[place - 1].hasPrefix("@") ? nil : lines[place - 1]
  }

  /// The card that a link to its post closes with the time, where no element round it tells so.
  func sighting(stampedBy link: HTMLElement, _ plain: Sighting) -> Sighting? {
    guard let handle = plain.permalinkHandle?.lowercased(),
      ([link] + [link.parent].compactMap(\.self)).contains(where: { Self.isPart($0, Self.times) })
    else { return nil }
    for ancestor in link.ancestors.prefix(4) {
      var sighting = plain
      guard read(ancestor, into: &sighting) else { continue }
      guard sighting.author.handle?.lowercased() == handle else { return nil }
      sighting.kind = .blockquote
      sighting.confidence = 0.95
      return sighting
    }
    return nil
  }

  /// A stamp such as "05:38 PM - 07 Jun 2019": the day is one of its sides.
  private func date(in stamp: String) -> PostDate? {
    let sides = [stamp[...]] + stamp.split(separator: "-") + stamp.split(separator: "·")
    return sides.lazy.compactMap { dates.printedDate($0.trimmingSpaces()[...], hint: nil) }.first
  }

  private func part(of element: HTMLElement, _ names: [String]) -> HTMLElement? {
    for name in names {
      if let found = element.descendants.first(where: { Self.isPart($0, [name]) }) { return found }
    }
    return nil
  }

  private static func isPart(_ element: HTMLElement, _ names: [String]) -> Bool {
    element.classNames.contains { written in
      let className = plain(written)
      return names.contains {
        className == $0 || className.hasSuffix("_" + $0) || className.hasSuffix("-" + $0)
      }
    }
  }

  /// A class as its author named it: style modules put the file's name before it and a hash behind,
  /// `tweet-header_username__CXzdi`.
  private static func plain(_ className: Substring) -> Substring {
    let hash = className.suffix(5)
    let stem = className.dropLast(5)
    guard stem.hasSuffix("__"), hash.contains(where: { $0.isUppercase || $0.isNumber || $0 == "_" })
    else { return className }
    return stem.dropLast(2)
  }

  private static let texts = ["tweet-text", "text", "tweet_text", "post-text", "body"]
  private static let names = ["display-name", "fullname", "full-name", "author-name", "name"]
  private static let handles = ["username", "screen-name", "screenname", "handle", "user-name"]
  private static let times = ["created-at", "tweet-timestamp", "timestamp", "date", "time"]
}
