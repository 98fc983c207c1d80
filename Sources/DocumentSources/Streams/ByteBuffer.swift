/// Memory that bytes are read into at one end and taken from at the other.
///
/// What was read and not yet taken lies in one piece, so that it can be looked at without a copy.
struct ByteBuffer {
  /// Above this, memory is given back as soon as nothing is held in it.
  private static let keptCapacity = 16 << 20

  private var storage: [UInt8] = []
  private var start = 0
  private var end = 0

  /// How many bytes are held.
  var count: Int { end - start }

  /// Forgets the first bytes.
  mutating func take(_ count: Int) {
    start += min(count, end - start)
    if start == end { clear() }
  }

  /// Forgets all bytes.
  mutating func clear() {
    start = 0
    end = 0
    if storage.count > Self.keptCapacity { storage = [] }
  }

  /// Reads more behind what is held: `write` is given at least `room` bytes, and says how many it
  /// has written.
  mutating func fill(room: Int, _ write: (UnsafeMutableBufferPointer<UInt8>) -> Int) -> Int {
    makeRoom(room)
    let end = end
    let written = storage.withUnsafeMutableBufferPointer {
      write(UnsafeMutableBufferPointer(rebasing: $0[end...]))
    }
    self.end += written
    return written
  }

  /// Lends bytes that are held, counted from the first.
  func withBytes<Result>(
    _ range: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    storage.withUnsafeBufferPointer {
      body(
        UnsafeBufferPointer(
          rebasing: $0[start + range.lowerBound..<start + range.upperBound]))
    }
  }

  private mutating func makeRoom(_ room: Int) {
    guard storage.count - end < room else { return }
    let count = count
    // Moving what is held is cheap while it is less than half of the memory.
    if count + room > storage.count || count > storage.count / 2 {
      grow(to: max(count + room, 2 * storage.count))
    } else {
      let start = start
      storage.withUnsafeMutableBufferPointer { storage in
        guard let base = storage.baseAddress else { return }
        base.update(from: base + start, count: count)
      }
    }
    start = 0
    end = count
  }

  private mutating func grow(to capacity: Int) {
    var larger = [UInt8](repeating: 0, count: capacity)
    larger.withUnsafeMutableBufferPointer { larger in
      withBytes(0..<count) { _ = larger.update(fromContentsOf: $0) }
    }
    storage = larger
  }
}
