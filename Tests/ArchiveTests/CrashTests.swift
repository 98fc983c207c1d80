import Archive
import Foundation
import PostModel
import TestSupport
import Testing

@Suite("An archive that was cut")
struct CrashTests {
  /// What a run leaves behind when it is killed: a segment and a journal of any length.
  private static func check(_ scratch: ScratchArchive, tail: [UInt8], journal: [UInt8]) throws {
    try ScratchArchive.write(tail, to: scratch.tail)
    try ScratchArchive.write(journal, to: scratch.journal)
    let whole = tail.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast().count
    #expect(try scratch.lines().count == whole)
    try scratch.importing(0..<5)
    let keys = try Set(scratch.citations().map(\.post.key))
    #expect(keys.count == 5, "cut at \(tail.count)")
    #expect(try scratch.lines().count == 5, "cut at \(tail.count), \(journal.count)")
    let kept = try scratch.lines().prefix(whole).map(\.bytes)
    #expect(kept == tail.split(separator: 0x0A).prefix(whole).map(Array.init))
    #expect(try scratch.verify() == [], "cut at \(tail.count), \(journal.count)")
  }

  @Test("a segment cut at any byte keeps every whole line, takes what is missing, and verifies")
  func segment() throws {
    let scratch = try ScratchArchive()
    try scratch.importing(0..<4)
    let tail = try ScratchArchive.read(scratch.tail)
    let journal = try ScratchArchive.read(scratch.journal)
    for end in tail.indices { try Self.check(scratch, tail: Array(tail[..<end]), journal: journal) }
  }

  @Test("a journal cut at any byte loses no line and reads again only what it does not know")
  func journal() throws {
    let scratch = try ScratchArchive()
    try scratch.importing(0..<4)
    let tail = try ScratchArchive.read(scratch.tail)
    let journal = try ScratchArchive.read(scratch.journal)
    for end in journal.indices {
      try Self.check(scratch, tail: tail, journal: Array(journal[..<end]))
    }
  }

  /// Every byte of the last line and entry, and places all over; `Scripts/check-crashes --cut-every 1`
  /// cuts at every byte of all.
  @Test("of an archive of 200 lines, segment and journal are cut at many bytes")
  func twoHundred() throws {
    let scratch = try ScratchArchive()
    try scratch.importing(0..<200)
    let (lines, entries) = (
      try ScratchArchive.read(scratch.tail), try ScratchArchive.read(scratch.journal)
    )
    for end in Self.places(in: lines) {
      try Self.checkTwoHundred(scratch, Array(lines[..<end]), entries)
    }
    for end in Self.places(in: entries) {
      try Self.checkTwoHundred(scratch, lines, Array(entries[..<end]))
    }
  }

  private static func places(in bytes: [UInt8]) -> [Int] {
    let last = bytes.dropLast().lastIndex(of: 0x0A) ?? 0
    let step = max(1, bytes.count / 40)
    return Array(stride(from: 0, to: last, by: step)) + Array((last - 1)..<bytes.count)
  }

  private static func checkTwoHundred(
    _ scratch: ScratchArchive, _ tail: [UInt8], _ journal: [UInt8]
  ) throws {
    try ScratchArchive.write(tail, to: scratch.tail)
    try ScratchArchive.write(journal, to: scratch.journal)
    let whole = tail.count { $0 == 0x0A }
    #expect(try scratch.lines().count == whole, "cut at \(tail.count)")
    try scratch.importing(0..<200)
    #expect(try scratch.lines().count == 200, "cut at \(tail.count), \(journal.count)")
    #expect(try scratch.verify() == [], "cut at \(tail.count), \(journal.count)")
  }

  @Test("both cut at random places")
  func both() throws {
    let scratch = try ScratchArchive()
    try scratch.importing(0..<4)
    let tail = try ScratchArchive.read(scratch.tail)
    let journal = try ScratchArchive.read(scratch.journal)
    checkLaw("cut at random", runs: 60) { generator in
      try Self.check(
        scratch, tail: Array(tail.prefix(Int.random(in: 0...tail.count, using: &generator))),
        journal: Array(journal.prefix(Int.random(in: 0...journal.count, using: &generator))))
      return true
    }
  }

  @Test("what was cut is said")
  func notes() throws {
    let scratch = try ScratchArchive()
    try scratch.importing(0..<3)
    let tail = try ScratchArchive.read(scratch.tail)
    try ScratchArchive.write(tail.dropLast(10), to: scratch.tail)
    #expect(try scratch.verify().first?.contains("lines were lost from outside") ?? false)
    let writer = try ArchiveWriter(scratch.archive)
    let notes = writer.recovery.map(\.message)
    try writer.close()
    #expect(notes.count == 2)
    #expect(notes[0].contains("bytes of an unfinished line were dropped"))
    #expect(notes[1].contains("will be read again"))
    #expect(try scratch.verify() == [])
    let again = try ArchiveWriter(scratch.archive)
    #expect(again.recovery.isEmpty)
    try again.close()
  }

  @Test("a run that ends without closing loses only what came after its last checkpoint")
  func abandoned() throws {
    let scratch = try ScratchArchive()
    do {
      var writer = try ArchiveWriter(scratch.archive)
      try writer.append([ScratchArchive.citation(0)])
      let source = ScratchArchive.source("0.html")
      try writer.checkpoint([Checkpoint(source: source, offset: 10, isDone: true)])
      try writer.append([ScratchArchive.citation(1)])
    }
    #expect(try scratch.lines().count == 1)
    #expect(try scratch.importing(0..<3) == 2)
    #expect(try scratch.verify() == [])
  }

  @Test("a crash between the sealing of a segment and the next one loses nothing")
  func afterSeal() throws {
    let scratch = try ScratchArchive()
    try scratch.importing(0..<5, segmentBytes: 1500)
    let last = try #require(try scratch.archive.segments().last)
    if try ScratchArchive.read(last.path).isEmpty {
      try FileManager.default.removeItem(atPath: last.path)
    }
    try ScratchArchive.write("half".utf8, to: last.sealPath + ".tmp")
    try scratch.importing(0..<8, segmentBytes: 1500)
    #expect(try scratch.citations().count == 8)
    #expect(try scratch.verify() == [])
  }
}
