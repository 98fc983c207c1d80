import CLibXML2

/// What one walk over the C tree writes down, so that every later question is a look-up.
///
/// Elements refer to it without owning it; `withHTMLDocument` keeps it alive.
final class ElementIndex {
  private(set) var elements: [HTMLElement] = []
  private(set) var nodes: [xmlNodePtr] = []
  /// For each element the order that follows its last descendant's.
  private(set) var ends: [Int32] = []
  private(set) var nameIDs: [Int32] = []
  private(set) var names: [String] = []
  private var roles: [ElementRole] = []
  private(set) var comments: [HTMLComment] = []
  private(set) lazy var rendering = RenderedText(of: self)
  private(set) lazy var ordinals = siblingOrdinals()
  private let document: htmlDocPtr?
  private var idsByName: [String: Int32] = [:]

  init(_ document: htmlDocPtr?) {
    self.document = document
    let first = document?.pointee.children
    walk(
      from: first,
      enter: { node in
        switch node.pointee.type {
        case XML_ELEMENT_NODE:
          add(node)
          return true
        case XML_COMMENT_NODE: add(comment: node)
        default: break
        }
        return false
      },
      leave: { node in ends[Self.order(of: node)] = Int32(nodes.count) })
  }

  /// The first of the nodes at the top: document type, comments, `html`.
  var top: xmlNodePtr? { document?.pointee.children }

  func element(_ node: xmlNodePtr) -> HTMLElement {
    elements[Self.order(of: node)]
  }

  static func order(of node: xmlNodePtr) -> Int {
    Int(bitPattern: node.pointee._private)
  }

  /// What the element of an order does to the text.
  func role(_ order: Int) -> ElementRole {
    roles[Int(nameIDs[order])]
  }

  private func add(_ node: xmlNodePtr) {
    let order = nodes.count
    node.pointee._private = UnsafeMutableRawPointer(bitPattern: order)
    nodes.append(node)
    ends.append(Int32(order + 1))
    nameIDs.append(nameID(node))
    elements.append(HTMLElement(index: self, order: order))
  }

  private func add(comment node: xmlNodePtr) {
    let parent = node.pointee.parent.flatMap { parent in
      parent.pointee.type == XML_ELEMENT_NODE ? element(parent) : nil
    }
    comments.append(
      HTMLComment(
        text: node.pointee.content.map { String(cString: $0) } ?? "", parent: parent,
        order: nodes.count - 1))
  }

  private func nameID(_ node: xmlNodePtr) -> Int32 {
    let name = node.pointee.name.map { String(cString: $0).lowercased() } ?? ""
    if let known = idsByName[name] { return known }
    let id = Int32(names.count)
    names.append(name)
    roles.append(ElementRole(name))
    idsByName[name] = id
    return id
  }

  /// For each element its number among siblings of its name, 0 where it is the only one.
  private func siblingOrdinals() -> [Int32] {
    struct Kind: Hashable {
      let parent: xmlNodePtr?
      let name: Int32
    }
    var counts: [Kind: Int32] = [:]
    var ordinals: [Int32] = []
    ordinals.reserveCapacity(nodes.count)
    for (node, name) in zip(nodes, nameIDs) {
      let kind = Kind(parent: node.pointee.parent, name: name)
      counts[kind, default: 0] += 1
      ordinals.append(counts[kind] ?? 0)
    }
    for (order, node) in nodes.enumerated() where ordinals[order] == 1 {
      let kind = Kind(parent: node.pointee.parent, name: nameIDs[order])
      if counts[kind] == 1 { ordinals[order] = 0 }
    }
    return ordinals
  }
}

/// Walks a list of siblings and all below them without recursion.
///
/// `enter` says whether to go into a node; `leave` is called for each node gone into.
func walk(
  from first: xmlNodePtr?, enter: (xmlNodePtr) -> Bool, leave: (xmlNodePtr) -> Void
) {
  guard let first else { return }
  let top = first.pointee.parent
  var next: xmlNodePtr? = first
  while var node = next {
    if enter(node) {
      if let child = node.pointee.children {
        next = child
        continue
      }
      leave(node)
    }
    while node.pointee.next == nil, let parent = node.pointee.parent, parent != top {
      leave(parent)
      node = parent
    }
    next = node.pointee.next
  }
}
