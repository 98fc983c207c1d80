import Foundation

/// Values as scripts write them: names without quotation marks, strings in any, parameters of the
/// function round them (`kit.start(app, {data:[{type:"tweet",url:a}]})`).
enum ScriptValue {
  /// The value that a literal of JavaScript writes, `nil` where it is none (ECMAScript, 13.2).
  ///
  /// A name in a value's place stands for what `arguments` gives it, in JSON, and else for `null`.
  static func read(_ literal: String, arguments: [String: String] = [:]) -> Any? {
    guard literal.utf8.count < 4_000_000 else { return nil }
    var writer = ScriptValueWriter(literal, arguments: arguments)
    return try? JSONSerialization.jsonObject(
      with: Data(writer.json()), options: .fragmentsAllowed)
  }

  /// What the parameters of a function stand for that is called where it is written, in JSON:
  /// `window.__NUXT__=(function(a,b){return {…}}("x",1))`.
  static func arguments(in script: String) -> [String: String] {
    guard let start = script.firstRange(of: "(function("),
      let close = script[start.upperBound...].firstIndex(of: ")"),
      let call = script.range(of: "}(", options: .backwards)
        ?? script.range(of: "})(", options: .backwards), call.lowerBound > close,
      let end = script.lastIndex(of: ")"), end > call.upperBound
    else { return [:] }
    let names = script[start.upperBound..<close].split(separator: ",").map { $0.trimmingSpaces() }
    var list = script[call.upperBound..<end].trimmingSpaces()
    if list.last == ")" { list.removeLast() }
    guard let values = read("[\(list)]") as? [Any] else { return [:] }
    var found: [String: String] = [:]
    for (name, value) in zip(names, values) {
      found[name] = (try? JSONSerialization.data(withJSONObject: value, options: .fragmentsAllowed))
        .map { String(decoding: $0, as: UTF8.self) }
    }
    return found
  }
}

/// One walk over a literal, which writes JSON.
private struct ScriptValueWriter {
  private let bytes: [UInt8]
  private let arguments: [String: String]
  private var place = 0
  private var output: [UInt8] = []

  init(_ literal: String, arguments: [String: String]) {
    bytes = Array(literal.utf8)
    self.arguments = arguments
    output.reserveCapacity(bytes.count)
  }

  mutating func json() -> [UInt8] {
    while place < bytes.count {
      switch bytes[place] {
      case 0x22, 0x27, 0x60: string(closedBy: bytes[place])
      case 0x24, 0x41...0x5A, 0x5F, 0x61...0x7A: name()
      case 0x21: negation()
      case 0x30...0x39, 0x2E: number()
      case 0x2C: comma()
      default:
        output.append(bytes[place])
        place += 1
      }
    }
    return output
  }

  private mutating func string(closedBy quote: UInt8) {
    var end = place + 1
    while end < bytes.count, bytes[end] != quote { end += bytes[end] == 0x5C ? 2 : 1 }
    write(ScriptLiterals.unescaped(bytes[(place + 1)..<min(end, bytes.count)]))
    place = end + 1
  }

  private mutating func write(_ text: String) {
    output.append(0x22)
    for byte in text.utf8 {
      switch byte {
      case 0x22, 0x5C: output += [0x5C, byte]
      case 0..<0x20: output.append(0x20)
      default: output.append(byte)
      }
    }
    output.append(0x22)
  }

  private mutating func name() {
    let text = token()
    if isKey {
      write(text)
    } else if text == "true" || text == "false" || text == "null" {
      output += Array(text.utf8)
    } else if text != "void" {
      output += Array((arguments[text] ?? "null").utf8)
    }
  }

  /// `!0` and `!1`, as minifiers write what is true and what is not.
  private mutating func negation() {
    place += 1
    guard place < bytes.count, bytes[place] == 0x30 || bytes[place] == 0x31 else { return }
    output += Array((bytes[place] == 0x30 ? "true" : "false").utf8)
    place += 1
  }

  /// A number as it is; one that is a key is text, `.5` is no JSON.
  private mutating func number() {
    if bytes[place] == 0x2E { output.append(0x30) }
    let start = place
    while place < bytes.count, Self.isToken(bytes[place]) || bytes[place] == 0x2E { place += 1 }
    let text = String(decoding: bytes[start..<place], as: UTF8.self)
    if isKey { write(text) } else { output += Array(text.utf8) }
  }

  /// A comma, unless nothing follows it.
  private mutating func comma() {
    place += 1
    let next = bytes[place...].first { $0 > 0x20 }
    if next != 0x5D, next != 0x7D { output.append(0x2C) }
  }

  private mutating func token() -> String {
    let start = place
    while place < bytes.count, Self.isToken(bytes[place]) { place += 1 }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }

  private var isKey: Bool { bytes[place...].first { $0 > 0x20 } == 0x3A }

  private static func isToken(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x24, 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A: true
    default: false
    }
  }
}
