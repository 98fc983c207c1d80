/// Mends what libxml2 2.9 would take badly, byte for byte, so that offsets stay.
///
/// - `<!-->` is a whole comment to browsers; libxml2 would swallow all up to the next `-->`.
/// - Each attribute of a tag is compared with all before it: a tag with a hundred thousand
///   (a binary file, a tag that never ends) becomes text.
/// - A tag that the end of the page cuts off keeps the attributes that are whole: half an address may
///   be another's.
/// - A page that begins within a tag (a piece of one, a capture in ranges) loses the tag's rest.
/// - An address in angle brackets, Markdown's, is text.
/// - Quotes that a script's escapes were left before, `class=\"box\"`, are quotes.
struct TagRepair {
  private(set) var bytes: [UInt8]
  private(set) var diagnostics: [MarkupDiagnostic] = []
  private let limit: Int

  init(_ source: [UInt8], limits: MarkupLimits) {
    bytes = source
    limit = limits.attributes
    let found = source.withUnsafeBytes { Defects(in: $0, limit: limits.attributes) }
    for range in found.blanks {
      bytes.replaceSubrange(range, with: repeatElement(0x20, count: range.count))
    }
    for place in found.crowdedTags { bytes[place] = 0x20 }
    for place in found.escapedEnds {
      bytes.replaceSubrange(place..<place + 3, with: [0x20, 0x3C, 0x2F])
    }
    if let first = found.crowdedTags.first {
      diagnostics = [
        MarkupDiagnostic("a tag has more than \(limit) attributes; it is read as text", at: first)
      ]
    }
  }
}

/// Where a page is to be mended, found in one pass.
private struct Defects {
  /// What is to be written over with spaces.
  private(set) var blanks: [Range<Int>] = []
  /// The places of tags that become text.
  private(set) var crowdedTags: [Int] = []
  /// The places of `<\/` after tags with escaped quotes.
  private(set) var escapedEnds: [Int] = []

  init(in bytes: UnsafeRawBufferPointer, limit: Int) {
    var position = 0
    if let torn = Self.tornHead(of: bytes) {
      blanks.append(0..<torn)
      position = torn
    }
    var isEscaped = false
    let letters = bytes.bindMemory(to: UInt8.self)
    while let start = bytes[position...].firstIndex(of: 0x3C) {
      if let end = Autolink.end(in: letters, at: start) {
        blanks += [start..<start + 1, end..<end + 1]
        position = end + 1
        continue
      }
      let tag = Tag(in: bytes, at: start, limit: limit)
      position = tag.end
      if tag.isEmptyComment { blanks.append(start..<tag.end) }
      if tag.isCrowded { crowdedTags.append(start) }
      if let torn = tag.tornFrom { blanks.append(torn..<bytes.count) }
      blanks += tag.backslashes.map { $0..<$0 + 1 }
      isEscaped = isEscaped || !tag.backslashes.isEmpty
      if isEscaped, bytes[start...].starts(with: [0x3C, 0x5C, 0x2F]) { escapedEnds.append(start) }
      // What stands in a script is no markup, and its backslashes are its own.
      if tag.isScript, tag.backslashes.isEmpty {
        position = Self.endOfScript(in: bytes, from: position)
      }
    }
  }

  /// Where the rest of a tag ends with which the page begins: `0" class="box">`.
  private static func tornHead(of bytes: UnsafeRawBufferPointer) -> Int? {
    let head = bytes.prefix(4096)
    guard let end = head.firstIndex(of: 0x3E), !head[..<end].contains(0x3C),
      let last = head[..<end].last(where: { $0 > 0x20 }), last == 0x22 || last == 0x27,
      head[..<end].count(where: { $0 == last }) > 1
    else { return nil }
    return end + 1
  }

  private static func endOfScript(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    var place = start
    while let next = bytes[place...].firstIndex(of: 0x3C) {
      let name = bytes[next...].dropFirst().prefix(7).map { $0 | 0x20 }
      if name == Array("/script".utf8) { return next }
      place = next + 1
    }
    return bytes.count
  }
}

/// One tag or comment, read only as far as its end.
private struct Tag {
  /// The offset behind it.
  private(set) var end: Int
  private(set) var isEmptyComment = false
  private(set) var isCrowded = false
  /// Where the part begins that the end of the page tears, if it does: behind the last attribute that
  /// is whole.
  private(set) var tornFrom: Int?
  private(set) var isScript = false
  /// The places of backslashes before the quotes of its attributes.
  private(set) var backslashes: [Int] = []

  init(in bytes: UnsafeRawBufferPointer, at start: Int, limit: Int) {
    end = start + 1
    guard end < bytes.count else { return }
    if bytes[end] == 0x21 {
      readComment(bytes, from: start)
    } else if (0x61...0x7A).contains(bytes[end] | 0x20) {
      isScript = bytes[end...].prefix(6).map { $0 | 0x20 } == Array("script".utf8)
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
    let start = end
    var whole = start - 1
    var words = 0
    var isInWord = false
    var isValueNext = false
    while end < bytes.count {
      let byte = bytes[end]
      if byte == 0x3E { return }
      if isValueNext, byte == 0x5C, let close = escapedValue(bytes) {
        backslashes += [end, close]
        end = close + 1
        isInWord = false
        whole = min(end + 1, bytes.count)
      } else if isValueNext, byte == 0x22 || byte == 0x27 {
        let close = bytes[(end + 1)...].firstIndex(of: byte)
        end = close ?? bytes.count - 1
        isInWord = false
        whole = close.map { $0 + 1 } ?? whole
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
    if !bytes[start...].contains(0x3E) { tornFrom = whole }
  }

  /// Where the backslash of the closing quote stands, if the value at `end` is in escaped quotes.
  private func escapedValue(_ bytes: UnsafeRawBufferPointer) -> Int? {
    guard end + 1 < bytes.count, bytes[end + 1] == 0x22 || bytes[end + 1] == 0x27 else {
      return nil
    }
    let quote = bytes[end + 1]
    var place = end + 2
    // Bounded, so that many values which never close do not each look through the page.
    let limit = min(bytes.count, end + 4096)
    while let next = bytes[place..<limit].firstIndex(of: quote) {
      if bytes[next - 1] == 0x5C { return next - 1 > end + 1 ? next - 1 : nil }
      place = min(next + 1, limit)
    }
    return nil
  }
}
