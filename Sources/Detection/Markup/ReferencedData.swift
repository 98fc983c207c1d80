/// Data in which values stand once and are referred to by their places: the form in which Nuxt and
/// SvelteKit write their state (devalue), and React Router its own (turbo-stream).
///
/// `[["Reactive",1],{"title":2},"Quiet night"]`: the first value is the whole, numbers in objects
/// and lists are places. Turbo-stream's keys are places too: `[{"_1":2},"title","Quiet night"]`.
struct ReferencedData {
  private let values: [Any]
  private var seen: Set<Int> = []

  /// A value with all references resolved, or the value itself where it is of another form.
  static func resolved(_ value: Any) -> Any {
    guard let values = value as? [Any], values.count > 1, isRoot(values[0], count: values.count)
    else { return value }
    var data = ReferencedData(values: values)
    return data.value(at: 0, depth: 0) ?? value
  }

  private init(values: [Any]) {
    self.values = values
  }

  /// Whether the first value refers to others: a wrapper's name and a place, or an object of places.
  private static func isRoot(_ first: Any, count: Int) -> Bool {
    if let list = first as? [Any], let name = list.first as? String {
      return list.count == 2 && wrappers.contains(name) && list[1] is Int
    }
    guard let object = first as? [String: Any], !object.isEmpty else { return false }
    return object.values.allSatisfy { ($0 as? Int).map { $0 < count && $0 >= -6 } ?? false }
  }

  private static let wrappers: Set<String> = [
    "Reactive", "ShallowReactive", "Ref", "ShallowRef", "EmptyRef", "EmptyShallowRef", "NuxtError",
    "Set", "Map", "Island",
  ]

  /// Objects are given where they stand first: the data may refer to themselves.
  private mutating func value(at place: Int, depth: Int) -> Any? {
    guard values.indices.contains(place), depth < 64 else { return nil }
    let value = values[place]
    if let object = value as? [String: Any] {
      guard seen.insert(place).inserted else { return nil }
      return resolved(object, depth: depth)
    }
    if let list = value as? [Any] {
      guard seen.insert(place).inserted else { return nil }
      let places = list.first is String ? list.dropFirst() : list[...]
      let items = places.compactMap { item in
        (item as? Int).flatMap { self.value(at: $0, depth: depth + 1) }
      }
      return list.first is String && items.count == 1 ? items[0] : items
    }
    return value
  }

  private mutating func resolved(_ object: [String: Any], depth: Int) -> [String: Any] {
    var result: [String: Any] = [:]
    for (written, reference) in object.sorted(by: { $0.key < $1.key }) {
      let key = name(written)
      guard !PayloadNames.isFurniture(key), let place = reference as? Int else { continue }
      result[key] = value(at: place, depth: depth + 1)
    }
    return result
  }

  private func name(_ key: String) -> String {
    guard key.hasPrefix("_"), let place = Int(key.dropFirst()), values.indices.contains(place)
    else { return key }
    return values[place] as? String ?? key
  }
}
