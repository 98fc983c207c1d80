import Archive
import GRDB

/// New citations and all that could be of one post with them, however far the keys lead.
struct Neighbourhood {
  /// What has a key that was followed.
  private struct Shared {
    var entries: [KeyEntry]
    var lead: Lead
  }

  /// Where a key leads to.
  private enum Lead {
    case nowhere
    /// To those whose words are like those of the citation from which it is followed.
    case alike
    case everywhere
  }

  /// The citations between which keys lead to and fro.
  struct Component: Sequence {
    var numbers: [Int]
    /// Whether there is a choice to which post each belongs.
    var isMixed: Bool

    func makeIterator() -> [Int].Iterator { numbers.makeIterator() }
  }

  private let database: Database
  /// The number of the first new citation.
  private let first: Int
  private var lines: CandidateReader
  private var candidates: [Int: Candidate] = [:]
  /// What was looked at, whether or not it was reached.
  private var seen: [Int: Candidate] = [:]
  private var waiting: [Int]
  private var sharing: [IndexKey: Shared] = [:]
  private var banned: Set<IndexKey> = []
  private var duplicates: Set<Int> = []

  /// Begins with the citations of new entries, without those that the archive has twice.
  init(of entries: [KeyEntry], first: Int, in database: Database, reader: ArchiveReader) throws {
    self.database = database
    self.first = first
    lines = CandidateReader(reader)
    waiting = []
    for entry in entries where IndexKey(value: entry.key).kind == .citation {
      let known = try KeyTable.entries(of: IndexKey(value: entry.key), in: database)
      if known.first?.number == entry.number {
        waiting.append(entry.number)
      } else {
        duplicates.insert(entry.number)
        try database.execute(
          sql: "INSERT INTO duplicate VALUES (?)", arguments: [entry.number])
      }
    }
  }

  /// The citations that were reached.
  var numbers: [Int] { candidates.keys.sorted() }

  func candidate(_ number: Int) -> Candidate {
    guard let candidate = candidates[number] else { preconditionFailure("never explored") }
    return candidate
  }

  /// Follows the keys; `place` gives the position and the length of new citations.
  mutating func explore(_ place: (Int) -> (Int, Int)?) throws {
    // How many have a key is told by all that is new.
    for number in waiting { try reach(number, place) }
    var explored: Set<Int> = []
    while let number = waiting.popLast() {
      guard explored.insert(number).inserted, let candidate = try reach(number, place) else {
        continue
      }
      for key in candidate.indexKeys { try follow(key, from: candidate, place) }
    }
    guard !banned.isEmpty else { return }
    for number in candidates.keys { candidates[number]?.forget(banned) }
  }

  private mutating func follow(
    _ key: IndexKey, from candidate: Candidate, _ place: (Int) -> (Int, Int)?
  ) throws {
    let known = sharing[key]
    let shared = try known ?? shared(key)
    sharing[key] = shared
    switch shared.lead {
    case .nowhere: break
    case .alike:
      for entry in shared.entries where candidates[entry.number] == nil {
        guard candidate.nativeKey == nil || entry.isNameless,
          let other = try look(entry.number, place), candidate.isAlike(other)
        else { continue }
        waiting.append(entry.number)
      }
    case .everywhere:
      guard known == nil else { return }
      waiting += shared.entries.map(\.number).filter { candidates[$0] == nil }
    }
  }

  @discardableResult
  private mutating func reach(_ number: Int, _ place: (Int) -> (Int, Int)?) throws -> Candidate? {
    if let known = candidates[number] { return known }
    candidates[number] = try look(number, place)
    return candidates[number]
  }

  private mutating func look(_ number: Int, _ place: (Int) -> (Int, Int)?) throws -> Candidate? {
    if let known = seen[number] { return known }
    guard let (position, length) = try place(number) ?? stored(number) else { return nil }
    let candidate = try lines.candidate(number, at: position, length: length, banned: [])
    seen[number] = candidate
    return candidate
  }

