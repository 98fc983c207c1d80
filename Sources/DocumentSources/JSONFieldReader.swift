/// Reads fields of an object by name or by a path with dots.
///
/// A field of another type counts as missing; one that is damaged is an error, so that the record
/// can be mended and read again.
struct JSONFieldReader {
  let object: KeyedDecodingContainer<JSONKey>
  let names: FieldNames

  /// The first field that may hold a part and has a value of it.
  func first<Value>(
    _ part: FieldNames.Part, _ value: (String) -> Value?
  ) throws -> Value? {
    for name in names.candidates(for: part) {
      if let text = try string(name), let value = value(text) { return value }
    }
    return nil
  }

  /// The text or the number at a path; an array gives its first text (HPLT's `lang`).
  func string(_ path: String) throws -> String? {
    let key = JSONKey(stringValue: path)
    if object.contains(key) { return try string(key) }
    guard let dot = path.firstIndex(of: ".") else { return nil }
    let outer = JSONKey(stringValue: String(path[..<dot]))
    guard object.contains(outer),
      let inner = try? object.nestedContainer(keyedBy: JSONKey.self, forKey: outer)
    else { return nil }
    return try JSONFieldReader(object: inner, names: names)
      .string(String(path[path.index(after: dot)...]))
  }

  private func string(_ key: JSONKey) throws -> String? {
    if let text = try decode(String.self, key) { return text.isEmpty ? nil : text }
    if let number = try decode(Int64.self, key) { return String(number) }
    if let number = try decode(Double.self, key), abs(number) < 1e15 {
      return String(Int64(number))
    }
    return try decode([String].self, key)?.first { !$0.isEmpty }
  }

  private func decode<Value: Decodable>(_ type: Value.Type, _ key: JSONKey) throws -> Value? {
    do {
      return try object.decode(type, forKey: key)
    } catch DecodingError.typeMismatch, DecodingError.valueNotFound {
      return nil
    } catch DecodingError.dataCorrupted where type != String.self {
      return nil
    }
  }
}
