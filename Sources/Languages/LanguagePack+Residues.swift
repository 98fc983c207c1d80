extension LanguagePack {
  /// What platforms print round a post where its embed is not shown.
  ///
  /// Patterns hold parts in braces: `{name}` and `{handle}` of the author, `{address}` of an
  /// account on any server (`user@host`), `{date}`, `{platform}`, `{community}`. A date after an
  /// author in parentheses is read without the pattern's saying so.
  public struct Residues: Hashable, Sendable, Codable {
    /// Lines that invite to see the post where it is, by platform.
    public var views: [String: [String]]
    /// Lines that name the author, by platform.
    public var attributions: [String: [String]]
    /// Pairs of lines between which a broadcaster's page holds an embed.
    public var frames: [Frame]
    /// Lines that stand in place of a post: consent, loading, deletion.
    public var notices: [String]
    /// Words before a writer's name over an article (`By`), in the case that they have there.
    public var bylines: [String]?
    /// What stands on the buttons round a post: `Reply`, `Retweet`, `Follow`.
    public var buttons: [String]?
    /// The label of a sound that is no song, as a film's last line shows it.
    public var sounds: [String]
    /// Those of the patterns above that were never seen printed.
    public var unattested: [String]?
  }

  /// A pair of lines between which a page holds an embed.
  public struct Frame: Hashable, Sendable, Codable {
    /// The line before the embed.
    public var opens: String
    /// The line after it.
    public var closes: String
  }
}
