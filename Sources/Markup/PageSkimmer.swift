#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// One walk over a page's bytes, from tag to tag.
struct PageSkimmer {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let tags = TagTable.html
  private(set) var writer: SkimmedWords
  private(set) var language: String?
  private(set) var encoded: [Range<Int>] = []
  /// What only scripts, styles and pictures need.
  private(set) var idle: [IdleBytes] = []
  private var open: [(name: TagName, entry: TagTable.Entry)] = []
  /// How many open elements are unseen.
  private var hidden = 0
  private var place = 0
  /// Whether the tag that is read opens a script of linked data, which speaks of the article.
  private var isLinkedData = false
  private var endOfRaw = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>) {
    self.bytes = bytes
    writer = SkimmedWords(into: output)
    open.reserveCapacity(256)
  }

  /// Walks to the end.
  mutating func skim() {
    while place < bytes.count {
      let tag = first(0x3C, from: place)
      if hidden == 0, tag > place { writer.write(bytes, place..<tag) }
      place = tag + 1
      guard place < bytes.count else { return }
      switch bytes[place] {
      case 0x21: declaration(at: tag)
      case 0x3F: place = behind(0x3E, from: place)
      case 0x2F: endTag()
      case let byte where Self.isLetter(byte):
        if let end = Autolink.end(in: bytes, at: tag) { address(upTo: end) } else { startTag() }
      default: if hidden == 0 { writer.write(bytes, tag..<tag + 1) }
      }
    }
  }

  /// An address in angle brackets, which are read as white space.
  private mutating func address(upTo end: Int) {
    write { [bytes, place] in
      $0.spacing.pass(0x20)
      $0.write(bytes, place..<end)
      $0.spacing.pass(0x20)
    }
    place = end + 1
  }

  private mutating func declaration(at tag: Int) {
    guard place + 2 < bytes.count, bytes[place + 1] == 0x2D, bytes[place + 2] == 0x2D else {
      place = behind(0x3E, from: place)
      return
    }
    place += 3
    // `<!-->` and `<!--->` are whole comments.
    if byte(place) == 0x3E {
      place += 1
    } else if byte(place) == 0x2D, byte(place + 1) == 0x3E {
      place += 2
    } else {
      let start = place
      place = endOfComment(from: place)
      if place < bytes.count, place - 3 > start { idle.append(IdleBytes(start..<place - 3)) }
    }
  }

  private func endOfComment(from start: Int) -> Int {
    var index = start
    while true {
      let end = first(0x3E, from: index)
      guard end < bytes.count else { return bytes.count }
      let isClosed =
        end >= start + 2
        && (bytes[end - 1] == 0x2D && bytes[end - 2] == 0x2D
          || end >= start + 3 && bytes[end - 1] == 0x21 && bytes[end - 2] == 0x2D
            && bytes[end - 3] == 0x2D)
      if isClosed { return end + 1 }
      index = end + 1
    }
  }

  private mutating func endTag() {
    let start = place + 1
    var end = start
    while end < bytes.count, Self.isName(bytes[end]) { end += 1 }
    let name = TagName(bytes, start..<end)
    place = behind(0x3E, from: end)
    guard end > start else { return }
    let entry = tags[name]
    guard let index = openIndex(of: name, entry) else {
      // libxml2 makes an empty paragraph of an end that closes none.
      if entry.role == .block, name == Self.paragraph { write { $0.spacing.open(.block) } }
      return
    }
    while open.count > index { close() }
  }

  private func openIndex(of name: TagName, _ entry: TagTable.Entry) -> Int? {
    for index in open.indices.reversed() {
      if open[index].name == name { return index }
      if open[index].entry.priority > entry.priority { return nil }
    }
    return nil
  }

  private mutating func close() {
    guard let last = open.popLast() else { return }
    if last.entry.role == .unseen {
      hidden -= 1
    } else {
      write { $0.spacing.close(last.entry.role) }
    }
  }

  private mutating func write(_ change: (inout SkimmedWords) -> Void) {
    if hidden == 0 { change(&writer) }
  }

  private mutating func startTag() {
    let start = place
    while place < bytes.count, Self.isName(bytes[place]) { place += 1 }
    let name = TagName(bytes, start..<place)
    let entry = tags[name]
    let idleCount = idle.count
    isLinkedData = false
    let isClosed = attributes(isRoot: open.isEmpty && language == nil && name == Self.root)
    // An attribute may matter to what another attribute of the same element names.
    for index in idleCount..<idle.count where idle[index].isOfTag {
      idle[index].whole = start..<place
    }
    if entry.role != .unseen { write { $0.spacing.open(entry.role) } }
    guard !entry.isVoid, !isClosed else {
      if entry.role != .unseen { write { $0.spacing.close(entry.role) } }
      return
    }
    if entry.isRaw {
      let content = place
      passRaw(named: start)
      if !isLinkedData { idle.append(IdleBytes(content..<endOfRaw)) }
      return
    }
    if entry.role == .unseen { hidden += 1 }
    // What was never closed must not make every end tag's search longer and longer.
    if open.count < 4096 {
      open.append((name, entry))
    } else if entry.role == .unseen {
      hidden -= 1
    }
  }

  /// Passes over a script or a style sheet.
  private mutating func passRaw(named start: Int) {
    let content = place
    if Encoded.mayBegin(bytes, at: content) { encoded.append(content..<content) }
    while place < bytes.count {
      let tag = first(0x3C, from: place)
      guard tag + 1 < bytes.count else { break }
      place = tag + 1
      guard bytes[place] == 0x2F else { continue }
      var index = 0
      while Self.isName(bytes[start + index]), place + 1 + index < bytes.count,
        bytes[place + 1 + index] | 0x20 == bytes[start + index] | 0x20
      {
        index += 1
      }
      guard !Self.isName(bytes[start + index]) else { continue }
      endOfRaw = tag
      if encoded.last?.lowerBound == content { encoded[encoded.count - 1] = content..<tag }
      place = behind(0x3E, from: place)
      return
    }
    if encoded.last?.lowerBound == content { encoded[encoded.count - 1] = content..<bytes.count }
    endOfRaw = content
    place = bytes.count
  }

  /// Passes over a tag's attributes; gives whether it closes itself.
  private mutating func attributes(isRoot: Bool) -> Bool {
    while place < bytes.count {
      while place < bytes.count, bytes[place] <= 0x20 { place += 1 }
      guard place < bytes.count else { return false }
      if bytes[place] == 0x3E {
        place += 1
        return false
      }
      if bytes[place] == 0x2F, byte(place + 1) == 0x3E {
        place += 2
        return true
      }
      let start = place
      guard Self.beginsName(bytes[place]) else {
        passBogusAttribute()
        continue
      }
      while place < bytes.count, Self.isName(bytes[place]) { place += 1 }
      let name = start..<place
      while place < bytes.count, bytes[place] <= 0x20 { place += 1 }
      guard byte(place) == 0x3D else { continue }
      let value = self.value()
      if isRoot, name.count == 4, TagName(bytes, name) == Self.lang {
        language = String(decoding: bytes[value], as: UTF8.self)
      }
      if value.count > 15, Encoded.mayBegin(bytes, at: value.lowerBound) { encoded.append(value) }
      note(attribute: name, value)
    }
    return false
  }

  /// The value behind `=`, quotation marks taken off.
  private mutating func value() -> Range<Int> {
    place += 1
    while place < bytes.count, bytes[place] <= 0x20 { place += 1 }
    guard place < bytes.count else { return place..<place }
    let quote = bytes[place]
    if quote == 0x22 || quote == 0x27 {
      let start = place + 1
      let end = first(quote, from: start)
      place = min(end + 1, bytes.count)
      return start..<end
    }
    let start = place
    while place < bytes.count, bytes[place] > 0x20, bytes[place] != 0x3E { place += 1 }
    return start..<place
  }

  /// Notes attributes that no reader of posts or articles looks at.
  private mutating func note(attribute name: Range<Int>, _ value: Range<Int>) {
    // Without its value an attribute that has no quotation marks would take the next for one.
    let quote = bytes[value.lowerBound - 1]
    guard quote == 0x22 || quote == 0x27 || value.count < 20 else { return }
    switch TagName(bytes, name) {
    case Self.type:
      if value.count >= 7 {
        let text = String(decoding: bytes[value], as: UTF8.self).lowercased()
        isLinkedData = isLinkedData || text.contains("ld+json")
      }
    case Self.style, Self.srcset, Self.points, Self.path:
      if value.count >= 20 { idle.append(IdleBytes(value)) }
    default:
      let isHandler =
        bytes[name.lowerBound] | 0x20 == 0x6F && byte(name.lowerBound + 1) | 0x20 == 0x6E
      if isHandler, value.count >= 20 {
        idle.append(IdleBytes(value))
      } else if value.count > 40, Self.isData(bytes, name) {
        idle.append(IdleBytes(value, isOfTag: true))
      }
    }
  }

  /// `data-…`, and what Vue binds (`:name`).
  private static func isData(_ bytes: UnsafeBufferPointer<UInt8>, _ name: Range<Int>) -> Bool {
    if bytes[name.lowerBound] == 0x3A { return true }
    return name.count > 5 && bytes[name.lowerBound + 4] == 0x2D
      && TagName(bytes, name.lowerBound..<name.lowerBound + 4) == Self.data
      && TagName(bytes, name) != Self.dataTitle
  }

  private mutating func passBogusAttribute() {
    while place < bytes.count, bytes[place] > 0x20, bytes[place] != 0x3E {
      if bytes[place] == 0x2F, byte(place + 1) == 0x3E { return }
      place += 1
    }
  }

  private func byte(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

  /// The offset behind the first place of a byte, the end where there is none.
  private func behind(_ byte: UInt8, from start: Int) -> Int {
    min(first(byte, from: start) + 1, bytes.count)
  }

  /// The first place of a byte from an offset on, the end where there is none.
  private func first(_ byte: UInt8, from start: Int) -> Int {
    guard start < bytes.count, let base = bytes.baseAddress,
      let found = memchr(base + start, Int32(byte), bytes.count - start)
    else { return bytes.count }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  private static let paragraph = TagName("p")
  private static let root = TagName("html")
  private static let lang = TagName("lang")
  private static let type = TagName("type")
  private static let style = TagName("style")
  private static let srcset = TagName("srcset")
  private static let points = TagName("points")
  private static let path = TagName("d")
  private static let data = TagName("data")
  private static let dataTitle = TagName("data-title")

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private static func beginsName(_ byte: UInt8) -> Bool {
    isLetter(byte) || byte == 0x5F || byte == 0x3A || byte == 0x2E
  }

  private static func isName(_ byte: UInt8) -> Bool {
    isLetter(byte) || (0x30...0x3A).contains(byte) || byte == 0x2D || byte == 0x5F || byte == 0x2E
  }
}

/// How markup begins that was encoded.
enum Encoded {
  /// Whether bytes begin as markup does in base64, or percent-encoded: `P J C I D e` or `%3`.
  static func mayBegin(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    var place = start
    while place < bytes.count, bytes[place] <= 0x20 { place += 1 }
    guard place + 1 < bytes.count else { return false }
    let second = bytes[place + 1]
    switch bytes[place] {
    case 0x50: return [0x47, 0x48, 0x45, 0x43, 0x44, 0x41, 0x46].contains(second)
    case 0x4A: return second == 0x54
    case 0x43: return [0x6A, 0x67, 0x51].contains(second)
    case 0x49: return second == 0x44 || second == 0x43
    case 0x44: return second == 0x51
    case 0x65: return second == 0x79
    case 0x25: return second == 0x33
    default: return false
    }
  }
}
