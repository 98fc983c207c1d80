#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#else
import Musl
#endif

extension CharacterEncoding {
  /// Changes bytes of this encoding to UTF-8.
  ///
  /// Bytes that stand for nothing become U+FFFD, one for each, and never end the text.
  /// Gives `nil` where the system knows no such encoding.
  func decode(_ bytes: ArraySlice<UInt8>) -> (utf8: [UInt8], replaced: Int)? {
    if self == .utf8 { return Self.repaired(bytes) }
    guard let converter = iconv_open("UTF-8", converterName),
      converter != iconv_t(bitPattern: -1)
    else { return nil }
    defer { iconv_close(converter) }
    var conversion = Conversion(converter: converter, expected: bytes.count)
    bytes.withUnsafeBytes { conversion.run($0) }
    return (conversion.output, conversion.replaced)
  }

  private static func repaired(_ bytes: ArraySlice<UInt8>) -> (utf8: [UInt8], replaced: Int) {
    let survey = UTF8Survey(bytes)
    guard survey.strayBytes > 0 || survey.endsInside else { return (Array(bytes), 0) }
    return (Array(String(decoding: bytes, as: UTF8.self).utf8), survey.strayBytes)
  }
}

/// One run of iconv over one page.
private struct Conversion {
  let converter: iconv_t
  var output: [UInt8] = []
  var replaced = 0
  private var buffer = [CChar](repeating: 0, count: 1 << 16)

  init(converter: iconv_t, expected: Int) {
    self.converter = converter
    output.reserveCapacity(expected + expected / 2)
  }

  mutating func run(_ bytes: UnsafeRawBufferPointer) {
    guard let start = bytes.baseAddress else { return }
    // iconv does not write to its input, though its C declaration leaves that open.
    var input: UnsafeMutablePointer<CChar>? = UnsafeMutableRawPointer(mutating: start)
      .assumingMemoryBound(to: CChar.self)
    var left = bytes.count
    while left > 0 {
      let trouble = convert(&input, &left)
      guard trouble != 0, trouble != E2BIG, left > 0 else { continue }
      output.append(contentsOf: [0xEF, 0xBF, 0xBD])
      replaced += 1
      input = input?.advanced(by: 1)
      left -= 1
    }
    // Encodings with combining marks (windows-1255, windows-1258) hold back the last letter.
    var end: UnsafeMutablePointer<CChar>?
    _ = convert(&end, &left)
  }

  /// Converts what fits into the buffer and gives the error number, 0 for none.
  private mutating func convert(
    _ input: inout UnsafeMutablePointer<CChar>?, _ left: inout Int
  )
    -> Int32
  {
    let capacity = buffer.count
    var trouble: Int32 = 0
    let written = buffer.withUnsafeMutableBufferPointer { space in
      var place = space.baseAddress
      var free = capacity
      if iconv(converter, &input, &left, &place, &free) == -1 { trouble = errno }
      return capacity - free
    }
    buffer.withUnsafeBytes { output.append(contentsOf: $0.prefix(written)) }
    return trouble
  }
}
