import PostModel

/// An object of a payload that says of itself that it shows a post.
///
/// Arc XP's `oembed_response`, the Guardian's `TweetBlockElement`, Substack's attributes, and any
/// block whose type says that it embeds what its address names.
struct PayloadPost {
  /// The address that names the post.
  let address: String
  /// Which rule took the object for a post.
  let rule: String
  private let object: [String: Any]

  /// Reads an object, or gives `nil` where it says nothing of the kind.
  init?(_ object: [String: Any]) {
    guard let address = Self.address(in: object) else { return nil }
    if object["full_text"] is String, object["username"] is String {
      rule = "substack"
    } else if object["instagram_id"] is String {
      rule = "substack-instagram"
    } else if let type = Self.type(of: object) {
      rule = type
    } else if let embed = object["embedUrl"] as? String, embed == address,
      object["@type"] as? String == "VideoObject"
    {
      rule = "video-object"
    } else {
      return nil
    }
    self.address = address
    self.object = object
  }

  /// Sets what the object says of the post.
  func fill(_ sighting: inout Sighting) {
    let shown = string("name") ?? string("author_name")
    let handle = string("username") ?? shown.flatMap { $0.hasPrefix("@") ? $0 : nil }
    sighting.author.name = shown == handle ? nil : shown
    sighting.author.handle = handle.map { $0.hasPrefix("@") ? String($0.dropFirst()) : $0 }
    if let words = rule == "substack" ? string("full_text") : captionOfPhoto {
      let body = PostBody(words)
      sighting.text = body.text.isEmpty ? nil : body.text
      sighting.media += body.media
      sighting.links += body.links
    }
    if let date = string("date") ?? string("created_at"),
      let read = MachineDate.read(date, source: .markup)
    {
      sighting.dates.append(read)
    }
  }

  /// Instagram's card has the caption as its title.
  private var captionOfPhoto: String? {
    rule == "substack-instagram" ? string("title") : nil
  }

  private func string(_ key: String) -> String? {
    (object[key] as? String).flatMap { $0.isEmpty ? nil : $0 }
  }

  private static func address(in object: [String: Any]) -> String? {
    for key in [
      "url", "embedUrl", "embed_url", "contentUrl", "href", "permalink", "src", "tweetUrl",
      "originalUrl", "externalUrl", "sourceUrl", "link",
    ] {
      if let address = object[key] as? String, address.contains("/") { return address }
    }
    if let code = object["instagram_id"] as? String {
      return "https://www.instagram.com/p/\(code)/"
    }
    if let raw = object["raw_oembed"] as? [String: Any] { return raw["url"] as? String }
    return nil
  }

  private static func type(of object: [String: Any]) -> String? {
    for key in [
      "type", "@type", "_type", "__typename", "subtype", "kind", "component", "blockType",
      "provider_name", "elementType",
    ] {
      guard let type = object[key] as? String else { continue }
      let lower = type.lowercased()
      if words.contains(where: { lower.contains($0) }) { return type }
    }
    return nil
  }

  private static let words = [
    "embed", "tweet", "twitter", "instagram", "externalcontent", "facebook", "tiktok", "youtube",
    "bluesky", "threads", "reddit", "socialmedia", "social_media", "social-media",
  ]
}
