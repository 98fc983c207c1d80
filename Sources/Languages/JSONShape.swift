/// The keys of a JSON text, without its values.
enum JSONShape: Decodable {
  case object([String: JSONShape])
  case list([JSONShape])
  case value

  init(from decoder: any Decoder) throws {
    if let container = try? decoder.singleValueContainer() {
      if let members = try? container.decode([String: JSONShape].self) {
        self = .object(members)
        return
      }
      if let items = try? container.decode([JSONShape].self) {
        self = .list(items)
        return
      }
    }
    self = .value
  }

  /// The dotted path of the first key, in the order of the alphabet, that `other` lacks.
  func firstKey(missingIn other: JSONShape) -> String? {
    switch (self, other) {
    case (.object(let mine), .object(let theirs)):
      for (key, shape) in mine.sorted(by: { $0.key < $1.key }) {
        guard let match = theirs[key] else { return key }
        if let rest = shape.firstKey(missingIn: match) { return "\(key).\(rest)" }
      }
      return nil
    case (.list(let mine), .list(let theirs)):
      for (index, (shape, match)) in zip(mine, theirs).enumerated() {
        if let rest = shape.firstKey(missingIn: match) { return "\(index).\(rest)" }
      }
      return nil
    default:
      return nil
    }
  }

  /// The keys of the object at a path; any element of a list will do.
  func keys(at path: [String]) -> [String] {
    guard let first = path.first else {
      if case .object(let members) = self { return Array(members.keys) }
      return []
    }
    switch self {
    case .object(let members): return members[first]?.keys(at: Array(path.dropFirst())) ?? []
    case .list(let items): return items.flatMap { $0.keys(at: Array(path.dropFirst())) }
    case .value: return []
    }
  }
}
