import Detection
import Foundation
import PostModel
import TestSupport
import Testing

@Suite("What once broke the detector")
struct FuzzRegressionTests {
  private static func inputs() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(
      atPath: Fixtures.url("fuzz").path(percentEncoded: false)
    ).filter { $0.contains("/crash-") }.sorted()
  }

  @Test(
    "every input that a fuzzer found is read, the same with and without the prefilter",
    arguments: try Self.inputs())
  func detect(_ path: String) throws {
    let bytes = try Fixtures.bytes("fuzz/\(path)")
    for mediaType in [Document.MediaType.html, .plainText] {
      let document = Document(
        bytes: bytes, mediaType: mediaType, provenance: Provenance(path: path, format: "fuzz"))
      let found = [true, false].map { usesPrefilter in
        Detector(options: Detector.Options(usesPrefilter: usesPrefilter))
          .detect(in: document).citations.map(\.id)
      }
      #expect(found[0] == found[1])
    }
  }
}
