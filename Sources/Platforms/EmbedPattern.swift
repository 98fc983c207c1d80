public import PostModel

/// How articles show a platform's posts: which elements, and where their facts sit.
public struct EmbedPattern: Sendable {
  /// Which elements; every condition that is set must hold.
  public struct Selector: Sendable {
    /// The element's name.
    public var name: String?
    /// A class that it has.
    public var className: String?
    /// An attribute that it has.
    public var attribute: String?
    /// What the attribute's value begins with.
    public var value: String?

    /// Names conditions.
    public init(
      name: String? = nil, class className: String? = nil, attribute: String? = nil,
      value: String? = nil
    ) {
      self.name = name
      self.className = className
      self.attribute = attribute
      self.value = value
    }
  }

  /// Where the element names its post.
  public enum Reference: Sendable {
    /// An attribute that holds the bare id.
    case id(attribute: String)
    /// An attribute that holds an address.
    case address(attribute: String)
    /// Attributes whose values fill a template's captures.
    case template(String, attributes: [String: String])
    /// The last link inside that is a post's address.
    case lastLink
    /// An attribute of an element inside that holds an address, though not under some host.
    case inner(attribute: String, besides: String? = nil)
    /// What follows a mark in an attribute, up to a `#`, put behind the beginning of an address; where
    /// the address has places `{0}`, `{1}`, …, its parts between `@` and `/` fill them.
    case remainder(attribute: String, after: String, address: String)

    /// Whether the post's whole address stands in the markup.
    public var isAddress: Bool {
      switch self {
      case .address, .lastLink, .inner: true
      case .id, .template, .remainder: false
      }
    }
  }

  /// How the element's own words are read, where it has any.
  public enum Fallback: Sendable {
    /// Words, then `— Name (@handle) date`.
    case attribution
    /// A caption, then "A post shared by Name (@handle) on date".
    case sharedBy
    /// Words, then "Posted by Name on date".
    case postedBy
    /// `@handle`, a caption, a link to the sound.
    case soundtrack
    /// "TITLE by u/user in sub".
    case cardTitle
    /// "Post by @handle".
    case postBy
    /// The title of the post as the link's words.
    case title
    /// The title of the post as the element's heading.
    case heading
    /// Nothing that belongs to the post.
    case none
  }

  /// Which elements.
  public let selector: Selector
  /// In what shape the post is seen.
  public let kind: Sighting.Kind
  /// Where the id is, the first that is there.
  public let references: [Reference]
  /// How the words are read.
  public let fallback: Fallback
  /// Whether the element is furniture (a timeline, a button) and nothing in it counts.
  public let isFurniture: Bool

  /// Declares how a post is shown.
  public init(
    _ selector: Selector, kind: Sighting.Kind, references: [Reference],
    fallback: Fallback = .none
  ) {
    self.selector = selector
    self.kind = kind
    self.references = references
    self.fallback = fallback
    isFurniture = false
  }

  private init(furniture selector: Selector) {
    self.selector = selector
    kind = .blockquote
    references = []
    fallback = .none
    isFurniture = true
  }

  /// A blockquote of a class.
  public static func blockquote(
    class className: String, _ references: [Reference], _ fallback: Fallback
  ) -> EmbedPattern {
    EmbedPattern(
      Selector(name: "blockquote", class: className), kind: .blockquote, references: references,
      fallback: fallback)
  }

  /// An element of any name that has an attribute.
  public static func attribute(
    _ name: String, _ references: [Reference], kind: Sighting.Kind = .placeholder,
    _ fallback: Fallback = .none
  ) -> EmbedPattern {
    EmbedPattern(
      Selector(attribute: name), kind: kind, references: references, fallback: fallback)
  }

  /// An element of a name, `amp-twitter` for instance.
  public static func element(
    _ name: String, _ references: [Reference], _ fallback: Fallback = .none
  ) -> EmbedPattern {
    EmbedPattern(
      Selector(name: name), kind: .customElement, references: references, fallback: fallback)
  }

  /// An element of any name that has a class.
  public static func classed(
    _ className: String, _ references: [Reference], kind: Sighting.Kind = .placeholder,
    _ fallback: Fallback = .none
  ) -> EmbedPattern {
    EmbedPattern(
      Selector(class: className), kind: kind, references: references, fallback: fallback)
  }

  /// A card of the forum software Discourse; the attribute came with later versions.
  public static func onebox(_ className: String, _ fallback: Fallback) -> EmbedPattern {
    EmbedPattern(
      Selector(name: "aside", class: className), kind: .blockquote,
      references: [.address(attribute: "data-onebox-src"), .lastLink], fallback: fallback)
  }

  /// A frame of the forum extension s9e MediaEmbed, whose address names the post in its fragment.
  public static func mediaEmbed(_ site: String, address: String) -> EmbedPattern {
    EmbedPattern(
      Selector(name: "iframe", attribute: "data-s9e-mediaembed", value: site), kind: .frame,
      references: ["src", "data-src", "data-s9e-mediaembed-src"].map {
        .remainder(attribute: $0, after: "#", address: address)
      })
  }

  /// An element of a class that is a timeline, a button or a feed: nothing in it is a citation.
  public static func furniture(class className: String) -> EmbedPattern {
    EmbedPattern(furniture: Selector(class: className))
  }

  /// An element with an attribute that is a timeline, a button or a feed.
  public static func furniture(attribute: String, value: String? = nil) -> EmbedPattern {
    EmbedPattern(furniture: Selector(attribute: attribute, value: value))
  }
}
