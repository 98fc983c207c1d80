/// The address of a post that stands bare behind the date of its attribution, on the same line.
struct BareStatus {
  /// Where the address ends, with the bracket that closes round it.
  let end: Int
  let address: String

  /// Reads it behind a date, where it names the same author.
  init?(behind date: Int, of handle: String, in text: TextBytes) {
    var start = text.skipSpace(date)
    let isEnclosed = start < text.count && (text.bytes[start] == 0x28 || text.bytes[start] == 0x3C)
    if isEnclosed { start += 1 }
    guard text.has(Self.scheme, at: start) else { return nil }
    var end = start
    while end < text.count, end - start <= Self.longest, Self.isPart(text.bytes[end]) { end += 1 }
    while end > start, Self.ends.contains(text.bytes[end - 1]) { end -= 1 }
    let address = text.string(start..<end)
    let path = address.lowercased()
    guard end - start <= Self.longest,
      Self.folders.contains(where: { path.contains("/\(handle.lowercased())\($0)") })
    else { return nil }
    let isClosed = end < text.count && (text.bytes[end] == 0x29 || text.bytes[end] == 0x3E)
    self.end = isEnclosed && isClosed ? end + 1 : end
    self.address = address
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7F && ![0x22, 0x28, 0x29, 0x3C, 0x3E, 0x5B, 0x5D].contains(byte)
  }

  private static let scheme = Array("http".utf8)
  private static let folders = ["/status/", "/statuses/", "/post/"]
  private static let ends: Set<UInt8> = [0x2E, 0x2C, 0x3B, 0x21]
  private static let longest = 200
}
