import DocumentSources
import PostModel

/// Any bytes as JSON Lines.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let options = SourceOptions(format: InputFormat(named: "jsonl"), documentLimit: 1 << 16)
  var reader = InputReader(inputs: [.bytes(bytes, name: "fuzz")], options: options)
  while reader.next() != nil {}
  return 0
}
