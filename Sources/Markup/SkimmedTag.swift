/// A name of an element as a number: its first eight letters in lower case, and how many there are.
struct TagName: Hashable {
  private let letters: UInt64
  private let count: Int

  /// Takes the name that begins at a place; `end` is behind it.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var letters: UInt64 = 0
    for index in range.prefix(8) {
      let byte = bytes[index]
      letters = letters << 8 | UInt64(byte &- 0x41 < 26 ? byte | 0x20 : byte)
    }
    self.letters = letters
    count = range.count
  }

  init(_ name: StaticString) {
    self = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
      .withMemoryRebound(to: UInt8.self) { TagName($0, 0..<$0.count) }
  }

  /// A slot of a table of 256.
  var slot: Int {
    Int((letters &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(count)) >> 56)
  }
}

/// What is known of elements by their names, for look-ups in a few instructions.
struct TagTable: Sendable {
  /// What is known of a name.
  struct Entry: Sendable {
    var role = ElementRole.inline
    /// Whether nothing can be in it.
    var isVoid = false
    /// Whether its content is no markup.
    var isRaw = false
    /// How strongly its end closes what is open (libxml2's `htmlEndPriority`).
    var priority: UInt8 = 100
  }

  private var slots: [[(name: TagName, entry: Entry)]] = Array(repeating: [], count: 256)

  static let html = TagTable()

  private init() {
    var entries: [String: Entry] = [:]
    for (name, role) in ElementRole.byName { entries[name, default: Entry()].role = role }
    for name in Self.void { entries[name, default: Entry()].isVoid = true }
    for name in ["script", "style"] { entries[name, default: Entry()].isRaw = true }
    for (name, priority) in Self.priorities { entries[name, default: Entry()].priority = priority }
    for (name, entry) in entries {
      let key = Array(name.utf8).withUnsafeBufferPointer { TagName($0, 0..<$0.count) }
      slots[key.slot].append((key, entry))
    }
  }

  subscript(name: TagName) -> Entry {
    for candidate in slots[name.slot] where candidate.name == name { return candidate.entry }
    return Entry()
  }

  private static let void = [
    "area", "base", "basefont", "br", "col", "embed", "frame", "hr", "img", "input", "isindex",
    "link", "meta", "param",
  ]

  private static let priorities: [String: UInt8] = [
    "div": 150, "td": 160, "th": 160, "tr": 170, "thead": 180, "tbody": 180, "tfoot": 180,
    "table": 190, "head": 200, "body": 200, "html": 220,
  ]
}
