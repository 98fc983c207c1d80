import CLibXML2

/// An element of a page, alive only inside the closure that the page is lent to.
package struct HTMLElement {
  unowned(unsafe) let index: ElementIndex
  /// The position in the document's `elements`.
  package let order: Int

  /// The name in lower case.
  package var name: String { index.names[Int(index.nameIDs[order])] }

  /// The value of an attribute, by its name in lower case; empty where it was written without one.
  package subscript(attribute: String) -> String? {
    property(attribute).map { String(cString: value(of: $0)) }
  }

  /// All attributes as written, names in lower case.
  package var attributes: [(name: String, value: String)] {
    var found: [(name: String, value: String)] = []
    var next = node.pointee.properties
    while let property = next {
      let name = property.pointee.name.map { String(cString: $0) } ?? ""
      found.append((name, String(cString: value(of: property))))
      next = property.pointee.next
    }
    return found
  }

  /// The names in the `class` attribute.
  package var classNames: [Substring] {
    guard let list = self["class"] else { return [] }
    return list.utf8.split(whereSeparator: Self.isSpace).map { Substring($0) }
  }

  /// Whether the `class` attribute holds a name, case as written.
  package func hasClass(_ name: String) -> Bool {
    guard let property = property("class") else { return false }
    let start = value(of: property)
    let list = UnsafeBufferPointer(start: start, count: strlen(start))
    return list.split(whereSeparator: Self.isSpace).contains { $0.elementsEqual(name.utf8) }
  }

  /// HTML's white space, which is ASCII.
  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  var node: xmlNodePtr { index.nodes[order] }

  private func property(_ name: String) -> UnsafeMutablePointer<xmlAttr>? {
    name.withCString(encodedAs: UTF8.self) { name in
      var next = node.pointee.properties
      while let property = next {
        if xmlStrEqual(property.pointee.name, name) == 1 { return property }
        next = property.pointee.next
      }
      return nil
    }
  }

  private func value(of property: UnsafeMutablePointer<xmlAttr>) -> UnsafePointer<xmlChar> {
    UnsafePointer(property.pointee.children?.pointee.content) ?? roost_empty()
  }
}

@available(*, unavailable)
extension HTMLElement: Sendable {}

extension HTMLElement: Hashable {
  /// Whether both are the same element of the same document.
  package static func == (lhs: HTMLElement, rhs: HTMLElement) -> Bool {
    lhs.order == rhs.order && lhs.index === rhs.index
  }

  /// Hashes the place in the document.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(order)
  }
}
