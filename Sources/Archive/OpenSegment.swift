import Digests
import PostModel

/// The segment that is being written: the open tail of an archive.
struct OpenSegment: ~Copyable {
  /// What the lines that are written amount to.
  private struct Content {
    var digest = SHA256Digest()
    var entries: [Seal.Entry] = []
    var bytes = 0
    var count = 0
  }

  let segment: Segment
  /// How many bytes of a torn last line were cut when it was opened.
  let torn: Int
  private let file: OpenFile
  private var content: Content
  private var pending: [UInt8] = []
  private var pendingEntries: [Seal.Entry] = []
  /// How much of it is known to have reached the device, in bytes.
  private var synchronized = 0

  /// Opens a segment at its end; makes it where there is none.
  ///
  /// What stands after the last line feed is cut. `known` takes the identifiers in.
  init(_ segment: Segment, known: inout KnownIDs) throws(ArchiveError) {
    let isNew = !Folder.exists(segment.path)
    let file = try OpenFile(segment.path, for: .appending)
    if isNew { try Folder.synchronize(Folder.parent(of: segment.path)) }
    let content = try Self.content(of: segment, &known)
    let torn = try file.size() - content.bytes
    if torn > 0 { try file.truncate(to: content.bytes) }
    self.segment = segment
    self.torn = torn
    self.content = content
    self.file = file
  }

  /// How long it is on the disk, in bytes.
  var bytes: Int { content.bytes }

  /// How long it will be once all is written, in bytes.
  var length: Int { content.bytes + pending.count }

  /// The digest of what is written, 64 hex digits.
  var sha256: String { content.digest.hexDigits() }

  mutating func append(_ line: [UInt8], id: UInt128) {
    pending.append(contentsOf: line)
    pending.append(0x0A)
    pendingEntries.append(
      Seal.Entry(id: CitationID(number: id), digest: Seal.digest(of: line)))
  }

  /// Hands all lines to the operating system; where that fails, the file is as it was before.
  mutating func flush() throws(ArchiveError) {
    guard !pending.isEmpty else { return }
    do {
      try file.write(pending, at: bytes)
    } catch {
      // Should this fail too, then opening the archive again cuts what is torn.
      try? file.truncate(to: bytes)
      throw error
    }
    content.digest.update(pending)
    content.bytes += pending.count
    content.count += pendingEntries.count
    content.entries.append(contentsOf: pendingEntries)
    pending.removeAll(keepingCapacity: true)
    pendingEntries.removeAll(keepingCapacity: true)
  }

  /// Returns once all lines have reached the device.
  mutating func synchronize() throws(ArchiveError) {
    try flush()
    guard synchronized < bytes else { return }
    try file.synchronize()
    synchronized = bytes
  }

  /// Closes it for good.
  mutating func seal() throws(ArchiveError) {
    try synchronize()
    try Folder.writeWhole(closing.encoded, to: segment.sealPath)
  }

  /// The seal of what is written.
  var closing: Seal {
    Seal(count: content.count, bytes: bytes, sha256: sha256, entries: content.entries)
  }

  private static func content(
    of segment: Segment, _ known: inout KnownIDs
  ) throws(ArchiveError) -> Content {
    var content = Content()
    var lines = LineReader(
      file: try OpenFile(segment.path, for: .reading), segment: segment.number, at: 0)
    while let line = try lines.next() {
      content.digest.update(line.bytes)
      content.digest.update(CollectionOfOne(0x0A))
      content.bytes += line.bytes.count + 1
      content.count += 1
      guard let id = line.id?.number else { continue }
      content.entries.append(
        Seal.Entry(id: CitationID(number: id), digest: Seal.digest(of: line.bytes)))
      _ = known.insert(id)
    }
    return content
  }
}
