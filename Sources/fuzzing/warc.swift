import DocumentSources
import PostModel

/// Any bytes as a WARC, compressed or not: nothing crashes, nothing hangs, no document is over the limit.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let options = SourceOptions(format: InputFormat(named: "warc"), documentLimit: 1 << 16)
  var reader = InputReader(inputs: [.bytes(bytes, name: "fuzz")], options: options)
  while let event = reader.next() {
    guard case .item(.document(let document), _, _) = event else { continue }
    precondition(document.bytes.count <= 1 << 16)
  }
  return 0
}
