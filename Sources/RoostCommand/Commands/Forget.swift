import Archive
import ArchiveIndex
import ArgumentParser
import FoundationEssentials
import Platforms
import PostModel

/// What must not be shown again.
struct Forget: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget",
    abstract: "Forget posts, or all that an account wrote: no answer shows them again.",
    discussion: """
      A post is named as for roost show, or by its address should the archive not have it; an account \
      by its handle with @. From then on no question and no export shows it, no import brings it back, \
      and roost merge hands this on. Only digests of the names are kept. The lines themselves stay \
      until roost compact takes them out. Other people's posts that mention or quote it stay.

      Examples:
        roost forget https://x.com/ada/status/1901234567890123456 && roost compact
        roost forget @ada --platform mastodon --archive news.archive
      """)

  @Argument(
    help: ArgumentHelp(
      "Posts and @handles, or - for standard input, one a line.", valueName: "name"))
  var names: [String]

  @Option(
    help: ArgumentHelp("Forget handles on this platform only.", valueName: "p"),
    completion: .list(Platform.all.map(\.id.rawValue)))
  var platform: String?

  @OptionGroup(title: "Archive") var archive: ArchiveOptions

  func run() throws {
    let question = try ArchiveQuestion(archive)
    let forgetting = Forgetting(
      index: question.index, created: Date.now.formatted(.iso8601),
      platform: try platform.map(QueryOptions.known))
    var tombstones: [Tombstone] = []
    var unknown = 0
    for name in LineInput(names) {
      let found = try forgetting.tombstones(for: name)
      if found.isEmpty {
        unknown += 1
        question.nothing(named: name, "no post and no @handle is named")
      }
      tombstones += found
    }
    var writer = try ArchiveWriter(question.index.archive)
    let added = try writer.forget(tombstones)
    try writer.close()
    if !tombstones.isEmpty {
      let names = added.counted("name") + (added == 1 ? " is" : " are")
      question.note("\(names) forgotten in \(archive.path); roost compact takes the lines out")
    }
    if tombstones.isEmpty, unknown > 0 { throw ExitStatus.nothingMatched }
  }
}

/// Finds under which names something has to be forgotten.
struct Forgetting {
  /// What knows under which keys a post stands.
  let index: ArchiveIndex
  /// The present moment.
  let created: String
  /// The platform of handles, `nil` for all.
  let platform: PlatformID?

  /// The tombstones for a name; none where it is no name.
  func tombstones(for name: String) throws -> [Tombstone] {
    if name.hasPrefix("@"), name.count > 1 { return try account(String(name.dropFirst())) }
    if let post = try index.post(name) { return tombstones(of: post) }
    return key(of: name).map { [Tombstone(post: $0, created: created)] } ?? []
  }

  /// The account, and those of its posts that another article shows without it.
  private func account(_ handle: String) throws -> [Tombstone] {
    var found = [Tombstone(account: handle, platform: platform, created: created)]
    var query = PostQuery()
    query.conditions = [.init(.handle([handle]))]
    if let platform { query.conditions.append(.init(.platform([platform]))) }
    query.limit = 500
    repeat {
      let page = try index.posts(matching: query)
      found += page.posts.flatMap(tombstones)
      query.cursor = page.next
    } while query.cursor != nil
    return found
  }

  private func tombstones(of post: MergedPost) -> [Tombstone] {
    post.keysToForget.map { Tombstone(post: $0, created: created) }
  }

  /// The key of a post that the archive does not have: of its address, or as it is.
  private func key(of name: String) -> PostKey? {
    if case .post(let reference) = PostAddressReader().reading(of: name) {
      return reference.identity.map { PostKey(platform: reference.platform, id: $0) }
    }
    let parts = name.split(separator: ":", maxSplits: 1)
    guard parts.count == 2,
      !name.contains("/") || parts[1].hasPrefix("pic/")
        || parts[1].hasPrefix("text/"),
      Platform.all.contains(where: { $0.id.rawValue == parts[0] })
    else { return nil }
    return PostKey(rawValue: name)
  }
}