  /// The citations that were reached, parted where no key leads across.
  func components() -> [Component] {
    let all = numbers
    let places = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1, $0) })
    var union = DisjointSets(count: all.count)
    var mixes: [Int] = []
    for (key, shared) in sharing where !banned.contains(key) {
      let entries = shared.entries
      let members = entries.compactMap { places[$0.number] }
      let isNative = key.kind == .native
      guard members.count > 1, isNative || entries.contains(where: \.isNameless) else { continue }
      if key.kind == .band {
        for (one, other) in alike(entries) {
          union.join(places[one] ?? 0, places[other] ?? 0)
          mixes.append(places[one] ?? 0)
        }
        continue
      }
      for member in members.dropFirst() { union.join(members[0], member) }
      if !isNative, isChoice(entries) { mixes.append(members[0]) }
    }
    let mixed = Set(mixes.map { union.root($0) })
    var components: [Int: [Int]] = [:]
    for (place, number) in all.enumerated() {
      components[union.root(place), default: []].append(number)
    }
    return components.sorted { $0.key < $1.key }.map {
      Component(numbers: $0.value, isMixed: mixed.contains($0.key))
    }
  }

  /// The citations without an identifier that were reached, each with one of words like its own.
  private func alike(_ entries: [KeyEntry]) -> [(Int, Int)] {
    let reached = entries.compactMap { candidates[$0.number] }
    return reached.filter { $0.nativeKey == nil }.flatMap { one in
      reached.filter { $0.number != one.number && one.isAlike($0) }.map { (one.number, $0.number) }
    }
  }

  /// Whether entries are of more than one node.
  private func isChoice(_ entries: [KeyEntry]) -> Bool {
    let natives = Set(
      entries.filter { !$0.isNameless }.compactMap { candidates[$0.number]?.nativeKey })
    return natives.count + entries.filter(\.isNameless).count > 1
  }

  private func stored(_ number: Int) throws -> (Int, Int)? {
    let lookup = try database.cachedStatement(
      sql: "SELECT position, length FROM citation WHERE number = ?")
    return try Row.fetchOne(lookup, arguments: [number]).map { ($0["position"], $0["length"]) }
  }

  private func entries(of key: IndexKey) throws -> [KeyEntry] {
    let lookup = try database.cachedStatement(sql: "SELECT 1 FROM duplicate WHERE number = ?")
    return try KeyTable.entries(of: key, in: database).filter {
      try Int.fetchOne(lookup, arguments: [$0.number]) == nil
    }
  }

  /// What has a key, and where it leads, now or as the archive was before: what was joined by a key
  /// that now too many have must be parted.
  private mutating func shared(_ key: IndexKey) throws -> Shared {
    let entries = try entries(of: key)
    if key.kind == .native { return Shared(entries: entries, lead: .everywhere) }
    guard entries.contains(where: \.isNameless) else {
      return Shared(entries: entries, lead: .nowhere)
    }
    let limit = PostAssignment.limit(key.kind)
    if try entries.count <= limit || nodes(entries) <= limit {
      return Shared(entries: entries, lead: key.kind == .band ? .alike : .everywhere)
    }
    banned.insert(key)
    let wasJoined = try nodes(entries.filter { $0.number < first }) <= limit
    return Shared(entries: entries, lead: wasJoined ? .everywhere : .nowhere)
  }

  /// How many identifiers and citations without one have a key.
  private func nodes(_ entries: [KeyEntry]) throws -> Int {
    let named = entries.filter { !$0.isNameless }
    return try Set(named.map(node)).count + entries.count - named.count
  }

  /// What is the same for citations of one identifier: the post that they had, else the first of them.
  private func node(_ entry: KeyEntry) throws -> Int {
    let lookup = try database.cachedStatement(sql: "SELECT post FROM citation WHERE number = ?")
    if let post = try Int.fetchOne(lookup, arguments: [entry.number]) { return post }
    guard let native = candidates[entry.number]?.nativeKey else { return -entry.number }
    let same = try entries(of: IndexKey(.native, native.name))
    guard let first = same.first else { return -entry.number }
    return try Int.fetchOne(lookup, arguments: [first.number]) ?? -first.number
  }
}

extension Candidate {
  /// Whether the words may be nearly those of another, with which they share a band.
  func isAlike(_ other: Candidate) -> Bool { Bands.areAlike(words, other.words) }

  /// The keys by which it may be joined with others.
  var indexKeys: [IndexKey] {
    var keys = bands
    if let native = nativeKey { keys.append(IndexKey(.native, native.name)) }
    if let permalink { keys.append(IndexKey(.permalink, permalink.name)) }
    for code in mediaCodes + linkCodes { keys.append(IndexKey(.code, code.name)) }
    if fingerprint != nil { keys.append(IndexKey(.text, folded)) }
    return keys
  }
}
