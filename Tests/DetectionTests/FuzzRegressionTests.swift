import Detection
import PostModel
import TestSupport
import Testing

@Suite("What once broke the detector")
struct FuzzRegressionTests {
  @Test(
    "every input that a fuzzer found is read, the same with and without the prefilter",
    arguments: try Fixtures.finds())
  func detect(_ path: String) throws {
    let bytes = try Fixtures.bytes(path)
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
