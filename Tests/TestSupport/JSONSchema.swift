import Foundation

/// Checks a value against a JSON Schema, by the keywords that the schema of the archive's line uses.
///
/// There is no JSON Schema library for Swift on Linux; and a Python process for each line would let
/// no test check every line that it makes. So this knows a few keywords, refuses a schema that has
/// others, and one test of ArchiveTests compares it with Python's `jsonschema`.
public struct JSONSchema: Sendable {
  /// Trouble with a schema itself.
  public struct Unsupported: Error, CustomStringConvertible {
    /// What the schema asks for.
    public let description: String
  }

  private let source: Data

  /// Takes a schema; it is read anew for each value, so that the type stays a plain value.
  public init(_ bytes: [UInt8]) {
    source = Data(bytes)
  }

  /// What is wrong with a value; empty if it fits.
  public func problems(with line: [UInt8]) throws -> [String] {
    let schema = try JSONSerialization.jsonObject(with: source)
    let value = try JSONSerialization.jsonObject(with: Data(line), options: .fragmentsAllowed)
    var checker = Checker(root: schema as? [String: Any] ?? [:])
    try checker.check(value, against: checker.root, at: "$")
    return checker.problems
  }
}

private struct Checker {
  let root: [String: Any]
  var problems: [String] = []

  private static let ignored: Set<String> = ["$schema", "$id", "$defs", "title", "description"]

  mutating func check(_ value: Any, against schema: [String: Any], at path: String) throws {
    for (keyword, argument) in schema where !Self.ignored.contains(keyword) {
      switch (keyword, argument) {
      case ("$ref", let name as String):
        try check(value, against: try definition(name), at: path)
      case ("type", let name as String): note(has(value, type: name), "is no \(name)", path)
      case ("const", let wanted as NSObject):
        note((value as? NSObject) == wanted, "is not \(wanted)", path)
      case ("enum", let wanted as [String]):
        note((value as? String).map(wanted.contains) ?? false, "is none of \(wanted)", path)
      case ("pattern", let pattern as String): try match(value, pattern, path)
      case ("minimum", let least as Double): compare(value, path) { $0 >= least }
      case ("maximum", let most as Double): compare(value, path) { $0 <= most }
      case ("minLength", let least as Int):
        note((value as? String).map { $0.unicodeScalars.count >= least } ?? true, "is short", path)
      case ("minItems", let least as Int):
        note((value as? [Any]).map { $0.count >= least } ?? true, "has few elements", path)
      case ("minProperties", let least as Int):
        note((value as? [String: Any]).map { $0.count >= least } ?? true, "has few members", path)
      case ("required", let names as [String]):
        for name in names { note(object(value)[name] != nil, "has no \(name)", path) }
      case ("properties", let properties as [String: [String: Any]]):
        for (name, member) in object(value) {
          if let schema = properties[name] {
            try check(member, against: schema, at: "\(path).\(name)")
          }
        }
      case ("additionalProperties", let isOpen as Bool):
        let known = Set((schema["properties"] as? [String: Any] ?? [:]).keys)
        note(isOpen || known.isSuperset(of: object(value).keys), "has unknown members", path)
      case ("items", let schema as [String: Any]):
        for (index, element) in (value as? [Any] ?? []).enumerated() {
          try check(element, against: schema, at: "\(path)[\(index)]")
        }
      default: throw JSONSchema.Unsupported(description: "keyword \(keyword)")
      }
    }
  }

  private func definition(_ name: String) throws -> [String: Any] {
    let definitions = root["$defs"] as? [String: [String: Any]] ?? [:]
    guard name.hasPrefix("#/$defs/"), let schema = definitions[String(name.dropFirst(8))] else {
      throw JSONSchema.Unsupported(description: "reference \(name)")
    }
    return schema
  }

  private mutating func note(_ holds: Bool, _ problem: String, _ path: String) {
    if !holds { problems.append("\(path) \(problem)") }
  }

  private mutating func match(_ value: Any, _ pattern: String, _ path: String) throws {
    guard let text = value as? String else { return }
    // By scalars, as JSON Schema counts: a colon with a combining accent is still a colon.
    let regex = try Regex(pattern).matchingSemantics(.unicodeScalar)
    note(text.firstMatch(of: regex) != nil, "does not match \(pattern)", path)
  }

  private mutating func compare(_ value: Any, _ path: String, _ holds: (Double) -> Bool) {
    note((value as? NSNumber).map { holds($0.doubleValue) } ?? true, "is out of range", path)
  }

  private func object(_ value: Any) -> [String: Any] {
    value as? [String: Any] ?? [:]
  }

  private func has(_ value: Any, type: String) -> Bool {
    switch type {
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "string": value is String
    case "number": value is NSNumber && !(value is String)
    case "integer": (value as? NSNumber).map { $0.doubleValue == $0.doubleValue.rounded() } ?? false
    default: false
    }
  }
}
