import CLibXML2

/// Writes the words below some nodes as a reader sees them.
struct TextRenderer {
  private(set) var output: [UInt8] = []
  private(set) var ranges: [Range<Int>]
  private let index: ElementIndex
  private var spacing = WordSpacing()
  /// Elements begun since the last word: they start where the next word does.
  private var waiting: [Int] = []

  /// Makes a renderer that notes the ranges of a page's elements, or none.
  init(of index: ElementIndex, notingRanges: Bool) {
    self.index = index
    ranges = notingRanges ? Array(repeating: 0..<0, count: index.nodes.count) : []
  }

  /// Renders a list of siblings and all below them.
  mutating func render(_ first: xmlNodePtr?) {
    // `walk` calls one closure at a time, but the compiler cannot know it of two that mutate.
    withUnsafeMutablePointer(to: &self) { this in
      walk(
        from: first, enter: { this.pointee.enter($0) }, leave: { this.pointee.leave($0) })
    }
  }

  private mutating func enter(_ node: xmlNodePtr) -> Bool {
    switch node.pointee.type {
    case XML_TEXT_NODE:
      if let content = node.pointee.content {
        write(UnsafeBufferPointer(start: content, count: strlen(content)))
      }
      return false
    case XML_ELEMENT_NODE: return open(node)
    default: return false
    }
  }

  private mutating func open(_ node: xmlNodePtr) -> Bool {
    let order = ElementIndex.order(of: node)
    let role = index.role(order)
    spacing.open(role)
    if !ranges.isEmpty {
      let place = output.count..<output.count
      ranges[order] = place
      if role == .unseen {
        for hidden in order..<Int(index.ends[order]) { ranges[hidden] = place }
      } else {
        waiting.append(order)
      }
    }
    return role != .unseen
  }

  private mutating func leave(_ node: xmlNodePtr) {
    let order = ElementIndex.order(of: node)
    spacing.close(index.role(order))
    guard !ranges.isEmpty else { return }
    if waiting.last == order {
      waiting.removeLast()
    } else {
      ranges[order] = ranges[order].lowerBound..<output.count
    }
  }

  private mutating func write(_ bytes: UnsafeBufferPointer<UInt8>) {
    var position = 0
    while position < bytes.count {
      let width = whiteSpace(in: bytes, at: position)
      guard width == 0 else {
        spacing.pass(bytes[position])
        position += width
        continue
      }
      let start = position
      repeat {
        position += 1
      } while position < bytes.count
        && whiteSpace(in: bytes, at: position) == 0
      writePending()
      output.append(contentsOf: bytes[start..<position])
    }
  }

  /// The length of the white space character at a position, 0 where there is none.
  private func whiteSpace(in bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Int {
    switch bytes[position] {
    case 0x20, 0x09, 0x0A, 0x0C, 0x0D: 1
    // U+00A0, no-break space.
    case 0xC2 where position + 1 < bytes.count && bytes[position + 1] == 0xA0: 2
    default: 0
    }
  }

  private mutating func writePending() {
    let pending = spacing.take()
    if !output.isEmpty {
      output.append(contentsOf: repeatElement(pending.byte, count: pending.count))
    }
    for order in waiting { ranges[order] = output.count..<output.count }
    waiting.removeAll(keepingCapacity: true)
  }
}
