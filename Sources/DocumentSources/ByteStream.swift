/// A file read from front to back, with a look ahead and with limits.
///
/// It holds one chunk, or what a caller asked for, and never more than the caller's limit.
final class ByteStream {
  /// A line, without its line feed.
  enum Line {
    /// The bytes, and where the line begins in the file.
    case whole(bytes: [UInt8], offset: Int)
    /// A line over the limit, which was passed over.
    case tooLong(offset: Int, length: Int)
  }

  private static let chunkSize = 1 << 18

  private let descriptor: FileDescriptor
  private var buffer: [UInt8] = []
  /// How much of the buffer was taken.
  private var taken = 0
  private var isAtEnd = false
  /// Where the next byte to be taken stands in the file.
  private(set) var offset = 0

  /// Opens a file.
  init(_ file: SourceFile) throws(SourceError) {
    descriptor = try file.path == "-" ? .standardInput() : .open(file)
  }

  /// The first bytes of what is left, without taking them.
  func sample(_ count: Int) throws(SourceError) -> InputSample {
    while buffer.count - taken < count, try fill() {}
    return InputSample(
      bytes: Array(buffer[taken...].prefix(count)),
      isWhole: isAtEnd && buffer.count - taken <= count)
  }

  /// All that is left, or `nil` where that is over a limit in bytes.
  func readAll(limit: Int) throws(SourceError) -> [UInt8]? {
    while buffer.count - taken <= limit, try fill() {}
    guard buffer.count - taken <= limit else { return nil }
    let rest = taken == 0 ? buffer : Array(buffer[taken...])
    offset += rest.count
    buffer = []
    taken = 0
    return rest
  }

  /// The next line, `nil` at the end; a line over the limit in bytes is passed over.
  func readLine(limit: Int) throws(SourceError) -> Line? {
    var searched = taken
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) {
        return line(upTo: end, limit: limit, feed: 1)
      }
      guard buffer.count - taken <= limit else { return try passOverLine() }
      searched = buffer.count - taken
      guard try fill() else { break }
    }
    return taken < buffer.count ? line(upTo: buffer.count, limit: limit, feed: 0) : nil
  }

  /// Takes and forgets bytes, so that a file is read from where an earlier run stopped.
  func skip(_ count: Int) throws(SourceError) {
    var left = count
    while left > 0 {
      if taken == buffer.count, try !fill() { return }
      let step = min(left, buffer.count - taken)
      advance(step)
      left -= step
    }
  }

  private func line(upTo end: Int, limit: Int, feed: Int) -> Line {
    let start = offset
    let length = end - taken
    let bytes = length <= limit ? Array(buffer[taken..<end]) : nil
    advance(length + feed)
    return bytes.map { .whole(bytes: $0, offset: start) }
      ?? .tooLong(offset: start, length: length)
  }

  private func passOverLine() throws(SourceError) -> Line {
    let start = offset
    while true {
      if let end = buffer[taken...].firstIndex(of: 0x0A) {
        advance(end - taken + 1)
        return .tooLong(offset: start, length: offset - start - 1)
      }
      advance(buffer.count - taken)
      guard try fill() else { return .tooLong(offset: start, length: offset - start) }
    }
  }

  private func advance(_ count: Int) {
    taken += count
    offset += count
  }

  /// Reads one more chunk behind what is not taken yet; `false` at the end of the file.
  private func fill() throws(SourceError) -> Bool {
    guard !isAtEnd else { return false }
    let chunk = try descriptor.read(upTo: Self.chunkSize)
    isAtEnd = chunk.isEmpty
    if taken == buffer.count {
      buffer = chunk
    } else {
      buffer.removeFirst(taken)
      buffer += chunk
    }
    taken = 0
    return !isAtEnd
  }
}
