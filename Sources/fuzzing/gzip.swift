import DocumentSources
import PostModel

/// Any bytes behind the signature of gzip or of Zstandard, told by the first byte.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = UnsafeBufferPointer(start: start, count: count)
  guard let first = bytes.first else { return 0 }
  let opening: [UInt8] =
    first < 0x80 ? [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] : [0x28, 0xB5, 0x2F, 0xFD]
  let isWhole = bytes.starts(with: [0x1F, 0x8B]) || bytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD])
  let options = SourceOptions(documentLimit: 1 << 20)
  var reader = InputReader(
    inputs: [.bytes(isWhole ? Array(bytes) : opening + bytes.dropFirst(), name: "fuzz")],
    options: options)
  while reader.next() != nil {}
  return 0
}
