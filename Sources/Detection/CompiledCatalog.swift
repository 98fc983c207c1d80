package import Platforms
package import PostModel

/// All declarations of platforms, made once into tables that readers look elements up in.
package struct CompiledCatalog: Sendable {
  /// A way of being shown, of one platform.
  struct Pattern: Sendable {
    let platform: PlatformID
    let embed: EmbedPattern
  }

  /// A call of a platform's program.
  struct Widget: Sendable {
    let platform: PlatformID
    let call: WidgetCall
    let needle: ByteNeedle
  }

  /// Reads the addresses of posts.
  let addresses: PostAddressReader
  /// How the data of pages name posts by their ids alone.
  let payloads: [(platform: PlatformID, payload: PayloadPattern)]
  /// The words by which such data, and attributes, say which platform they mean.
  let payloadTypes: ByteNeedleSet
  /// How scripts ask for posts to be shown.
  let widgets: [Widget]
  /// Which platforms the names of components mean.
  let components: ComponentNames
  private let markers: ByteNeedleSet
  private let byClass: [String: [Pattern]]
  /// Told in one look: most elements have no class that any platform names.
  private let classes: ByteNeedleSet
  private let byAttribute: [String: [Pattern]]
  private let byName: [String: [Pattern]]
  private let clocks: [PlatformID: @Sendable (String) -> PostDate?]
  private let profiles: [PlatformID: String]
  private let mentions: [PlatformID: MentionForm]

  /// Compiles declarations.
  package init(platforms: [Platform] = Platform.all) {
    addresses = PostAddressReader(platforms: platforms)
    payloads = platforms.flatMap { platform in platform.payloads.map { (platform.id, $0) } }
    payloadTypes = ByteNeedleSet(
      payloads.filter { !$0.payload.keys.isEmpty }.flatMap(\.payload.types))
    widgets = platforms.flatMap { platform in
      platform.widgets.map {
        Widget(platform: platform.id, call: $0, needle: ByteNeedle($0.function))
      }
    }
    components = ComponentNames(platforms: platforms)
    markers = ByteNeedleSet(Self.markers(of: platforms))
    var byClass: [String: [Pattern]] = [:]
    var byAttribute: [String: [Pattern]] = [:]
    var byName: [String: [Pattern]] = [:]
    for platform in platforms {
      for embed in platform.embeds {
        let pattern = Pattern(platform: platform.id, embed: embed)
        if let name = embed.selector.className {
          byClass[name, default: []].append(pattern)
        } else if let name = embed.selector.attribute {
          byAttribute[name, default: []].append(pattern)
        } else if let name = embed.selector.name {
          byName[name, default: []].append(pattern)
        }
      }
    }
    self.byClass = byClass
    classes = ByteNeedleSet(Array(byClass.keys))
    self.byAttribute = byAttribute
    self.byName = byName
    clocks = Self.byPlatform(platforms) { $0.time }
    profiles = Self.byPlatform(platforms) { $0.profile }
    mentions = Self.byPlatform(platforms) { $0.mentions }
  }

  /// What those platforms declare that declare it.
  private static func byPlatform<Value>(
    _ platforms: [Platform], _ value: (Platform) -> Value?
  ) -> [PlatformID: Value] {
    Dictionary(
      uniqueKeysWithValues: platforms.compactMap { platform in
        value(platform).map { (platform.id, $0) }
      })
  }

  /// The patterns that fit an element, those by class first and those by bare name last.
  func patterns(name: String, attributes: [(name: String, value: String)]) -> [Pattern] {
    var found: [Pattern] = []
    for attribute in attributes
    where attribute.name == "class" && classes.occur(in: attribute.value) {
      for className in attribute.value.utf8.split(whereSeparator: { $0 <= 0x20 }) {
        found += byClass[String(Substring(className))] ?? []
      }
    }
    for attribute in attributes { found += byAttribute[attribute.name] ?? [] }
    found += byName[name] ?? []
    return found.isEmpty
      ? []
      : found.filter { pattern in
        let selector = pattern.embed.selector
        if let wanted = selector.name, wanted != name { return false }
        guard let wanted = selector.attribute else { return true }
        guard let value = attributes.first(where: { $0.name == wanted })?.value else {
          return false
        }
        return selector.value.map { value.lowercased().hasPrefix($0.lowercased()) } ?? true
      }
  }

  /// Whether a script or an attribute may hold a post of any platform at all; `false` is certain.
  func mayHoldPost(_ text: String) -> Bool {
    markers.occur(in: text)
  }

  /// What tells a post in a text: the hosts of its address, behind `/`, `.` or an escaped slash, the
  /// names of its elements, attributes and calls.
  private static func markers(of platforms: [Platform]) -> [String] {
    let hosts = PostAddressReader(platforms: platforms).hosts
    let addresses = hosts.flatMap { host in ["/", ".", "2F"].map { $0 + host } }
    let names = platforms.flatMap { platform in
      platform.embeds.flatMap { embed in
        [embed.selector.className, embed.selector.attribute, embed.selector.value]
          .compactMap(\.self)
      } + platform.payloads.flatMap { $0.keys.filter { $0.utf8.count > 5 } }
        + platform.widgets.map(\.function)
    }
    let types = platforms.flatMap(\.payloads).flatMap(\.types)
    let kinds = types.flatMap { ["\"\($0)\"", "'\($0)'"] }
    return addresses + names.filter { $0.utf8.count > 5 } + kinds + ["/embed", "at://"]
  }

  /// When a post was made, by its id.
  package func time(ofID id: String, on platform: PlatformID) -> PostDate? {
    clocks[platform]?(id)
  }

  /// How the words of a platform's posts name accounts.
  func mentions(on platform: PlatformID?) -> MentionForm {
    platform.flatMap { mentions[$0] } ?? .word
  }

  /// The address of an account's page.
  func profile(of handle: String, on platform: PlatformID) -> String? {
    profiles[platform].map { profile in
      // A blog under a domain of its own is called by it.
      profile.hasPrefix("https://{handle}.") && handle.contains(".")
        ? "https://\(handle)/" : profile.replacing("{handle}", with: handle)
    }
  }
}
