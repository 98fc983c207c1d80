import GRDB

/// Writes the rows of posts and of their citations, in the order of their numbers, as far as they are
/// known.
struct BulkRows {
  private let scan: ArchiveScan
  /// The articles that stand in several places, by number, with the number of the first.
  private let same: [Int: Int]
  private let posts: PostWriter
  private let citations: CitationWriter
  private let duplicates: RawStatement
  private var counts: [HandleCount] = []
  /// The number of the first citation that is not written yet.
  private var next = 1

  init(_ scan: ArchiveScan, _ same: [Int: Int], _ database: Database) throws {
    self.scan = scan
    self.same = same
    posts = try PostWriter(database)
    citations = try CitationWriter(database, replaces: false)
    duplicates = try RawStatement(database, "INSERT INTO duplicate VALUES (?)")
  }

  /// Writes the citations before a number, and the posts of which one of these is the first: all of
  /// them are known.
  mutating func write(before bound: Int, of assignment: inout PostAssignment) throws {
    for number in stride(from: next, to: bound, by: 1) {
      if assignment.opensPost(number) { try writePost(number, &assignment) }
      // The first citation of a post comes before all others, so it is known which are copies.
      try writeCitation(number, assignment.place(of: number))
    }
    next = max(next, bound)
  }

  private mutating func writePost(_ first: Int, _ assignment: inout PostAssignment) throws {
    let summary: PostSummary
    if var next = assignment.next(after: first) {
      var members = [member(first), member(next)]
      while let other = assignment.next(after: next) {
        members.append(member(other))
        next = other
      }
      summary = PostSummary(members)
      for copy in summary.copies { assignment.markCopy(members[copy].number) }
    } else {
      summary = PostSummary(alone: member(first))
    }
    try posts.insert(summary, isMixed: assignment.isMixed(first))
    guard let handle = summary.handle else { return }
    while counts.count <= handle { counts.append(HandleCount()) }
    counts[handle].add(summary)
  }

  private func writeCitation(_ number: Int, _ place: PostAssignment.Place?) throws {
    guard let place else {
      duplicates.bind(1, number)
      return try duplicates.run()
    }
    let record = scan.records[number - 1]
    try citations.insert(number, record, article: scan.articles[Int(record.article)].number, place)
  }

  private func member(_ number: Int) -> PostSummary.Member {
    let record = scan.records[number - 1]
    let article = scan.articles[Int(record.article)]
    return PostSummary.Member(
      number: number, record: record, article: article,
      same: same[article.number] ?? article.number)
  }

  /// Writes how many posts each handle has.
  func finish(in database: Database) throws {
    let update = try RawStatement(
      database, "UPDATE handle SET posts = ?2, articles = ?3, copies = ?4 WHERE id = ?1")
    for (handle, count) in counts.enumerated() where count.posts > 0 {
      update.bind(1, handle)
      update.bind(2, count.posts)
      update.bind(3, count.articles)
      update.bind(4, count.copies)
      try update.run()
    }
  }
}

/// What is counted of a handle.
struct HandleCount {
  var posts = 0
  var articles = 0
  var copies = 0

  mutating func add(_ post: PostSummary) {
    posts += 1
    articles += post.articles
    copies += post.copiedArticles
  }
}
