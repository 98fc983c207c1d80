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
    var next = node.pointee.properties
    while let property = next {
      if property.pointee.name.map({ String(cString: $0) == attribute }) ?? false {
        return value(of: property)
      }
      next = property.pointee.next
    }
    return nil
  }

  /// All attributes as written, names in lower case.
  package var attributes: [(name: String, value: String)] {
    var found: [(name: String, value: String)] = []
    var next = node.pointee.properties
    while let property = next {
      found.append((property.pointee.name.map { String(cString: $0) } ?? "", value(of: property)))
      next = property.pointee.next
    }
    return found
  }

  /// The names in the `class` attribute.
  package var classNames: [Substring] {
    self["class"].map { names in names.utf8.split { $0 <= 0x20 }.map { Substring($0) } } ?? []
  }

  /// Whether the `class` attribute holds a name, case as written.
  package func hasClass(_ name: String) -> Bool {
    classNames.contains { $0 == name }
  }

  var node: xmlNodePtr { index.nodes[order] }

  private func value(of property: UnsafeMutablePointer<xmlAttr>) -> String {
    property.pointee.children?.pointee.content.map { String(cString: $0) } ?? ""
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
