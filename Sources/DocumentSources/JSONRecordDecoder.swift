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
