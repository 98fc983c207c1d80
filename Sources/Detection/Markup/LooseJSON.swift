import Foundation

/// JSON as the scripts of pages hold it.
struct LooseJSON: Decodable {
  /// Dictionaries, lists, text and numbers as `JSONSerialization` gives them.
  let value: Any

  /// Reads JSON, with the mistakes that templates make: raw line ends within strings, commas before
  /// a closing bracket, comments, comment marks around it, a `;` at the end.
  static func read(_ script: String) -> Any? {
    // Outside of strings a control character is white space anyhow.
    let bytes = script.utf8.map { $0 < 0x20 ? 0x20 : $0 }
    guard let start = bytes.firstIndex(where: { $0 == 0x7B || $0 == 0x5B }),
      let end = bytes.lastIndex(where: { $0 == 0x7D || $0 == 0x5D }), start < end
    else { return nil }
    let data = Data(bytes[start...end])
    if let value = try? JSONSerialization.jsonObject(with: data) { return value }
    let decoder = JSONDecoder()
    decoder.allowsJSON5 = true
    return try? decoder.decode(LooseJSON.self, from: data).value
  }

  init(from decoder: any Decoder) throws {
    if let object = try? decoder.singleValueContainer().decode([String: LooseJSON].self) {
      value = object.mapValues(\.value)
    } else if let list = try? decoder.singleValueContainer().decode([LooseJSON].self) {
      value = list.map(\.value)
    } else if let text = try? decoder.singleValueContainer().decode(String.self) {
      value = text
    } else {
      value = (try? decoder.singleValueContainer().decode(Double.self)) ?? 0
    }
  }
}
