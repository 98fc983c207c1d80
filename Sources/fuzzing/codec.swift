import Archive
import PostModel

/// Any bytes as a line of an archive: what can be read is written and read again as the same.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let line = Array(UnsafeBufferPointer(start: start, count: count))
  guard let citation = try? CitationCodec.decode(line) else { return 0 }
  let written = CitationCodec.encode(citation)
  let again = try? CitationCodec.decode(written)
  precondition(again.map(CitationCodec.encode) == written)
  return 0
}
