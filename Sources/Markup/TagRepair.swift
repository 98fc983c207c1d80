/// Mends what libxml2 2.9 would take badly, byte for byte, so that offsets stay.
///
/// - `<!-->` is a whole comment to browsers; libxml2 would swallow all up to the next `-->`.
/// - Each attribute of a tag is compared with all before it: a tag with a hundred thousand
///   (a binary file, a tag that never ends) becomes text.
struct TagRepair {
  private(set) var bytes: [UInt8]
  private(set) var diagnostics: [MarkupDiagnostic] = []
  private let limit: Int

  init(_ source: [UInt8], limits: MarkupLimits) {
    bytes = source
    limit = limits.attributes
    let found = source.withUnsafeBytes { Self.defects(in: $0, limit: limits.attributes) }
    for range in found.emptyComments {
      bytes.replaceSubrange(range, with: repeatElement(0x20, count: range.count))
    }
    for place in found.crowdedTags { bytes[place] = 0x20 }
    if let first = found.crowdedTags.first {
      diagnostics = [
        MarkupDiagnostic("a tag has more than \(limit) attributes; it is read as text", at: first)
      ]
    }
  }

  private static func defects(
    in bytes: UnsafeRawBufferPointer, limit: Int
  )
    -> (emptyComments: [Range<Int>], crowdedTags: [Int])
  {
    var comments: [Range<Int>] = []
    var tags: [Int] = []
    var position = 0
    while let start = bytes[position...].firstIndex(of: 0x3C) {
      let tag = Tag(in: bytes, at: start, limit: limit)
      if tag.isEmptyComment { comments.append(start..<tag.end) }
      if tag.isCrowded { tags.append(start) }
      position = tag.end
    }
    return (comments, tags)
  }
}

/// One tag or comment, read only as far as its end.
private struct Tag {
  /// The offset behind it.
  private(set) var end: Int
  private(set) var isEmptyComment = false
  private(set) var isCrowded = false

  init(in bytes: UnsafeRawBufferPointer, at start: Int, limit: Int) {
    end = start + 1
    guard end < bytes.count else { return }
    if bytes[end] == 0x21 {
      readComment(bytes, from: start)
    } else if (0x61...0x7A).contains(bytes[end] | 0x20) {
      readAttributes(bytes, limit: limit)
    }
  }

  private mutating func readComment(_ bytes: UnsafeRawBufferPointer, from start: Int) {
    guard bytes[start...].starts(with: [0x3C, 0x21, 0x2D, 0x2D]) else { return }
    for close in [[0x3E], [0x2D, 0x3E]] as [[UInt8]] where bytes[(start + 4)...].starts(with: close)
    {
      isEmptyComment = true
      end = start + 4 + close.count
      return
    }
    var place = start + 4
    while let dash = bytes[place...].firstIndex(of: 0x2D) {
      let rest = bytes[dash...]
      if rest.starts(with: [0x2D, 0x2D, 0x3E]) || rest.starts(with: [0x2D, 0x2D, 0x21, 0x3E]) {
        end = dash + 3
        return
      }
      place = dash + 1
    }
    end = bytes.count
  }

  /// Counts words outside of quotes; each but the first is an attribute.
  private mutating func readAttributes(_ bytes: UnsafeRawBufferPointer, limit: Int) {
    var words = 0
    var isInWord = false
    var isValueNext = false
    while end < bytes.count {
      let byte = bytes[end]
      if byte == 0x3E { return }
      if isValueNext, byte == 0x22 || byte == 0x27 {
        end = bytes[(end + 1)...].firstIndex(of: byte) ?? bytes.count - 1
        isInWord = false
      } else if byte <= 0x20 {
        isInWord = false
      } else if !isInWord {
        isInWord = true
        words += 1
      }
      if byte > 0x20 { isValueNext = byte == 0x3D }
      end += 1
      guard words <= limit + 1 else {
        isCrowded = true
        return
      }
    }
  }
}
