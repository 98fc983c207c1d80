import FoundationEssentials

/// Decodes records, and mends what writers of corpora are known to break.
struct JSONRecordDecoder {
  /// What became of the bytes of a record.
  struct Outcome<Value> {
    /// The record.
    let value: Value
    /// What had to be mended, a phrase; `nil` where nothing had.
    let repair: String?
  }

  private let strict: JSONDecoder
  private let lenient: JSONDecoder

  /// Makes a decoder of records whose parts are kept in known fields.
  init(fields: FieldNames) {
    strict = Self.decoder(fields: fields)
    lenient = Self.decoder(fields: fields)
    // Python writes NaN and Infinity.
    lenient.allowsJSON5 = true
  }

  /// The value, `nil` where the bytes are no JSON of that shape even when mended.
  func decode<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) -> Outcome<Value>? {
    if let value = try? strict.decode(type, from: Data(bytes)) {
      return Outcome(value: value, repair: nil)
    }
    let mended = JSONRepair.mended(bytes)
    guard let value = try? lenient.decode(type, from: Data(mended.bytes)) else { return nil }
    return Outcome(value: value, repair: mended.phrase ?? "not strictly JSON")
  }

  private static func decoder(fields: FieldNames) -> JSONDecoder {
    let decoder = JSONDecoder()
    if let key = JSONRecord.fields { decoder.userInfo[key] = fields }
    return decoder
  }
}

/// Mends the text of a JSON value without parsing it.
enum JSONRepair {
  /// The bytes with invalid UTF-8 and half surrogate pairs replaced, and a phrase that says so.
  static func mended(_ bytes: [UInt8]) -> (bytes: [UInt8], phrase: String?) {
    let text = String(decoding: bytes, as: UTF8.self)
    let valid = Array(text.utf8)
    let whole = replacingHalfPairs(in: valid)
    if valid != bytes { return (whole, "invalid UTF-8 was replaced") }
    return (whole, whole == bytes ? nil : "half surrogate pairs were replaced")
  }

  /// `"\ud83d"` alone, as a text cut by UTF-16 units leaves it.
  private static func replacingHalfPairs(in bytes: [UInt8]) -> [UInt8] {
    var result = bytes
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "\\") else {
        index += 1
        continue
      }
      switch unit(in: bytes, at: index) {
      case .some(0xD800...0xDBFF):
        if let low = unit(in: bytes, at: index + 6), (0xDC00...0xDFFF).contains(low) {
          index += 12
          continue
        }
        result.replaceSubrange(index + 2..<index + 6, with: "fffd".utf8)
        index += 6
      case .some(0xDC00...0xDFFF):
        result.replaceSubrange(index + 2..<index + 6, with: "fffd".utf8)
        index += 6
      default: index += 2
      }
    }
    return result
  }

  private static func unit(in bytes: [UInt8], at index: Int) -> UInt16? {
    guard index + 6 <= bytes.count, bytes[index] == UInt8(ascii: "\\"),
      bytes[index + 1] == UInt8(ascii: "u")
    else { return nil }
    return UInt16(String(decoding: bytes[index + 2..<index + 6], as: UTF8.self), radix: 16)
  }
}
