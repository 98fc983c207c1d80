/// The nodes of a page's JSON-LD that describe the page, the most telling first.
struct LinkedData {
  /// A node, its values as JSON gives them.
  struct Node {
    let types: [String]
    private let values: [String: Any]

    init(_ values: [String: Any]) {
      self.values = values
      types = Self.strings(values["@type"]).map { type in
        type.split { $0 == "/" || $0 == "#" || $0 == ":" }.last.map(String.init) ?? type
      }
    }

    /// A value that is text, or the first text of a list.
    func text(_ key: String) -> String? {
      Self.strings(values[key]).map(\.folded).first { !$0.isEmpty }
    }

    /// Names of persons or organisations, however they are given.
    func names(_ key: String) -> [String] {
      Self.nodes(values[key]).flatMap { value -> [String] in
        (value as? String).map { [$0] } ?? Self.strings((value as? [String: Any])?["name"])
      }
    }

    /// An address given as text or as a node with an id.
    func address(_ key: String) -> String? {
      Self.nodes(values[key]).lazy.compactMap { value -> String? in
        if let text = value as? String { return text }
        let node = value as? [String: Any]
        return node?["@id"] as? String ?? node?["url"] as? String
      }.first
    }

    /// How surely the node is the article of the page: 0 is none.
    var rank: Int {
      if types.contains(where: { Self.isArticle($0) }) { return 3 }
      if types.contains(where: { $0.hasSuffix("Page") && !$0.hasSuffix("CollectionPage") }) {
        return 2
      }
      return types.contains { ["VideoObject", "Recipe", "HowTo", "Event"].contains($0) } ? 1 : 0
    }

    private static func isArticle(_ type: String) -> Bool {
      type.hasSuffix("Article") || type.hasSuffix("BlogPosting") || type == "Report"
        || type == "Review" || type == "NewsItem"
    }

    private static func strings(_ value: Any?) -> [String] {
      nodes(value).compactMap { value in
        (value as? String) ?? (value as? [String: Any])?["@value"] as? String
          ?? (value as? [String: Any])?["name"] as? String
      }
    }

    private static func nodes(_ value: Any?) -> [Any] {
      value as? [Any] ?? value.map { [$0] } ?? []
    }
  }

  /// Nodes by falling rank, otherwise in the order of the page.
  let nodes: [Node]
  /// Scripts that are no JSON even after mending.
  let broken: [String]

  init(_ scripts: [String]) {
    var found: [Node] = []
    var broken: [String] = []
    for script in scripts {
      guard let value = LooseJSON.read(script) else {
        broken.append(script)
        continue
      }
      Self.collect(value, depth: 0, into: &found)
    }
    nodes = found.enumerated().filter { $0.element.rank > 0 }
      .sorted { ($1.element.rank, $0.offset) < ($0.element.rank, $1.offset) }.map(\.element)
    self.broken = broken
  }

  private static func collect(_ value: Any, depth: Int, into found: inout [Node]) {
    guard depth < 8 else { return }
    if let list = value as? [Any] {
      for item in list { collect(item, depth: depth + 1, into: &found) }
    } else if let values = value as? [String: Any] {
      found.append(Node(values))
      for key in ["@graph", "mainEntity", "mainEntityOfPage", "subjectOf"] {
        values[key].map { collect($0, depth: depth + 1, into: &found) }
      }
    }
  }
}
