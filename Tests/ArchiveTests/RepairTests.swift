import Archive
import Foundation
import PostModel
import TestSupport
import Testing

@Suite("Repairing an archive")
struct RepairTests {
  private static func repair(_ scratch: ScratchArchive) throws -> RepairReport {
    try ArchiveRepair.repair(at: scratch.archive.path, created: ScratchArchive.created)
  }

  private static func damage(_ path: String, _ change: (inout [String]) -> Void) throws {
    let content = String(decoding: try ScratchArchive.read(path), as: UTF8.self)
    var lines = content.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    change(&lines)
    try ScratchArchive.write(lines.joined(separator: "\n").utf8, to: path)
  }

  private static func segments(_ scratch: ScratchArchive) throws -> [Segment] {
    try scratch.archive.segments()
  }

  @Test("a sound archive is left as it is, byte for byte")
  func sound() throws {
    let scratch = try ScratchArchive()
    try scratch.importing(0..<6, segmentBytes: 1500)
    let before = try Self.segments(scratch).map { try ScratchArchive.read($0.path) }
    let report = try Self.repair(scratch)
    #expect(report.foundNothing)
    #expect(report.kept == 6)
    #expect(try Self.segments(scratch).map { try ScratchArchive.read($0.path) } == before)
  }

  @Test(
    "a flipped bit anywhere in a sealed segment costs the lines that it changed, and these come back"
  )
  func flipped() throws {
    let scratch = try ScratchArchive()
    try scratch.importing(0..<4, segmentBytes: 1500)
    let names = try FileManager.default.subpathsOfDirectory(atPath: scratch.archive.path)
      .filter { $0.contains(".") && $0 != "citations" }
    let files = try names.map { ($0, try ScratchArchive.read(scratch.archive.path + "/" + $0)) }
    let path = try Self.segments(scratch)[0].path
    let expected = try scratch.lines().map(\.bytes)
    let bytes = try ScratchArchive.read(path)
    for index in stride(from: 0, to: bytes.count, by: 7) {
      for (name, content) in files {
        try ScratchArchive.write(content, to: scratch.archive.path + "/" + name)
      }
      var flipped = bytes
      flipped[index] ^= 1 << UInt8(index % 8)
      try ScratchArchive.write(flipped, to: path)
      do {
        let report = try Self.repair(scratch)
        #expect(report.removed >= 1, "byte \(index)")
        #expect(report.kept >= 2)
        #expect(!report.sources.isEmpty)
        #expect(try scratch.verify() == [], "byte \(index)")
        try scratch.importing(0..<4, segmentBytes: 1500)
        #expect(try Set(scratch.lines().map(\.bytes)) == Set(expected), "byte \(index)")
        #expect(try scratch.lines().count == 4)
      } catch let error as ArchiveError {
        #expect(error.code == .newerVersion)
      }
    }
  }

  @Test(
    "lines that are none, changed lines and doubled ones are set aside and said, the rest stays")
  func lines() throws {
    let scratch = try ScratchArchive()
    try scratch.importing(0..<5)
    try Self.damage(scratch.tail) { lines in
      lines[1] = "no citation"
      lines[2] = lines[2].replacing("\"start\":2", with: "\"start\":0")
      lines.insert(lines[0], at: 4)
    }
    let report = try Self.repair(scratch)
    #expect(report.kept == 3)
    #expect(report.removed == 3)
    let notes = report.notes.map(\.description)
    #expect(notes.contains { $0.contains("This line was taken out: This line is no citation") })
    #expect(notes.contains { $0.contains("stands before") })
    #expect(try scratch.verify() == [])
    let aside = try ScratchArchive.read(scratch.archive.path + "/citations/000001.removed")
    #expect(String(decoding: aside, as: UTF8.self).hasPrefix("no citation\n{\"v\":1"))
    #expect(try scratch.importing(0..<5) == 2)
    #expect(try Set(scratch.citations().map(\.post.key)).count == 5)
    #expect(try scratch.verify() == [])
  }

  @Test("a seal that is missing or damaged is made anew", arguments: [nil, "", "{}", "{\"v\":1"])
  func seals(_ content: String?) throws {
    let scratch = try ScratchArchive()
    try scratch.importing(0..<6, segmentBytes: 1500)
    let seal = try Self.segments(scratch)[0].sealPath
    let whole = try ScratchArchive.read(seal)
    if let content {
      try ScratchArchive.write(content.utf8, to: seal)
    } else {
      try FileManager.default.removeItem(atPath: seal)
    }
    let report = try Self.repair(scratch)
    #expect(report.seals == 1)
    #expect(report.removed == 0)
    #expect(try ScratchArchive.read(seal) == whole)
    #expect(try scratch.verify() == [])
    #expect(try scratch.importing(0..<6, segmentBytes: 1500) == 0)
  }

