import Detection
import PostModel

/// Compiled once: it is the same for every input, and kept for ever.
///
/// LeakSanitizer looks for addresses, and does not see one that the cases of an enum share a word
/// with: what is only held by such a one counts as lost. So it is not asked about this.
private let detector = {
  pauseLeakSanitizer()
  defer { resumeLeakSanitizer() }
  return Detector()
}()

@_silgen_name("__lsan_disable")
private func pauseLeakSanitizer()

@_silgen_name("__lsan_enable")
private func resumeLeakSanitizer()

/// A page in any encoding: nothing crashes, nothing hangs.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let document = Document(
    bytes: Array(UnsafeBufferPointer(start: start, count: count)), mediaType: .html,
    provenance: Provenance(path: "fuzz", format: "html"), url: "https://harbour.example/1")
  _ = detector.detect(in: document)
  return 0
}
