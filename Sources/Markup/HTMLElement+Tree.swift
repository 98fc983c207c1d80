import CLibXML2

extension HTMLElement {
  /// The element around this one, `nil` for `html`.
  package var parent: HTMLElement? {
    guard let parent = node.pointee.parent, parent.pointee.type == XML_ELEMENT_NODE else {
      return nil
    }
    return index.element(parent)
  }

  /// The elements directly within this one.
  package var children: [HTMLElement] {
    var found: [HTMLElement] = []
    var next = node.pointee.children
    while let child = next {
      if child.pointee.type == XML_ELEMENT_NODE { found.append(index.element(child)) }
      next = child.pointee.next
    }
    return found
  }

  /// The element before this one in the same parent.
  package var previousSibling: HTMLElement? {
    var next = node.pointee.prev
    while let sibling = next, sibling.pointee.type != XML_ELEMENT_NODE {
      next = sibling.pointee.prev
    }
    return next.map { index.element($0) }
  }

  /// The comment right before this element, nothing but white space between.
  ///
  /// One before an element that begins with this one counts too: the parser puts `html` and `body`
  /// behind the comment with which a fragment opens.
  package var previousComment: String? {
    var start = node
    while start.pointee.prev == nil, let parent = start.pointee.parent,
      parent.pointee.type == XML_ELEMENT_NODE
    {
      start = parent
    }
    var next = start.pointee.prev
    while let sibling = next {
      if sibling.pointee.type == XML_COMMENT_NODE {
        return sibling.pointee.content.map { String(cString: $0) }
      }
      guard sibling.pointee.type == XML_TEXT_NODE, xmlIsBlankNode(sibling) == 1 else { return nil }
      next = sibling.pointee.prev
    }
    return nil
  }

  /// The element after this one in the same parent.
  package var nextSibling: HTMLElement? {
    var next = node.pointee.next
    while let sibling = next, sibling.pointee.type != XML_ELEMENT_NODE {
      next = sibling.pointee.next
    }
    return next.map { index.element($0) }
  }

  /// The elements around this one, the nearest first.
  package var ancestors: some Sequence<HTMLElement> {
    sequence(state: parent) { next in
      defer { next = next?.parent }
      return next
    }
  }

  /// All elements within this one, in the order of the page.
  package var descendants: ArraySlice<HTMLElement> {
    index.elements[(order + 1)..<Int(index.ends[order])]
  }

  /// Whether another element is within this one; an element does not contain itself.
  package func contains(_ other: HTMLElement) -> Bool {
    other.order > order && other.order < Int(index.ends[order])
  }

  /// What is directly within this element: elements, text and comments.
  package var childNodes: [HTMLNode] {
    var found: [HTMLNode] = []
    var next = node.pointee.children
    while let child = next {
      let content = child.pointee.content
      switch child.pointee.type {
      case XML_ELEMENT_NODE: found.append(.element(index.element(child)))
      case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
        found.append(.text(content.map { String(cString: $0) } ?? ""))
      case XML_COMMENT_NODE:
        found.append(.comment(content.map { String(cString: $0) } ?? ""))
      default: break
      }
      next = child.pointee.next
    }
    return found
  }

  /// The place as an XPath, `/html/body/div[2]/p[1]`.
  ///
  /// A step is numbered where the parent has several elements of the name. Names that XPath would
  /// take for a name with a namespace are written `*[name()='fb:post']`.
  package var path: String {
    let steps = [self] + Array(ancestors)
    return steps.reversed().map(\.step).joined()
  }

  private var step: String {
    let isPlain = name.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x5F
    }
    let ordinal = index.ordinals[order]
    return "/" + (isPlain ? name : "*[name()='\(name)']") + (ordinal == 0 ? "" : "[\(ordinal)]")
  }
}
