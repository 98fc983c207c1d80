import Markup
import Platforms
import PostModel

/// Reads components of site generators, left as they were written: `<Tweet id="…" />` of MDX,
/// `<TwitterTweetEmbed tweetId="…" />`, `<InstagramEmbed url="…" />`, `<YouTube videoId="…" />`.
///
/// HTML has no such elements. The name says which platform is meant, and only then an attribute may
/// hold a post's bare id.
struct ComponentReader {
  let context: MarkupContext

  /// The post that a component shows, or `nil`.
  func sighting(
    of element: HTMLElement, _ attributes: [(name: String, value: String)]
  ) -> Sighting? {
    let name = element.name
    guard !attributes.isEmpty, context.catalog.components.mayName(name),
      !NamedIDReader.others.contains(where: name.contains)
    else { return nil }
    let values = attributes.map { (name: Self.plain($0.name), value: Self.unwrapped($0.value)) }
    for platform in context.catalog.components.platforms(named: name) {
      for value in values where Self.addressNames.contains(value.name) {
        if let found = context.catalog.addresses.reference(in: value.value, of: platform) {
          return sighting(of: element, found, rule: value.name, confidence: 0.95)
        }
      }
      for value in values where Self.idNames.contains(value.name) {
        if let found = reference(id: value, on: platform, name) {
          return sighting(of: element, found, rule: value.name, confidence: 0.9)
        }
      }
    }
    return nil
  }

  private func sighting(
    of element: HTMLElement, _ reference: PostReference, rule: String, confidence: Double
  ) -> Sighting {
    var sighting = Sighting(
      .customElement, at: context.location(of: element), platform: reference.platform,
      confidence: confidence)
    sighting.take(reference, rule: "component.\(rule)")
    return sighting
  }

  private func reference(
    id: (name: String, value: String), on platform: PlatformID, _ component: String
  ) -> PostReference? {
    guard id.name != "id" || Self.isNoAnchor(id.value) else { return nil }
    for (owner, payload) in context.catalog.payloads
    where owner == platform && !payload.keys.isEmpty && payload.syntax.matches(id.value[...])
      && payload.types.contains(where: component.contains)
    {
      let address = payload.address.replacing("{id}", with: id.value)
      if let found = context.catalog.addresses.reference(in: address, of: platform) { return found }
    }
    return nil
  }

  /// An `id` may be that of the element itself, `intro-video`: a post's has digits or capitals.
  private static func isNoAnchor(_ id: String) -> Bool {
    id.utf8.contains { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }
  }

  /// The name of an attribute that Vue binds: `:id`, `v-bind:id`.
  private static func plain(_ name: String) -> String {
    String(name.split(separator: ":").last ?? name[...])
  }

  /// A value without the braces and quotation marks of an expression: `{"190…"}`.
  private static func unwrapped(_ value: String) -> String {
    func isWrap(_ letter: Character) -> Bool { "{}\"'`".contains(letter) || letter.isWhitespace }
    let rest = value.drop(while: isWrap)
    return String(rest.reversed().drop(while: isWrap).reversed())
  }

  private static let addressNames: Set<String> = [
    "url", "src", "href", "link", "permalink", "id", "tweetlink", "tweeturl", "posturl", "postlink",
    "videourl", "tweet", "post", "video",
  ]

  private static let idNames: Set<String> = [
    "id", "tweetid", "tweet-id", "tweet_id", "tweet", "statusid", "status-id", "videoid",
    "video-id",
    "video_id", "video", "youtubeid", "youtube-id", "vimeoid", "vimeo-id", "instagramid",
    "instagram-id", "postid", "post-id", "shortcode", "code",
  ]
}

/// Which platforms the names of components may mean.
struct ComponentNames: Sendable {
  private let words: [(word: String, platform: PlatformID)]
  private let whole: [String: PlatformID]
  private let needles: ByteNeedleSet

  init(platforms: [Platform]) {
    // Names of two or three letters, `ok` and `vk`, are in other words.
    words = platforms.flatMap { platform in
      let types = platform.payloads.filter { !$0.keys.isEmpty }.flatMap(\.types)
      return Set(types + [platform.id.rawValue]).filter { $0.utf8.count > 4 }.sorted()
        .map { ($0, platform.id) }
    }
    whole = Dictionary(
      platforms.flatMap { platform in platform.components.map { ($0, platform.id) } }
    ) { first, _ in first }
    needles = ByteNeedleSet(words.map(\.word) + whole.keys)
  }

  /// Whether an element's name may be that of a component; `false` is certain.
  func mayName(_ name: String) -> Bool { name.utf8.count > 4 && needles.occur(in: name) }

  /// The platforms that a component's name says.
  func platforms(named name: String) -> [PlatformID] {
    [whole[name]].compactMap(\.self) + words.filter { name.contains($0.word) }.map(\.platform)
  }
}
