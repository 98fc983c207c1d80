/// An element in the component tree that React's servers send along: `["$","div",null,{…}]`.
struct ReactNode {
  /// The element's name, or a reference to a component.
  let name: String
  /// What the element is given.
  let properties: [String: Any]

  /// Reads a list, `nil` where it is no such element.
  init?(_ list: [Any]) {
    guard list.count >= 4, list[0] as? String == "$", let name = list[1] as? String,
      let properties = list[3] as? [String: Any]
    else { return nil }
    self.name = name
    self.properties = properties
  }

  /// The address in a list of a frame's attributes, names and values in turn: `["src","https://…"]`,
  /// as the forum extension s9e MediaEmbed keeps what it will load.
  static func framedAddress(in list: [Any]) -> String? {
    guard let words = list as? [String], words.count.isMultiple(of: 2) else { return nil }
    return words.indices.first { $0.isMultiple(of: 2) && words[$0] == "src" }
      .map { words[$0 + 1] }
  }

  /// Whether it is a box of the site by its name or class.
  var isFurniture: Bool {
    if ["aside", "nav", "footer"].contains(name) { return true }
    guard let names = properties["className"] as? String, name != "body", name != "html" else {
      return false
    }
    return FurnitureNames.telling(in: names, inBody: false) != nil
  }
}
