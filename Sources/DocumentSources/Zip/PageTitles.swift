import FoundationEssentials

/// The titles of pages by their addresses, from the lists `pages/*.jsonl` of a WACZ.
struct PageTitles {
  /// A list may name every page of a large crawl; the first are enough, since pages have titles too.
  private static let most = 100_000
  private static let longestLine = 1 << 20

  private struct Page: Decodable {
    let url: String
    let title: String
  }

  private var titles: [String: String] = [:]

  /// The title of the page at an address.
  func title(of url: String) -> String? {
    titles[url]
  }

  /// Reads a list; lines that name no page are passed over.
  mutating func read(_ stream: ByteStream) throws(SourceError) {
    let decoder = JSONDecoder()
    while titles.count < Self.most, let line = try stream.readLine(limit: Self.longestLine) {
      guard case .whole(let bytes, _) = line,
        let page = try? decoder.decode(Page.self, from: Data(bytes)), !page.title.isEmpty
      else { continue }
      titles[page.url] = page.title
    }
  }
}
