public import PostModel

/// The one hand that writes to an archive.
///
/// It cannot be copied, and the folder is locked as long as it lives, so there is never a second one,
/// neither in this process nor in another. Lines are on the device once `checkpoint` or `close`
/// returns. A run that is killed loses only what came after the last checkpoint; that is read again
/// and, since equal content has equal identifiers, nothing is added twice.
public struct ArchiveWriter: ~Copyable {
  /// How an archive is written.
  public struct Options: Sendable {
    /// The length from which on a segment is sealed, in bytes.
    public var segmentBytes: Int

    /// Says how an archive is written.
    public init(segmentBytes: Int = 64 << 20) {
      self.segmentBytes = segmentBytes
    }
  }

  /// The archive.
  public let archive: Archive
  /// What was cut or missed when the archive was opened; empty after an orderly end.
  public let recovery: [Diagnostic]
  private let options: Options
  private let lock: OpenFile
  /// What the archive has to forget; what it covers is not added.
  public internal(set) var tombstones: Tombstones
  private var known: KnownIDs
  var tail: OpenSegment
  var journal: Journal
  private var failure: ArchiveError?

  /// Opens an archive for writing: takes the lock and cuts what a killed run left torn.
  public init(_ archive: Archive, options: Options = Options()) throws(ArchiveError) {
    let lock = try Self.lock(archive)
    let tombstones = try archive.tombstones()
    try Folder.create(archive.citationsPath)
    let segments = try archive.segments()
    var known = KnownIDs()
    for segment in segments where segment != segments.last || segment.isSealed {
      try Self.readIDs(of: segment, into: &known)
    }
    var journal = try Journal(archive)
    let tail = try OpenSegment(Self.tail(of: archive, segments), known: &known)
    recovery = try Self.reconcile(&journal, with: tail, of: archive)
    self.archive = archive
    self.options = options
    self.lock = lock
    self.tombstones = tombstones
    self.known = known
    self.journal = journal
    self.tail = tail
  }

  /// How far each source was read, by its path.
  public var progress: [String: Checkpoint] { journal.progress }

  /// How far a source was read; `nil` where it is new or no longer the same.
  public func progress(of source: SourceIdentity) -> Checkpoint? {
    journal.progress[source.path].flatMap { $0.source == source ? $0 : nil }
  }

  /// Adds the citations that are not yet in the archive and that it has not to forget; gives how many
  /// that were.
  @discardableResult
  public mutating func append(_ citations: [Citation]) throws(ArchiveError) -> Int {
    if let failure { throw failure }
    var added = 0
    for citation in citations {
      guard let number = citation.id.number else { throw Self.invalid(citation) }
      guard !tombstones.covers(citation), known.insert(number) else { continue }
      tail.append(CitationCodec.encode(citation), id: number)
      added += 1
    }
    if tail.length - tail.bytes >= Self.bufferBytes || tail.length >= options.segmentBytes {
      try guarding { writer throws(ArchiveError) in try writer.tail.flush() }
    }
    if tail.bytes >= options.segmentBytes { try sealTail() }
    return added
  }

  /// Returns once all citations, and then how far the sources were read, have reached the device.
  public mutating func checkpoint(_ sources: [Checkpoint] = []) throws(ArchiveError) {
    if let failure { throw failure }
    try guarding { writer throws(ArchiveError) in
      try writer.tail.synchronize()
      let mark = JournalMark(segment: writer.tail.segment.number, bytes: writer.tail.bytes)
      guard !sources.isEmpty || mark != writer.journal.last else { return }
      try writer.journal.append(
        JournalEntry(mark: mark, sha256: writer.tail.sha256, sources: sources))
    }
  }

  /// Writes what is pending, marks it as safe, and gives the archive free.
  public consuming func close() throws(ArchiveError) {
    try checkpoint()
  }

  private static let bufferBytes = 1 << 18

  /// Keeps the first failure: after it, nothing may be written, since what is pending is unknown.
  mutating func guarding(
    _ body: (inout ArchiveWriter) throws(ArchiveError) -> Void
  ) throws(ArchiveError) {
    do {
      try body(&self)
    } catch {
      failure = error
      throw error
    }
  }

  mutating func sealTail() throws(ArchiveError) {
    try checkpoint()
    try guarding { writer throws(ArchiveError) in
      try writer.tail.seal()
      let number = writer.tail.segment.number + 1
      writer.tail = try OpenSegment(writer.archive.segment(number), known: &writer.known)
    }
  }
}
