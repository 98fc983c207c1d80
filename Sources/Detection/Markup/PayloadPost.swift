import Platforms
import PostModel

/// An object of a payload that says of itself that it shows a post.
///
/// Arc XP's `oembed_response`, the Guardian's `TweetBlockElement`, Substack's attributes, and any
/// block whose type says that it embeds what its address or id names.
struct PayloadPost {
  /// The post that the object names.
  let reference: PostReference
  /// Which rule took the object for a post.
  let rule: String
  private let object: [String: Any]

  /// Reads an object, or gives `nil` where it says nothing of the kind; `component` is what the
  /// element calls it that carries the object.
  init?(_ object: [String: Any], component: String?, catalog: CompiledCatalog) {
    let named = component.flatMap { Self.isEmbed($0) ? $0 : nil }
    let type = named ?? Self.type(of: object)
    let address = Self.address(in: object)
    if let type = component ?? type,
      let found = catalog.reference(ofObject: object, type: type, address: address)
    {
      reference = found
      rule = type
    } else if let (found, key) = catalog.reference(ofObject: object) {
      reference = found
      rule = key
    } else if let address, let name = Self.rule(of: object, address: address) ?? type,
      let found = catalog.addresses.frameReference(in: address)
    {
      reference = found
      rule = name
    } else {
      return nil
    }
    self.object = object
  }

  /// Sets what the object says of the post.
  func fill(_ sighting: inout Sighting) {
    let card = object["comment"] as? [String: Any] ?? object
    let account = Self.string(card, "username", "authorHandle", "handle", "screen_name")
    // A block has a name of its own, `core/embed`: beside an account it is the account's.
    let named = account == nil ? nil : Self.string(card, "name")
    let shown = named ?? Self.string(card, "author_name", "authorName")
    let handle = account ?? shown.flatMap { $0.hasPrefix("@") ? $0 : nil }
    sighting.author.name = shown == handle ? nil : shown
    sighting.author.handle = handle.map { $0.hasPrefix("@") ? String($0.dropFirst()) : $0 }
    if let words = words(of: card, handle: handle) {
      let body = PostBody(words)
      sighting.text = body.text.isEmpty ? nil : body.text
      sighting.media += body.media
      sighting.links += body.links
    }
    if let quoted = card["quoted_tweet"] as? [String: Any],
      let id = Self.string(quoted, "id", "tweet_id", "id_str"), let platform = sighting.platform
    {
      sighting.quotes = PostKey(platform: platform, id: id)
    }
    if let date = Self.string(card, "date", "created_at", "createdAt"),
      let read = MachineDate.read(date, source: .markup)
    {
      sighting.dates.append(read)
    }
  }

  private func words(of card: [String: Any], handle: String?) -> String? {
    if let text = Self.string(card, "full_text") { return text }
    // Instagram's card has the caption as its title.
    if object["instagram_id"] is String { return Self.string(object, "title") }
    return handle == nil ? nil : Self.string(card, "text", "body")
  }

  private static func string(_ object: [String: Any], _ keys: String...) -> String? {
    keys.lazy.compactMap { (object[$0] as? String).flatMap { $0.isEmpty ? nil : $0 } }.first
  }

  /// What tells an object without a type.
  private static func rule(of object: [String: Any], address: String) -> String? {
    if object["full_text"] is String, object["username"] is String { return "substack" }
    if object["instagram_id"] is String { return "substack-instagram" }
    if object["iframeSrc"] as? String == address { return "frame" }
    if object["embedUrl"] as? String == address, object["@type"] as? String == "VideoObject" {
      return "video-object"
    }
    return nil
  }

  private static func address(in object: [String: Any]) -> String? {
    for key in [
      "url", "embedUrl", "embed_url", "contentUrl", "href", "permalink", "src", "tweetUrl",
      "youtube_url", "vimeo_url", "video_url", "videoUrl", "originalUrl", "externalUrl",
      "sourceUrl", "link", "uri", "source", "iframeSrc",
    ] {
      if let address = object[key] as? String, address.contains("/") { return address }
    }
    if let code = object["instagram_id"] as? String {
      return "https://www.instagram.com/p/\(code)/"
    }
    // Arc XP, WordPress' blocks, Contentful and Editor.js keep it one level below.
    let target = (object["data"] as? [String: Any])?["target"] as? [String: Any]
    let inners = ["raw_oembed", "embed", "attributes", "attrs", "data", "fields"].map {
      object[$0] as? [String: Any]
    }
    for inner in (inners + [target?["fields"] as? [String: Any]]).compactMap(\.self) {
      if let address = (inner["url"] ?? inner["source"] ?? inner["src"]) as? String,
        address.contains("/")
      {
        return address
      }
    }
    return nil
  }

  /// The keys under which an object says of what kind it is.
  static let typeKeys = [
    "type", "@type", "_type", "__typename", "__component", "subtype", "kind", "component",
    "blockType", "provider_name", "elementType", "provider", "providerName", "nodeType",
    "blockName", "resolvedBy", "service", "video_type",
  ]

  private static func type(of object: [String: Any]) -> String? {
    for key in typeKeys {
      guard let type = object[key] as? String else { continue }
      if isEmbed(type) { return type }
    }
    // A WordPress block: `{"name":"core/embed","attributes":{"url":…}}`.
    if let name = object["name"] as? String, name.contains("embed"), object["attributes"] != nil {
      return name
    }
    return nil
  }

  private static func isEmbed(_ type: String) -> Bool {
    words.occur(in: type)
  }

  private static let words = ByteNeedleSet([
    "embed", "tweet", "twitter", "instagram", "externalcontent", "facebook", "tiktok", "youtube",
    "bluesky", "threads", "reddit", "socialmedia", "social_media", "social-media", "vimeo",
    "spotify", "soundcloud",
  ])
}

extension CompiledCatalog {
  /// The post of which an object has the bare id, or the address that counts only on its platform.
  func reference(
    ofObject object: [String: Any], type: String, address: String?
  ) -> PostReference? {
    let type = type.lowercased()
    for (platform, payload) in payloads where payload.types.contains(where: { type.contains($0) }) {
      if let address, let found = addresses.reference(in: address, of: platform) { return found }
      for key in payload.keys {
        guard let id = Self.text(object[key]), payload.syntax.matches(id[...]) else { continue }
        let address = payload.address.replacing("{id}", with: id)
        if let found = addresses.reference(in: address, of: platform) { return found }
      }
    }
    return nil
  }

  /// The post of which an object of any type has the id under a name that no other thing's id has.
  func reference(ofObject object: [String: Any]) -> (PostReference, key: String)? {
    for (platform, payload) in payloads {
      for key in payload.tellingKeys {
        guard let id = Self.text(object[key]), payload.syntax.matches(id[...]) else { continue }
        let address = payload.address.replacing("{id}", with: id)
        if let found = addresses.reference(in: address, of: platform) { return (found, key) }
      }
    }
    return nil
  }

  /// Ids are text or whole numbers; larger ones than a number holds exactly come as text.
  private static func text(_ value: Any?) -> String? {
    value as? String ?? (value as? Int).map(String.init)
  }
}
