import Archive
import PostModel
import TestSupport
import Testing

@Suite("A device that is full")
struct DiskFullTests {
  @Test("a full device is said, loses nothing, and the next run goes on", arguments: [40, 64, 100])
  func full(_ kilobytes: Int) throws {
    guard let device = try SmallFileSystem(kilobytes: kilobytes) else { return }
    let archive = try Archive.create(at: device.folder.path("a"), created: ScratchArchive.created)
    let first = Self.run(archive)
    #expect(first.error?.code == .diskFull)
    #expect(first.error?.message.contains("give the same command again") ?? false)
    #expect(first.marked > 0)
    #expect(try Self.lines(archive) >= first.marked)
    #expect(try ArchiveVerifier.verify(archive).problems.isEmpty)

    #expect(device.resize(kilobytes: 4000))
    let second = Self.run(archive)
    #expect(second.error == nil)
    #expect(try Self.lines(archive) == 100)
    #expect(try ArchiveVerifier.verify(archive).problems.isEmpty)
  }

  private static func run(_ archive: Archive) -> (marked: Int, error: ArchiveError?) {
    var marked = 0
    do {
      var writer = try ArchiveWriter(archive, options: .init(segmentBytes: 8000))
      for number in 0..<100 {
        let source = ScratchArchive.source("\(number).html")
        if writer.progress(of: source)?.isDone ?? false { continue }
        let text = String(repeating: "words ", count: number * 7 % 200)
        try writer.append([ScratchArchive.citation(number, text: text)])
        try writer.checkpoint([Checkpoint(source: source, offset: 10, isDone: true)])
        marked += 1
      }
      try writer.close()
      return (marked, nil)
    } catch {
      return (marked, error)
    }
  }

  private static func lines(_ archive: Archive) throws -> Int {
    var cursor = try ArchiveReader(archive).lines()
    var keys: Set<PostKey> = []
    var count = 0
    while let line = try cursor.next() {
      keys.insert(try line.citation().post.key)
      count += 1
    }
    return keys.count == count ? count : -1
  }
}
