/// Phrases in a tree of their scalars, laid out for search: one table of steps, one of values.
struct PhraseTree<Value: Sendable>: Sendable {
  /// The node at which every phrase begins.
  static var root: Int32 { 0 }

  /// The steps from the root, by scalar, for those below 0x3000.
  private var first = [Int32](repeating: 0, count: 0x3000)
  /// All other steps, by linear probing; a key of zero is an empty slot.
  private var keys = [UInt64](repeating: 0, count: 256)
  private var targets = [Int32](repeating: 0, count: 256)
  private var stepCount = 0
  private var valueLists: [[Value]] = [[]]

  /// Adds a value at the end of a phrase.
  mutating func add(_ value: Value, at phrase: [UInt32]) {
    var node = Self.root
    for scalar in phrase {
      if let next = step(from: node, scalar) {
        node = next
      } else {
        let next = Int32(valueLists.count)
        valueLists.append([])
        insert(next, from: node, scalar)
        node = next
      }
    }
    valueLists[Int(node)].append(value)
  }

  /// The node behind one more scalar.
  func step(from node: Int32, _ scalar: UInt32) -> Int32? {
    if node == Self.root, Int(scalar) < first.count {
      let next = first[Int(scalar)]
      return next == 0 ? nil : next
    }
    let key = Self.key(node, scalar)
    var slot = slot(of: key)
    while keys[slot] != 0 {
      if keys[slot] == key { return targets[slot] }
      slot = (slot + 1) & (keys.count - 1)
    }
    return nil
  }

  /// The values of the phrases that end at a node.
  func values(at node: Int32) -> [Value] {
    valueLists[Int(node)]
  }

  private mutating func insert(_ target: Int32, from node: Int32, _ scalar: UInt32) {
    if node == Self.root, Int(scalar) < first.count {
      first[Int(scalar)] = target
      return
    }
    if stepCount * 2 >= keys.count { grow() }
    place(Self.key(node, scalar), target)
    stepCount += 1
  }

  private mutating func place(_ key: UInt64, _ target: Int32) {
    var slot = slot(of: key)
    while keys[slot] != 0 { slot = (slot + 1) & (keys.count - 1) }
    (keys[slot], targets[slot]) = (key, target)
  }

  private mutating func grow() {
    let (oldKeys, oldTargets) = (keys, targets)
    keys = [UInt64](repeating: 0, count: oldKeys.count * 2)
    targets = [Int32](repeating: 0, count: oldKeys.count * 2)
    for (key, target) in zip(oldKeys, oldTargets) where key != 0 { place(key, target) }
  }

  /// Multiplicative hashing (Knuth, 6.4).
  private func slot(of key: UInt64) -> Int {
    Int((key &* 0x9E37_79B9_7F4A_7C15) >> 40) & (keys.count - 1)
  }

  /// Never zero: no scalar is the root's own.
  private static func key(_ node: Int32, _ scalar: UInt32) -> UInt64 {
    (UInt64(UInt32(bitPattern: node)) << 32 | UInt64(scalar)) &+ 1
  }
}
