import ArchiveIndex
import Exporting
import PostModel

/// Writes the answers of questions to standard output, page after page, so that memory does not grow
/// with them.
struct PostExport {
  /// How many posts were written.
  private(set) var count = 0
  private var output = StandardOutput()
  private var exporter: any Exporter
  private let privacy: Privacy?

  /// Writes in a format, without what is to be kept private.
  init(_ format: ExportFormat, privacy: Privacy? = nil) {
    exporter = format.makeExporter()
    self.privacy = privacy
  }

  /// Writes what stands before the first post.
  mutating func begin() throws {
    try output.write(exporter.begin())
  }

  /// Writes the posts that a question asks for, at most `limit` of them, 0 and `nil` for all; gives
  /// where to go on.
  @discardableResult
  mutating func write(
    _ query: PostQuery, from index: ArchiveIndex, limit: Int?
  ) throws -> PostPage.Cursor? {
    var query = query
    var left = limit.flatMap { $0 > 0 ? $0 : nil } ?? .max
    repeat {
      query.limit = min(left, 500)
      let page = try index.posts(matching: query)
      for post in page.posts {
        try output.write(exporter.bytes(of: privacy?.applied(to: post) ?? post))
      }
      count += page.posts.count
      left -= page.posts.count
      query.cursor = page.next
    } while query.cursor != nil && left > 0
    return query.cursor
  }

  /// Writes what stands after the last post.
  mutating func end() throws {
    try output.write(exporter.end())
    try output.flush()
  }
}
