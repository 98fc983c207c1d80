import FoundationEssentials

/// One line of the journal.
struct JournalEntry: Hashable, Sendable {
  /// How much of which segment was on the device.
  var mark: JournalMark
  /// The digest of that much, 64 hex digits; none for a cut.
  var sha256: String?
  /// Whether the entry says that the segment was found shorter than an earlier entry has it.
  var isCut = false
  /// How far sources were read by then.
  var sources: [Checkpoint] = []

  init(mark: JournalMark, sha256: String?, isCut: Bool = false, sources: [Checkpoint] = []) {
    self.mark = mark
    self.sha256 = sha256
    self.isCut = isCut
    self.sources = sources
  }

  /// Reads a line, `nil` where it is damaged: then its sources are read again, which adds nothing.
  init?(_ line: ArchiveLine) throws(ArchiveError) {
    guard let wire = try? JSONDecoder().decode(Wire.self, from: Data(line.bytes)) else {
      return nil
    }
    guard wire.v <= Archive.formatVersion else {
      throw .newerVersion(wire.v, what: "The journal \(line.path)")
    }
    guard let segment = wire.segment, let bytes = wire.bytes else { return nil }
    mark = JournalMark(segment: segment, bytes: bytes)
    sha256 = wire.sha256
    isCut = wire.cut ?? false
    sources = (wire.sources ?? []).map(\.checkpoint)
  }

  var encoded: [UInt8] {
    var writer = JSONWriter()
    writer.object {
      $0.member("v", Archive.formatVersion)
      $0.member("segment", mark.segment)
      $0.member("bytes", mark.bytes)
      $0.member("sha256", sha256)
      if isCut {
        $0.key("cut")
        $0.boolean(true)
      }
      $0.list("sources", sources) { writer, checkpoint in
        writer.object { Self.write(checkpoint, to: &$0) }
      }
    }
    return writer.bytes
  }

  private static func write(_ checkpoint: Checkpoint, to writer: inout JSONWriter) {
    writer.member("path", checkpoint.source.path)
    writer.member("size", checkpoint.source.size)
    writer.member("modified", checkpoint.source.modified)
    writer.member("reader", checkpoint.source.reader)
    writer.member("offset", checkpoint.offset)
    writer.key("done")
    writer.boolean(checkpoint.isDone)
  }

  private struct Wire: Decodable {
    let v: Int
    let segment: Int?
    let bytes: Int?
    let sha256: String?
    let cut: Bool?
    let sources: [WireCheckpoint]?
  }

  private struct WireCheckpoint: Decodable {
    let path: String
    let size: Int
    let modified: Int
    let reader: String
    let offset: Int
    let done: Bool

    var checkpoint: Checkpoint {
      Checkpoint(
        source: SourceIdentity(path: path, size: size, modified: modified, reader: reader),
        offset: offset, isDone: done)
    }
  }
}
