public import PostModel

extension ExportFormat {
  /// Which site cites whom.
  public static let graphML = ExportFormat(
    name: "graphml", summary: "GraphML, a directed graph from sites to the accounts that they cite",
    mediaType: "application/graphml+xml", fileExtension: "graphml", makeExporter: { GraphML() })
}

/// Writes a directed graph: a node for each site and each account, an edge where a site cites an
/// account.
///
/// `posts` of an edge counts the account's posts that the site cites, `weight` the site's articles that
/// cite one of them, each article and post once. Accounts are told apart by platform and by handle
/// without case. Citations without a site, and posts without a handle, are left out. Edges are kept in
/// memory until the end, since only then their weights are known.
public struct GraphML: Exporter {
  private struct Edge: Hashable {
    let site: String
    let account: String
  }

  private struct Weight {
    var posts = 0
    var articles = 0
  }

  private var sites: Set<String> = []
  private var accounts: [String: (platform: String, handle: String)] = [:]
  private var weights: [Edge: Weight] = [:]

  /// Writes nothing yet.
  public init() {}

  /// Takes note of a post; the graph is written by `end`.
  public mutating func bytes(of merged: MergedPost) -> [UInt8] {
    guard let handle = merged.post.author?.handle else { return [] }
    let platform = merged.post.platform?.rawValue ?? "unknown"
    let account = "\(platform):@\(handle.lowercased())"
    var articles: [String: Int] = [:]
    for article in merged.articles {
      if let site = article.site { articles[site, default: 0] += 1 }
    }
    guard !articles.isEmpty else { return [] }
    if accounts[account] == nil { accounts[account] = (platform, handle) }
    for (site, count) in articles {
      sites.insert(site)
      weights[Edge(site: site, account: account), default: Weight()].posts += 1
      weights[Edge(site: site, account: account), default: Weight()].articles += count
    }
    return []
  }

  /// The whole graph, its nodes and edges sorted.
  public mutating func end() -> [UInt8] {
    var lines = [Self.head]
    for site in sites.sorted() {
      lines.append(Self.node("site:\(site)", [("kind", "site"), ("label", site)]))
    }
    for (account, value) in accounts.sorted(by: { $0.key < $1.key }) {
      lines.append(
        Self.node(
          account,
          [("kind", "account"), ("label", "@\(value.handle)"), ("platform", value.platform)]))
    }
    let order = weights.sorted {
      ($0.key.site, $0.key.account) < ($1.key.site, $1.key.account)
    }
    for (edge, weight) in order {
      lines.append(
        """
            <edge source="\(MarkupText.escaped("site:\(edge.site)"))" \
        target="\(MarkupText.escaped(edge.account))">\
        <data key="weight">\(weight.articles)</data><data key="posts">\(weight.posts)</data></edge>
        """)
    }
    return Array((lines.joined(separator: "\n") + "\n  </graph>\n</graphml>\n").utf8)
  }

  private static func node(_ id: String, _ data: [(String, String)]) -> String {
    let values = data.map { "<data key=\"\($0.0)\">\(MarkupText.escaped($0.1))</data>" }.joined()
    return "    <node id=\"\(MarkupText.escaped(id))\">\(values)</node>"
  }

  private static let head = """
    <?xml version="1.0" encoding="UTF-8"?>
    <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
      <key id="kind" for="node" attr.name="kind" attr.type="string"/>
      <key id="label" for="node" attr.name="label" attr.type="string"/>
      <key id="platform" for="node" attr.name="platform" attr.type="string"/>
      <key id="weight" for="edge" attr.name="weight" attr.type="int"/>
      <key id="posts" for="edge" attr.name="posts" attr.type="int"/>
      <graph id="citations" edgedefault="directed">
    """
}
