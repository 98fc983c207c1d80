import Archive
import Foundation
import PostModel
import TestSupport
import Testing

@Suite("Verifying an archive")
struct ArchiveVerifierTests {
  @Test("a flipped bit anywhere in a sealed segment is found")
  func sealed() throws {
    let scratch = try ScratchArchive()
    try scratch.importing(0..<4, segmentBytes: 1500)
    let segment = try scratch.archive.segments()[0]
    try Self.flipEverywhere(in: segment.path, of: scratch)
  }

  @Test("a flipped bit anywhere in the open segment is found up to the last checkpoint")
  func open() throws {
    let scratch = try ScratchArchive()
    try scratch.importing(0..<2)
    try Self.flipEverywhere(in: scratch.tail, of: scratch)
  }

  @Test("a flipped bit anywhere in a seal is found")
  func seal() throws {
    let scratch = try ScratchArchive()
    try scratch.importing(0..<4, segmentBytes: 1500)
    try Self.flipEverywhere(in: try scratch.archive.segments()[0].sealPath, of: scratch)
  }

  private static func flipEverywhere(in path: String, of scratch: ScratchArchive) throws {
    let bytes = try ScratchArchive.read(path)
    for index in bytes.indices {
      var flipped = bytes
      flipped[index] ^= 1 << UInt8(index % 8)
      try ScratchArchive.write(flipped, to: path)
      do {
        let problems = try scratch.verify()
        #expect(!problems.isEmpty, "bit \(index % 8) of byte \(index)")
      } catch let error as ArchiveError {
        // `"v":1` becomes `"v":3`, which a newer version may have written.
        #expect(error.code == .newerVersion)
      }
    }
    try ScratchArchive.write(bytes, to: path)
    #expect(try scratch.verify() == [])
  }

  @Test("a problem names file and line and says what to do")
  func messages() throws {
    let scratch = try ScratchArchive()
    try scratch.importing(0..<3)
    var lines = try scratch.lines().map { String(decoding: $0.bytes, as: UTF8.self) }
    lines[1] = lines[1].replacing("\"start\":1", with: "\"start\":0")
    lines.append("not a citation")
    lines.append(lines[0])
    try ScratchArchive.write((lines.joined(separator: "\n") + "\n").utf8, to: scratch.tail)
    let problems = try scratch.verify()
    #expect(problems.contains { $0.hasPrefix(scratch.tail + ":2: The citation's identifier") })
    #expect(problems.contains { $0.hasPrefix(scratch.tail + ":4: This line is no citation") })
    #expect(
      problems.contains { $0.hasPrefix(scratch.tail + ":5: ") && $0.contains("a second time") })
    #expect(problems.contains { $0.contains("Restore the file from a copy") })
  }

  @Test("a segment that is missing is named")
  func missing() throws {
    let scratch = try ScratchArchive()
    try scratch.importing(0..<9, segmentBytes: 1500)
    try FileManager.default.removeItem(atPath: try scratch.archive.segments()[1].path)
    let problems = try scratch.verify()
    #expect(problems.contains { $0.contains("Segment 2 is missing.") }, "\(problems)")
  }
}
