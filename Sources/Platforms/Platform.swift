public import PostModel

/// A social network, as a declaration.
///
/// All that is known of a platform stands in one file of `Catalog/`: how its posts are addressed,
/// how articles show them, what its ids tell. It is data: an engine compiles the declarations once
/// and interprets them, so that no platform can see a node, a file or a clock.
public struct Platform: Sendable {
  /// The stable name in archives.
  public let id: PlatformID
  /// The name as people write it.
  public let name: String
  /// Hosts whose addresses are read; each stands for its subdomains too.
  public let hosts: [String]
  /// The syntax of what templates capture, by name: `handle`, `id` and others.
  public let syntax: [String: TokenSyntax]
  /// Addresses of posts, the more special first.
  public let permalinks: [URLTemplate]
  /// Addresses that only frames and players use.
  public let frames: [URLTemplate]
  /// The canonical address; `{handle}` and `{id}` are filled in.
  public let canonical: String
  /// The canonical address where no handle is known.
  public let canonicalWithoutHandle: String?
  /// Segments that stand in a handle's place and are none (`i`, `intent`).
  public let reservedHandles: Set<String>
  /// Addresses under the platform's hosts that are no posts, each with what it is.
  public let others: [Other]
  /// How articles show a post.
  public let embeds: [EmbedPattern]
  /// How the data of pages name a post by its id alone.
  public let payloads: [PayloadPattern]
  /// Names of components of site generators, in lower case, that show posts and hold neither the
  /// platform's id nor a word of `payloads`.
  public let components: [String]
  /// How scripts ask for a post to be shown.
  public let widgets: [WidgetCall]
  /// When a post was made, by its id; `nil` where the id does not tell.
  public let time: (@Sendable (String) -> PostDate?)?
  /// The account's page; `{handle}` is filled in.
  public let profile: String?
  /// What is written before an account's handle where it is named in words, if not `@`.
  public let accountSign: String?
  /// How accounts are named in the words of posts.
  public let mentions: MentionForm
  /// Addresses under any host at all: they count only where the markup says whose they are, since
  /// instances of the fediverse and customers' own domains cannot be listed.
  public let anywhere: [URLTemplate]
  /// Addresses under any host at all that count by themselves, since the id tells a plausible time.
  public let evident: [URLTemplate]
  /// Whether the platform is dead: still read, never fetched.
  public let isRetired: Bool
  /// What the declaration must and must not recognise.
  public let examples: [Example]

  /// Addresses that are no posts.
  public struct Other: Sendable {
    /// Which addresses.
    public let template: URLTemplate
    /// What they are, in a few words.
    public let reason: String

    /// Says what addresses are.
    public init(_ template: URLTemplate, _ reason: String) {
      self.template = template
      self.reason = reason
    }
  }

  /// Declares a platform; what it does not have may be left out.
  public init(
    id: PlatformID, name: String, hosts: [String], syntax: [String: TokenSyntax],
    permalinks: [URLTemplate], frames: [URLTemplate] = [], canonical: String,
    canonicalWithoutHandle: String? = nil, reservedHandles: Set<String> = [],
    others: [Other] = [], embeds: [EmbedPattern] = [], payloads: [PayloadPattern] = [],
    components: [String] = [], widgets: [WidgetCall] = [],
    time: (@Sendable (String) -> PostDate?)? = nil, profile: String? = nil,
    accountSign: String? = nil, mentions: MentionForm = .word,
    anywhere: [URLTemplate] = [], evident: [URLTemplate] = [], isRetired: Bool = false,
    examples: [Example]
  ) {
    self.id = id
    self.name = name
    self.hosts = hosts
    self.syntax = syntax
    self.permalinks = permalinks
    self.frames = frames
    self.canonical = canonical
    self.canonicalWithoutHandle = canonicalWithoutHandle
    self.reservedHandles = reservedHandles
    self.others = others
    self.embeds = embeds
    self.payloads = payloads
    self.components = components
    self.widgets = widgets
    self.time = time
    self.profile = profile
    self.accountSign = accountSign
    self.mentions = mentions
    self.anywhere = anywhere
    self.evident = evident
    self.isRetired = isRetired
    self.examples = examples
  }
}
