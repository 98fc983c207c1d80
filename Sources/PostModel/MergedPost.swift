/// All citations of one post, folded into the best that is known of it.
///
/// A lone citation is a fold of one. The fold is made by the index; exporters need only this value.
public struct MergedPost: Sendable {
  /// The best value of each field over all citations.
  public var post: Post
  /// Which citation gave a field, by the field's name in the archive line.
  public var sources: [String: CitationID]
  /// Why each citation is taken for this post.
  public var joins: [Join]
  /// Every citation, in the order of the archive.
  public var citations: [Citation]
  /// The citations in articles that are copies of others that cite the post.
  public var copies: Set<CitationID> = []

  /// Why a citation is taken for a post.
  public struct Join: Hashable, Sendable {
    /// The citation.
    public var citation: CitationID
    /// By what it was joined: `id`, `media`, `author-day-text`, `text`.
    public var key: String
    /// How sure the join is, from 0 to 1.
    public var certainty: Double

    /// Names a citation and what joins it.
    public init(citation: CitationID, key: String, certainty: Double) {
      self.citation = citation
      self.key = key
      self.certainty = certainty
    }
  }

  /// Makes a merged post of its parts.
  public init(
    post: Post, sources: [String: CitationID], joins: [Join], citations: [Citation]
  ) {
    self.post = post
    self.sources = sources
    self.joins = joins
    self.citations = citations
  }
}