  @Test("a seal that says the same in another way is made anew")
  func otherSeal() throws {
    let scratch = try ScratchArchive()
    try scratch.importing(0..<6, segmentBytes: 1500)
    let seal = try Self.segments(scratch)[0].sealPath
    let whole = try ScratchArchive.read(seal)
    try ScratchArchive.write("{\"w\"".utf8 + whole.dropFirst(4), to: seal)
    #expect(try scratch.verify().count == 1)
    #expect(try Self.repair(scratch).seals == 1)
    #expect(try ScratchArchive.read(seal) == whole)
    #expect(try scratch.verify() == [])
  }

  @Test("a segment that is missing, cut, or has lost its last lines is read again from its sources")
  func lost() throws {
    let all = try ScratchArchive()
    try all.importing(0..<9, segmentBytes: 1500)
    for loss in 0..<3 {
      let scratch = try ScratchArchive()
      try scratch.importing(0..<9, segmentBytes: 1500)
      let path = try Self.segments(scratch)[1].path
      let bytes = try ScratchArchive.read(path)
      switch loss {
      case 0: try FileManager.default.removeItem(atPath: path)
      case 1: try ScratchArchive.write(bytes.dropLast(200), to: path)
      default:
        try Self.damage(path) {
          $0.removeLast(2)
          $0.append("")
        }
      }
      let report = try Self.repair(scratch)
      #expect(!report.notes.isEmpty || !report.sources.isEmpty, "loss \(loss)")
      #expect(try scratch.verify() == [], "loss \(loss)")
      try scratch.importing(0..<9, segmentBytes: 1500)
      #expect(try Set(scratch.lines().map(\.bytes)) == Set(all.lines().map(\.bytes)), "\(loss)")
      #expect(try scratch.verify() == [])
    }
  }

  @Test("a journal with damaged lines is made anew, and only their sources are read again")
  func journal() throws {
    let scratch = try ScratchArchive()
    try scratch.importing(0..<5)
    try Self.damage(scratch.journal) { $0[2] = "{\"v\":1,\"segment\"" }
    #expect(try scratch.verify().count == 1)
    _ = try Self.repair(scratch)
    #expect(try scratch.verify() == [])
    let writer = try ArchiveWriter(scratch.archive)
    #expect(writer.progress.count == 4)
    try writer.close()
    #expect(try scratch.importing(0..<5) == 0)
  }

  @Test("an archive that has lost its description gets a new one; a folder that is none is refused")
  func description() throws {
    let scratch = try ScratchArchive()
    try scratch.importing(0..<2)
    try FileManager.default.removeItem(atPath: scratch.archive.path + "/archive.json")
    let report = try Self.repair(scratch)
    #expect(report.notes.contains { $0.message.contains("made anew") })
    #expect(try scratch.verify() == [])
    let folder = try ScratchFolder()
    let error = #expect(throws: ArchiveError.self) {
      try ArchiveRepair.repair(at: folder.path, created: ScratchArchive.created)
    }
    #expect(error?.code == .notAnArchive)
  }

  @Test("whatever is cut or overwritten anywhere, a repair ends with an archive that verifies")
  func anything() throws {
    let whole = try ScratchArchive()
    try whole.importing(0..<8, segmentBytes: 1500)
    let names = try FileManager.default.subpathsOfDirectory(atPath: whole.archive.path)
      .filter { $0.contains(".") && $0 != "archive.json" }.sorted()
    checkLaw("a repaired archive verifies", runs: 150) { generator in
      let scratch = try ScratchArchive()
      for name in names {
        let bytes = try ScratchArchive.read(whole.archive.path + "/" + name)
        try ScratchArchive.write(bytes, to: scratch.archive.path + "/" + name)
      }
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let path = scratch.archive.path + "/" + names.randomElement(using: &generator)!
        var bytes = try ScratchArchive.read(path)
        let place = Int.random(in: 0...bytes.count, using: &generator)
        if Bool.random(using: &generator) {
          bytes.removeLast(bytes.count - place)
        } else if place < bytes.count {
          bytes[place] = UInt8.random(in: 32...126, using: &generator)
        }
        try ScratchArchive.write(bytes, to: path)
      }
      do {
        _ = try Self.repair(scratch)
        try Unsound.check(scratch, "repaired")
        try scratch.importing(0..<8, segmentBytes: 1500)
        try Unsound.check(scratch, "imported into")
        return true
      } catch let error as ArchiveError {
        return error.code == .newerVersion
      }
    }
  }
}

/// What an archive that should verify was found to have.
private struct Unsound: Error {
  let state: String
  let found: [String]

  static func check(_ scratch: ScratchArchive, _ state: String) throws {
    let found = try scratch.verify()
    if !found.isEmpty { throw Unsound(state: state, found: found) }
  }
}
