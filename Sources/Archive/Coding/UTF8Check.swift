/// Whether bytes are UTF-8.
package enum UTF8Check {
  /// Whether all bytes are ASCII, eight at once.
  package static func isASCII(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var index = 0
    while index + 8 <= bytes.count {
      let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      if word & 0x8080_8080_8080_8080 != 0 { return false }
      index += 8
    }
    while index < bytes.count {
      if bytes[index] >= 0x80 { return false }
      index += 1
    }
    return true
  }

  /// Whether all bytes are UTF-8 (RFC 3629).
  package static func isValid(_ bytes: UnsafeRawBufferPointer) -> Bool {
    isASCII(bytes)
      || String(validating: bytes.bindMemory(to: UInt8.self), as: UTF8.self) != nil
  }
}
