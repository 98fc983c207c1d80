import Foundation
import TestSupport
import Testing

@Suite("Archives are kept, mended, joined and made to forget")
struct TrustTests {
  /// An archive of some articles, each with a post of its own.
  private func filled(
    _ numbers: Range<Int>, in workshop: Workshop, as archive: String = "roost.archive"
  ) throws {
    for number in numbers {
      let name = "in/\(number).html"
      // A file that is written again has another time, and is another source.
      guard !FileManager.default.fileExists(atPath: workshop.folder.path(name)) else { continue }
      try workshop.folder.write(TidePages.page(number, post: number), to: name)
    }
    let inputs = numbers.map { "in/\($0).html" }
    #expect(try workshop.run(["import", "--archive", archive] + inputs).status == 0)
  }

  private func count(_ workshop: Workshop, _ archive: String = "roost.archive") throws -> Int {
    let run = try workshop.run("query", "--format", "ids", "--archive", archive)
    return run.output.split(separator: "\n").count
  }

  private func id(_ number: Int) -> String {
    String(1_901_234_567_890_123_456 + number)
  }

  @Test("citations that detect wrote elsewhere are imported; what is changed or double is not")
  func lines() throws {
    let workshop = try Workshop()
    try filled(0..<3, in: workshop, as: "other")
    let lines = try workshop.run("detect", "in").output
    var damaged = lines.split(separator: "\n").map(String.init)
    damaged[1] = damaged[1].replacing("\"start\":", with: "\"start\":1")
    damaged.append("{\"v\":1,\"id\":\"\"}")
    damaged.append(damaged[0])
    try workshop.folder.write(damaged.joined(separator: "\n") + "\n", to: "lines")
    let run = try workshop.run("import", "lines")
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.errors.contains("error: The citation's identifier does not follow from its"))
    #expect(run.errors.contains("5 lines from elsewhere"))
    #expect(run.errors.contains("3 citations (3 embed): 2 new in"))
    #expect(try workshop.run("import", "-", input: lines).errors.contains(": 1 new in"))
    #expect(try workshop.run("verify").status == 0)
    let direct = try workshop.folder.content(of: "other/citations/000001.jsonl")
    let joined = try workshop.folder.content(of: "roost.archive/citations/000001.jsonl")
    #expect(Set(direct.split(separator: 0x0A)) == Set(joined.split(separator: 0x0A)))
    #expect(try workshop.run("detect", "-", input: lines).output == lines)
  }

  @Test("repair keeps what is whole, names what is not, and import then gives it back")
  func repair() throws {
    let workshop = try Workshop()
    try filled(0..<3, in: workshop)
    let path = "roost.archive/citations/000001.jsonl"
    var lines = try workshop.folder.content(of: path).split(separator: 0x0A).map(Array.init)
    lines[1] = Array("nonsense".utf8)
    try workshop.folder.write(lines.joined(separator: [0x0A]) + [0x0A], to: path)
    let verified = try workshop.run("verify")
    #expect(verified.status == 2)
    #expect(verified.output.contains("./\(path):2: This line is no citation"))
    #expect(verified.output.contains("`roost repair`"))
    let run = try workshop.run("repair")
    #expect(run.status == 0)
    #expect(run.output.contains("This line was taken out: This line is no citation"))
    #expect(run.errors.contains("2 citations kept, 1 line taken out"))
    #expect(run.errors.contains("import again: in/"))
    #expect(try workshop.run("verify").status == 0)
    #expect(try workshop.run("import", "in").status == 0)
    #expect(try count(workshop) == 3)
    let again = try workshop.run("repair")
    #expect(again.errors == "./roost.archive: nothing to repair: 3 citations\n")
  }

  @Test("merge joins archives; files that one has read are not read again")
  func merge() throws {
    let workshop = try Workshop()
    try filled(0..<3, in: workshop, as: "a")
    try filled(2..<5, in: workshop, as: "b")
    let run = try workshop.run("merge", "a", "b", "--into", "c")
    #expect(run.status == 0)
    #expect(
      run.errors == """
        a: 3 citations: 3 new in c; 3 sources known from it
        b: 3 citations: 2 new in c; 2 sources known from it

        """)
    #expect(try count(workshop, "c") == 5)
    let again = try workshop.run("import", "in", "--archive", "c")
    #expect(again.errors.contains("0 documents"))
    #expect(again.errors.contains("5 files were read before"))
    #expect(try workshop.run("verify", "c").status == 0)
    #expect(try workshop.run("merge", "c", "--into", "c").status == 74)
    #expect(try workshop.run("merge", "nowhere", "--into", "d").status == 74)
    #expect(!FileManager.default.fileExists(atPath: workshop.folder.path("d")))
  }

  @Test(
    "what is forgotten is in no answer, export or merge, never comes back, and goes by compact"
  )
  func forget() throws {
    let workshop = try Workshop()
    try filled(0..<4, in: workshop)
    let run = try workshop.run("forget", id(1), "https://x.com/tidewatch/status/\(id(3))")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains("names are forgotten in ./roost.archive"))
    #expect(try count(workshop) == 2)
    #expect(try workshop.run("show", id(1)).status == 1)
    #expect(try !workshop.run("export", "--format", "csv").output.contains(id(3)))
    #expect(try workshop.run("import", "in", "--again").errors.contains(": 0 new in"))
    #expect(try workshop.run("merge", "roost.archive", "--into", "b").errors.contains("2 to be"))
    #expect(try count(workshop, "b") == 2)
    #expect(try workshop.run("verify").errors.contains("2 forgotten"))
    let compacted = try workshop.run("compact")
    #expect(compacted.errors.contains("2 lines ("))
    #expect(try count(workshop) == 2)
    let verified = try workshop.run("verify")
    #expect(verified.status == 0 && verified.errors.contains("sound: 2 citations"))
    #expect(try workshop.run("import", "in").errors.contains("4 files were read before"))
  }

  @Test("an account is forgotten with what others show of it, and before it is ever met")
  func forgetAccount() throws {
    let workshop = try Workshop()
    try filled(0..<2, in: workshop)
    #expect(try workshop.run("forget", "@TideWatch", "--platform", "x").status == 0)
    #expect(try workshop.run("query").status == 1)
    try workshop.folder.write(TidePages.page(7, post: 7), to: "in/7.html")
    #expect(try workshop.run("import", "in/7.html").errors.contains(": 0 new in"))
    let unknown = try workshop.run("forget", "no such thing")
    #expect(unknown.status == 1)
    #expect(unknown.errors.contains("no post and no @handle is named 'no such thing'"))
    #expect(
      try workshop.run("forget", "https://bsky.app/profile/a.example/post/3kowrkqdy2c2x").status
        == 0)
  }

  @Test("export writes every format, by the conditions of query")
  func export() throws {
    let workshop = try Workshop()
    try filled(0..<3, in: workshop)
    #expect(try workshop.run("export", "--format", "ids", "number 2").output == id(2) + "\n")
    #expect(try workshop.run("export", "--format", "ids", "--handle", "nobody").status == 1)
    let formats = try workshop.run("list", "formats").output.matches(
      of: /"format":"([a-z-]+)","direction":"out"/
    ).map { String($0.output.1) }
    #expect(formats.count > 10)
    for format in formats {
      let run = try workshop.run("export", "--format", format)
      #expect(run.status == 0 && !run.output.isEmpty && run.errors == "", "\(format)")
    }
  }

  @Test("a private export has neither handle nor words; its key is made once and kept to its owner")
  func privacy() throws {
    let workshop = try Workshop()
    try filled(0..<2, in: workshop)
    let arguments = ["export", "--format", "jsonl", "--privacy", "drop-text,hash-handles"]
    let first = try workshop.run(arguments)
    #expect(first.status == 0)
    #expect(!first.output.contains("tidewatch") && !first.output.contains("High water"))
    #expect(first.output.matches(of: /"handle":"u-[0-9a-f]{16}"/).count == 2)
    #expect(try workshop.run(arguments).output == first.output)
    let key = workshop.folder.path("roost.archive/privacy.key")
    let rights = try FileManager.default.attributesOfItem(atPath: key)[.posixPermissions] as? Int
    #expect(rights == 0o600)
    let other = try workshop.run(arguments + ["--privacy-key", "mine"])
    #expect(other.output != first.output)
    try workshop.folder.write("short", to: "mine")
    #expect(try workshop.run(arguments + ["--privacy-key", "mine"]).status == 74)
  }
}
