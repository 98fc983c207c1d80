import DocumentSources
import PostModel
import TestSupport
import Testing

/// A good crawl with one thing broken in the record of page 2, or behind it.
struct Defect: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let file: [UInt8]
  /// The pages that the defect leaves intact.
  let intact: [Int]

  private static let pages = 6
  private static let broken = 2
  private static let records = (0..<pages).map {
    SampleWARC.response($0, body: SampleWARC.page($0, paragraphs: 20))
  }
  private static let others = (0..<pages).filter { $0 != broken }

  static let all = cuts + lengths + flips + gaps + members

  /// The file, plain, with the record of page 2 replaced.
  private static func plain(
    _ name: String, _ record: [UInt8], intact: [Int] = others
  ) -> Defect {
    let file = records[..<broken].joined() + record + records[(broken + 1)...].joined()
    return Defect(testDescription: name, file: Array(file), intact: intact)
  }

  /// Cut at the end of every line of the headers, and within the page; as the last record and amid others.
  private static var cuts: [Defect] {
    let record = records[broken]
    let lines = record.indices.filter { record[$0] == 0x0A }.prefix(11).map { $0 + 1 }
    let places = [4] + lines + [record.count / 2, record.count - 5]
    return places.flatMap { place in
      [
        plain("cut at byte \(place) of a record", Array(record[..<place])),
        Defect(
          testDescription: "the file cut at byte \(place) of a record",
          file: Array(records[..<broken].joined() + record[..<place]),
          intact: Array(0..<broken)),
      ]
    }
  }

  private static var lengths: [Defect] {
    let block =
      Array("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n".utf8)
      + SampleWARC.page(broken, paragraphs: 20)
    return [0, 7, block.count - 9, block.count + 9, block.count + 700, 5_000_000, 90_000_000_000]
      .map { (length: Int) in
        plain(
          "says \(length) bytes",
          SampleWARC.record(
            "response",
            headers: SampleWARC.headers(broken, type: "application/http; msgtype=response"),
            block: block, length: length))
      }
  }

  private static var flips: [Defect] {
    var generator = SeededGenerator(seed: 7)
    return (0..<8).map { number in
      var record = records[broken]
      let place = Int.random(in: 0..<record.count, using: &generator)
      record[place] ^= UInt8.random(in: 1...255, using: &generator)
      return plain("byte \(place) changed, \(number)", record)
    }
  }

  private static var gaps: [Defect] {
    let record = records[broken]
    let text = Array("this belongs to no record".utf8)
    return [
      plain("no record at all", []), plain("nothing but garbage", text),
      plain("no empty lines behind", record.dropLast(4)),
      plain("many empty lines behind", record + Array(repeating: 0x0A, count: 200)),
      plain("zeros behind", record + Array(repeating: 0, count: 40)),
    ]
  }

  /// Damage to the compression of one record.
  private static var members: [Defect] {
    let packers: [(String, ([UInt8]) -> [UInt8])] = [
      ("gzip", Packing.gzip), ("Zstandard", { Packing.zstandard($0) }),
    ]
    return packers.flatMap { name, pack in
      let packed = records.map(pack)
      func with(_ what: String, _ member: [UInt8]) -> Defect {
        let file = packed[..<broken].joined() + member + packed[(broken + 1)...].joined()
        return Defect(testDescription: "\(name): \(what)", file: Array(file), intact: others)
      }
      let member = packed[broken]
      var flipped = member
      flipped[member.count / 2] ^= 0x55
      var checksum = member
      checksum[member.count - 2] ^= 0x55
      return [
        with("a byte changed", flipped), with("a wrong checksum", checksum),
        with("cut in two", Array(member[..<(member.count / 2)])),
        with("garbage between members", Array("no member".utf8)),
        with("the head alone", Array(member[..<11])),
      ]
    }
  }
}

@Suite("Broken web archives")
struct BrokenWARCTests {
  @Test("every intact record is read, and the loss is said", arguments: Defect.all)
  func intact(_ defect: Defect) {
    let reading = Reading(bytes: defect.file)
    let bodies = reading.documents.map(\.bytes)
    for number in defect.intact {
      #expect(bodies.contains(SampleWARC.page(number, paragraphs: 20)), "page \(number)")
    }
    #expect(reading.documents.count <= defect.intact.count + 1)
  }

  @Test("there are at least forty defects")
  func count() {
    #expect(Defect.all.count >= 40)
  }

  @Test("the file that ends within a record says so")
  func end() {
    let record = SampleWARC.response(1, body: SampleWARC.page(1))
    let reading = Reading(bytes: record.dropLast(104))
    #expect(
      reading.messages == [
        "memory:0: error: the file ends within this record, 100 bytes early; "
          + "what is there was read"
      ])
    #expect(reading.documents.count == 1)
  }

  @Test("a member that is damaged says where it begins")
  func damage() {
    let first = Packing.gzip(SampleWARC.response(1, body: SampleWARC.page(1)))
    var second = Packing.gzip(SampleWARC.response(2, body: SampleWARC.page(2)))
    second[second.count - 2] ^= 1
    let reading = Reading(bytes: first + second)
    #expect(reading.documents.count == 2)
    #expect(
      reading.messages.contains {
        $0.hasPrefix("memory:\(first.count): error: this gzip member is damaged")
      })
  }

  @Test("a bomb, of any layers, costs its record and no memory", arguments: [1, 2, 3])
  func bomb(_ layers: Int) {
    var body = [UInt8](repeating: 0x61, count: 40 << 20)
    for _ in 0..<layers { body = Packing.gzip(body) }
    let encodings = Array(repeating: "gzip", count: layers).joined(separator: ", ")
    let bomb = SampleWARC.response(
      1, head: ["Content-Type: text/html", "Content-Encoding: \(encodings)"], body: body)
    var options = SourceOptions()
    options.documentLimit = 1 << 20
    let reading = Reading(
      bytes: bomb + SampleWARC.response(2, body: SampleWARC.page(2)), options: options)
    #expect(reading.documents.map(\.bytes) == [SampleWARC.page(2)])
    #expect(reading.messages.count == 1)
    #expect(reading.messages.first?.contains("is over the limit of 1048576 bytes") == true)
  }

  @Test("a header without an end costs what it holds and nothing behind it")
  func endlessHeader() {
    let endless = Array("WARC/1.0\r\n".utf8) + [UInt8](repeating: 0x61, count: 1 << 20)
    let reading = Reading(
      bytes: endless + Array("\r\n".utf8) + SampleWARC.response(2, body: SampleWARC.page(2)))
    #expect(reading.documents.map(\.bytes) == [SampleWARC.page(2)])
    #expect(reading.messages.count == 1)
  }
}
