import Detection
import PostModel

/// A plain text, with or without lines of metadata: nothing crashes, nothing hangs.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let document = Document(
    bytes: Array(UnsafeBufferPointer(start: start, count: count)), mediaType: .plainText,
    provenance: Provenance(path: "fuzz", format: "text"))
  _ = detector.detect(in: document)
  return 0
}
