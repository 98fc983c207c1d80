import PostModel

extension InputFormat {
  /// Web archives in one file (WACZ), and other zip files.
  static let zip = InputFormat(
    "wacz", "WACZ, web archives in a zip file",
    recognises: { $0.opens(with: "PK\u{3}\u{4}") },
    makeSource: { WACZSource(input: $0) })
}

/// The documents of the web archives in a WACZ (Web Archive Collection Zipped, 1.1.1).
///
/// The archives are read one behind the other, straight from the zip file. Where a run may go on is
/// counted over all of them, as if they were one.
struct WACZSource: DocumentSource {
  /// A web archive within the file.
  private struct Member {
    let entry: ZipArchive.Entry
    /// How long those before it are.
    let base: Int
  }

  /// A web archive that is being read.
  private struct OpenMember {
    let base: Int
    let stream: ByteStream
    var source: WARCSource
  }

  private let input: OpenInput
  private var archive: ZipArchive?
  private var members: ArraySlice<Member>?
  private var titles = PageTitles()
  private var open: OpenMember?
  private var waiting: [SourceItem] = []
  private(set) var resumeOffset: Int?
  private(set) var bytesRead: Int? = 0

  /// Takes over an input.
  init(input: OpenInput) {
    self.input = input
  }

  mutating func next() throws(SourceError) -> SourceItem? {
    if members == nil { try openArchive() }
    while waiting.isEmpty {
      guard var member = open else {
        guard let next = members?.popFirst() else { break }
        try begin(next)
        continue
      }
      let item = try member.source.next()
      waiting = member.stream.takeTroubles().map { .diagnostic($0) } + (item.map { [$0] } ?? [])
      note(member)
      open = item == nil ? nil : member
    }
    return waiting.isEmpty ? nil : waiting.removeFirst()
  }

  private mutating func note(_ member: OpenMember) {
    bytesRead = member.base + member.stream.fileOffset
    if waiting.count < 2, let offset = member.source.resumeOffset {
      resumeOffset = member.base + (member.source.hasPlacesOfFile ? offset : 0)
    }
  }

  private mutating func openArchive() throws(SourceError) {
    members = []
    let isOnDisk = input.file.content == nil && input.size != nil
    guard let archive = try isOnDisk ? ZipArchive(path: input.path) : ZipArchive(input.stream)
    else { return report("this zip file is damaged or not whole and cannot be read") }
    self.archive = archive
    var members: [Member] = []
    for entry in archive.entries where Self.isWebArchive(entry.name) {
      members.append(
        Member(entry: entry, base: members.last.map { $0.base + $0.entry.size } ?? 0))
    }
    guard !members.isEmpty else {
      return report(
        "this zip file holds no web archive (archive/*.warc.gz); unpack it and name the folder")
    }
    for entry in archive.entries
    where entry.name.hasPrefix("pages/") && entry.name.hasSuffix(".jsonl") {
      try titles.read(ByteStream(ZipEntryOrigin(entry, of: archive), path: input.path))
    }
    let start = input.start
    self.members = members.drop { $0.base + $0.entry.size <= start }
  }

  private static func isWebArchive(_ name: String) -> Bool {
    [".warc", ".warc.gz", ".warc.zst"].contains { name.lowercased().hasSuffix($0) }
  }

  private mutating func begin(_ member: Member) throws(SourceError) {
    guard let archive else { return }
    let path = "\(input.path)/\(member.entry.name)"
    let content = ByteStream(ZipEntryOrigin(member.entry, of: archive), path: path)
    let stream = try InputOpening.decompressed(content, path: path)
    let titles = titles
    let inner = OpenInput(
      file: input.file, path: path, format: "wacz", stream: stream, options: input.options,
      start: max(0, input.start - member.base), size: stream.isPlain ? member.entry.size : nil,
      title: { titles.title(of: $0) })
    open = OpenMember(base: member.base, stream: stream, source: WARCSource(input: inner))
  }

  private mutating func report(_ message: String) {
    waiting.append(.diagnostic(Diagnostic(.error, message, path: input.path)))
  }
}
