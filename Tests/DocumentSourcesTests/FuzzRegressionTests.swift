import DocumentSources
import Foundation
import TestSupport
import Testing

@Suite("What once broke a reader")
struct FuzzRegressionTests {
  private static func inputs() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(
      atPath: Fixtures.url("fuzz").path(percentEncoded: false)
    ).filter { $0.contains("/crash-") }.sorted()
  }

  @Test(
    "every input that a fuzzer found is read to its end, or said to hold nothing",
    arguments: try Self.inputs())
  func read(_ path: String) throws {
    let bytes = try Fixtures.bytes("fuzz/\(path)")
    for format in InputFormat.all where format.isChoice {
      let reading = Reading(bytes: bytes, options: SourceOptions(format: format))
      // Where nothing could be decompressed, that is said.
      #expect(reading.files == ["memory"] || reading.messages.count == 1)
    }
  }
}
