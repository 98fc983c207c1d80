import DocumentSources
import TestSupport
import Testing

@Suite("What once broke a reader")
struct FuzzRegressionTests {
  @Test(
    "every input that a fuzzer found is read to its end, or said to hold nothing",
    arguments: try Fixtures.finds())
  func read(_ path: String) throws {
    let bytes = try Fixtures.bytes(path)
    for format in InputFormat.all where format.isChoice {
      let reading = Reading(bytes: bytes, options: SourceOptions(format: format))
      // Where nothing could be decompressed, that is said.
      #expect(reading.files == ["memory"] || reading.messages.count == 1)
    }
  }
}
