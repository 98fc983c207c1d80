import Markup

/// The elements of one page that speak about it, gathered in one pass.
struct PageFacts {
  /// Values of `meta` elements by lower-case `name`, `property`, `itemprop` or `http-equiv`.
  private(set) var metas: [String: [String]] = [:]
  /// Targets of `link` elements by lower-case `rel`.
  private(set) var links: [String: [String]] = [:]
  private(set) var base: String?
  private(set) var titles: [HTMLElement] = []
  private(set) var headlines: [HTMLElement] = []
  private(set) var times: [HTMLElement] = []
  /// Elements other than `meta` with an `itemprop` or an RDFa `property`.
  private(set) var properties: [HTMLElement] = []
  private(set) var linkedData: [String] = []

  init(_ document: HTMLDocument) {
    for element in document.elements { add(element) }
  }

  /// The first value that is not empty, in the order of the keys.
  func meta(_ keys: String...) -> String? {
    keys.lazy.compactMap { metas[$0]?.first }.first
  }

  /// All values of some keys, in the order of the keys.
  func allMetas(_ keys: [String]) -> [String] {
    keys.flatMap { metas[$0] ?? [] }
  }

  private mutating func add(_ element: HTMLElement) {
    switch element.name {
    case "meta": add(meta: element)
    case "link": add(link: element)
    case "base": base = base ?? element["href"]
    case "title": titles.append(element)
    case "h1": headlines.append(element)
    case "time": times.append(element)
    case "script":
      if element["type"]?.lowercased().contains("ld+json") ?? false {
        linkedData.append(element.rawText)
      }
    default: break
    }
    if element.name != "meta", element["itemprop"] != nil || element["property"] != nil {
      properties.append(element)
    }
  }

  private mutating func add(meta element: HTMLElement) {
    // Some writers put `value` for `content`.
    guard let content = (element["content"] ?? element["value"])?.folded, !content.isEmpty else {
      return
    }
    for attribute in ["name", "property", "itemprop", "http-equiv"] {
      guard let key = element[attribute]?.lowercased().folded, !key.isEmpty else { continue }
      // A `meta` within the page's text describes a part of it, perhaps a comment or a teaser.
      if attribute == "itemprop", element.isOfOtherText { continue }
      metas[key, default: []].append(content)
    }
  }

  private mutating func add(link element: HTMLElement) {
    guard let target = element["href"]?.folded, !target.isEmpty else { return }
    for relation in element["rel"]?.lowercased().split(whereSeparator: \.isWhitespace) ?? [] {
      links[String(relation), default: []].append(target)
    }
  }
}

extension String {
  /// The text with all white space folded to single spaces.
  var folded: String {
    if isFolded { return self }
    return split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Whether no white space but single spaces between words is there; may err towards `false`.
  private var isFolded: Bool {
    var isSpace = true
    for byte in utf8 {
      switch byte {
      case 0x20:
        if isSpace { return false }
        isSpace = true
      // White space beyond ASCII begins with one of these.
      case 0x09...0x0D, 0xC2, 0xE1, 0xE2, 0xE3: return false
      default: isSpace = false
      }
    }
    return !isSpace
  }
}
