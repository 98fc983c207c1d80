import Digests
public import PostModel

/// All that an archive has to forget.
///
/// Lines that a tombstone covers stay where they are until the archive is compacted; but no question
/// and no export shows them, no import brings them back, and a merge hands the tombstones on.
public struct Tombstones: Sendable {
  /// The tombstones in the order in which they were made.
  public private(set) var all: [Tombstone] = []
  private var digests: Set<String> = []

  /// Nothing is forgotten.
  public init() {}

  /// Whether nothing is forgotten.
  public var isEmpty: Bool { all.isEmpty }

  /// Tells one list from another, whatever the order: 64 hex digits, nothing for an empty list.
  package var fingerprint: String {
    guard !isEmpty else { return "" }
    return SHA256Digest.hexDigits(of: digests.sorted().joined(separator: "\n").utf8)
  }

  /// Adds a tombstone; `false` where what it names is forgotten already.
  @discardableResult
  public mutating func add(_ tombstone: Tombstone) -> Bool {
    guard digests.insert(tombstone.digest).inserted else { return false }
    all.append(tombstone)
    return true
  }

  /// Whether a citation is to be forgotten.
  public func covers(_ citation: Citation) -> Bool {
    guard !isEmpty else { return false }
    let post = citation.post
    return covers(keys: post.knownKeys.map(\.rawValue))
      || covers(handle: post.author?.handle, platform: post.platform?.rawValue)
  }

  /// Whether a post that is known under some keys is to be forgotten.
  package func covers(keys: [String]) -> Bool {
    !isEmpty && keys.contains { digests.contains(Tombstone.digest(ofPost: $0)) }
  }

  /// Whether what an account wrote is to be forgotten.
  package func covers(handle: String?, platform: String?) -> Bool {
    guard !isEmpty, let handle else { return false }
    let places = [nil] + (platform.map { [PlatformID(rawValue: $0)] } ?? [])
    return places.contains {
      digests.contains(Tombstone.digest(ofAccount: handle, platform: $0))
    }
  }
}

extension Post {
  /// The keys under which the post may stand in other articles: its own, that of its id, and those
  /// of its `pic.twitter.com` links.
  public var knownKeys: [PostKey] {
    var keys = [key]
    guard let platform else { return keys }
    if let id { keys.append(PostKey(platform: platform, id: id)) }
    for medium in media {
      let parts = medium.url.split(separator: "/").suffix(2)
      guard let host = parts.first, let code = parts.last,
        host == "pic.twitter.com" || host == "pic.x.com"
      else { continue }
      keys.append(PostKey(platform: platform, mediaCode: String(code)))
    }
    var seen: Set<PostKey> = []
    return keys.filter { seen.insert($0).inserted }
  }
}

extension Archive {
  var tombstonesPath: String { path + "/tombstones.jsonl" }

  /// What the archive has to forget.
  ///
  /// - Throws: `ArchiveError`, also where a line is damaged: what was to be forgotten must not come
  ///   back unseen.
  public func tombstones() throws(ArchiveError) -> Tombstones {
    var tombstones = Tombstones()
    guard Folder.exists(tombstonesPath) else { return tombstones }
    var end = 0
    var lines = LineReader(file: try OpenFile(tombstonesPath, for: .reading), segment: 0, at: 0)
    while let line = try lines.next() {
      tombstones.add(try Tombstone(line))
      end = line.end.bytes
    }
    guard try OpenFile(tombstonesPath, for: .reading).size() == end else {
      throw Tombstone.damaged(tombstonesPath, at: end)
    }
    return tombstones
  }

  func write(_ tombstones: Tombstones) throws(ArchiveError) {
    var lines: [UInt8] = []
    for tombstone in tombstones.all { lines += tombstone.encoded + [0x0A] }
    try Folder.writeWhole(lines, to: tombstonesPath)
  }
}

extension MergedPost {
  /// All keys under which the post stands in this archive or may come back to it: those of each of its
  /// citations, and the fingerprint of its words where these are long enough to tell it.
  public var keysToForget: [PostKey] {
    var keys = post.knownKeys
    for post in [post] + citations.map(\.post) {
      keys += post.knownKeys
      guard let text = post.text, FoldedText(text).value.unicodeScalars.count >= 20 else {
        continue
      }
      let fingerprint = CitationIdentity.fingerprint(ofText: text)
      keys.append(PostKey(platform: post.platform, fingerprint: fingerprint))
    }
    var seen: Set<PostKey> = []
    return keys.filter { seen.insert($0).inserted }
  }
}
