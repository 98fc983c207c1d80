/// The pieces in which React's servers send a page's state, joined as `FlightReader` joins them.
///
/// What names a post may begin in one piece and end in the next, so that no look at the page's bytes finds it;
/// and a piece that is left out spoils what the others hold.
struct FlightPieces {
  /// Where the pieces are sent, in bytes.
  private(set) var places: [Int] = []
  /// What they hold together, escaped as it is.
  private(set) var joined: [UInt8] = []

  /// Gathers the pieces of a page; `nil` where it has fewer than two.
  init?(in bytes: UnsafeRawBufferPointer) {
    let bytes = bytes.bindMemory(to: UInt8.self)
    var next = 0
    while let place = Self.call.firstIndex(in: bytes, from: next) {
      next = place + Self.length
      guard let quote = bytes[next...].prefix(16).firstIndex(of: 0x22) else { continue }
      places.append(place)
      next = quote + 1
      while next < bytes.count, bytes[next] != 0x22 {
        next += bytes[next] == 0x5C ? 2 : 1
      }
      joined += bytes[(quote + 1)..<min(next, bytes.count)]
    }
    if places.count < 2 { return nil }
  }

  private static let name = "__next_f.push"
  private static let call = ByteNeedle(name)
  private static let length = name.utf8.count
}
