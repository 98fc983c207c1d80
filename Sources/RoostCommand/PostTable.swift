import PostModel

/// Posts as a table.
enum PostTable {
  /// The lines of the table.
  static func lines(_ posts: [MergedPost], width: Int?, style: Style) -> [String] {
    var table = Table([
      Table.Column(title: "DATE"), Table.Column(title: "PLATFORM"),
      Table.Column(title: "AUTHOR", isFlexible: true),
      Table.Column(title: "ARTICLES", isRightAligned: true),
      Table.Column(title: "POST", isFlexible: true),
    ])
    for merged in posts {
      let post = merged.post
      table.add([
        post.published?.day ?? "", post.platform?.name ?? "",
        post.author?.handle.map { "@\($0)" } ?? post.author?.name ?? "",
        String(Set(merged.citations.map(\.article.id)).count),
        post.text ?? post.permalink ?? post.key.rawValue,
      ])
    }
    return table.lines(width: width, style: style)
  }
}

extension PostDate {
  /// The date without the time of day.
  var day: String {
    String(value.prefix { $0 != "T" })
  }
}
