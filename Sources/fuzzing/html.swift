import Detection
import PostModel

/// A page in any encoding: nothing crashes, nothing hangs.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let document = Document(
    bytes: Array(UnsafeBufferPointer(start: start, count: count)), mediaType: .html,
    provenance: Provenance(path: "fuzz", format: "html"), url: "https://harbour.example/1")
  _ = detector.detect(in: document)
  return 0
}
