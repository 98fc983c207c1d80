import CLibXML2

extension HTMLElement {
  /// The words as a reader sees them.
  ///
  /// White space is folded, a line break or the edge of a block is a new line, there is never more
  /// than one blank line, and scripts, styles and comments are left out. What the document's text
  /// leaves out as unseen (`noscript`, `template`) has a text all the same when it is asked itself.
  package var text: String {
    var renderer = TextRenderer(of: index, notingRanges: false)
    renderer.render(node.pointee.children)
    return String(decoding: renderer.output, as: UTF8.self)
  }

  /// All text within as it is written, scripts included.
  package var rawText: String {
    var bytes: [UInt8] = []
    walk(
      from: node.pointee.children,
      enter: { node in
        switch node.pointee.type {
        case XML_ELEMENT_NODE: return true
        case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
          if let content = node.pointee.content {
            bytes.append(contentsOf: UnsafeBufferPointer(start: content, count: strlen(content)))
          }
        default: break
        }
        return false
      }, leave: { _ in })
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// The length of a C string of libxml2.
func strlen(_ content: UnsafePointer<xmlChar>) -> Int {
  Int(xmlStrlen(content))
}
