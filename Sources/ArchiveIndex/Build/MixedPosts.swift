import Archive

/// Some components of citations in which there is a choice of posts.
struct MixedPosts: Sendable {
  /// How many components are resolved together.
  static let count = 256

  /// A citation and where its line stands.
  private struct Place {
    var number: Int
    var position: Int
    var length: Int
  }

  /// Citations that are of one post.
  struct Resolved: Sendable {
    /// The numbers of the citations, ascending.
    var numbers: [Int]
    var kinds: [PostResolver.Kind]
    var certainties: [Int]
  }

  private let components: [[Place]]
  /// All posts whose first citation has a lower number are known once these are resolved, with those
  /// before them.
  let bound: Int

  /// Notes where the lines of components stand; `bound` is the number of the first citation that is
  /// of none of these and of none before them.
  init(_ components: ArraySlice<[Int]>, bound: Int, _ record: (Int) -> CitationRecord) {
    self.bound = bound
    self.components = components.map { component in
      component.map { number in
        let record = record(number)
        return Place(number: number, position: record.position, length: Int(record.length))
      }
    }
  }

  /// The posts that the citations are resolved to.
  func resolved(
    _ reader: ArchiveReader, _ banned: Set<IndexKey>
  ) throws -> (posts: [Resolved], bound: Int) {
    var lines = CandidateReader(reader)
    let posts = try components.flatMap { component in
      let candidates = try component.map {
        try lines.candidate($0.number, at: $0.position, length: $0.length, banned: banned)
      }
      return PostResolver.groups(of: candidates).map { group in
        Resolved(
          numbers: group.members.map { candidates[$0].number }, kinds: group.kinds,
          certainties: group.certainties)
      }
    }
    return (posts, bound)
  }
}
