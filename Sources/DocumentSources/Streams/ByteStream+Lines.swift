#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

extension ByteStream {
  /// A line, without the byte that ends it.
  enum Line {
    /// The bytes, and where the line begins in the stream.
    case whole(bytes: [UInt8], offset: Int)
    /// A line over the limit, which was passed over.
    case tooLong(offset: Int, length: Int)
  }

  /// The first bytes of what is left, without taking them.
  func sample(_ count: Int) throws(SourceError) -> InputSample {
    let isLonger = try ensure(count + 1)
    return InputSample(
      bytes: withBytes(0..<min(count, available)) { Array($0) }, isWhole: !isLonger)
  }

  /// All that is left, or `nil` where that is over a limit in bytes.
  func readAll(limit: Int) throws(SourceError) -> [UInt8]? {
    guard try !ensure(limit + 1) else { return nil }
    let count = available
    let bytes = withBytes(0..<count) { Array($0) }
    take(count)
    return bytes
  }

  /// The next line, `nil` at the end; a line over the limit in bytes is passed over.
  func readLine(limit: Int, separator: UInt8 = 0x0A) throws(SourceError) -> Line? {
    var searched = 0
    while true {
      if let end = firstIndex(of: separator, from: searched) {
        return takeLine(upTo: end, limit, feed: 1)
      }
      searched = available
      guard searched <= limit else { return try passOverLine(separator) }
      guard try ensure(searched + 1) else { break }
    }
    return available > 0 ? takeLine(upTo: available, limit, feed: 0) : nil
  }

  /// Takes lines as long as they are let go; gives how many and how long they were.
  ///
  /// The next line, or one over the limit in bytes, is left. Stops behind the line that reaches `most`
  /// bytes.
  func passLines(
    limit: Int, atMost most: Int, _ goes: (UnsafeRawBufferPointer) -> Bool
  ) throws(SourceError) -> PassedRecords {
    var passed = PassedRecords()
    var searched = 0
    while passed.bytes < most {
      guard let end = firstIndex(of: 0x0A, from: searched) else {
        searched = available
        guard searched <= limit, try ensure(searched + 1) else { break }
        continue
      }
      guard end <= limit, withBytes(0..<end, { goes(UnsafeRawBufferPointer($0)) }) else { break }
      passed.count += 1
      passed.bytes += end
      take(end + 1)
      searched = 0
    }
    return passed
  }

  private func takeLine(upTo end: Int, _ limit: Int, feed: Int) -> Line {
    let start = offset
    defer { take(end + feed) }
    guard end <= limit else { return .tooLong(offset: start, length: end) }
    return .whole(bytes: withBytes(0..<end) { Array($0) }, offset: start)
  }

  private func passOverLine(_ separator: UInt8) throws(SourceError) -> Line {
    let start = offset
    repeat {
      if let end = firstIndex(of: separator, from: 0) {
        take(end + 1)
        return .tooLong(offset: start, length: offset - start - 1)
      }
      take(available)
    } while try ensure(1)
    return .tooLong(offset: start, length: offset - start)
  }

  /// The first place of a byte among those at hand, from a place on.
  func firstIndex(of byte: UInt8, from start: Int) -> Int? {
    withBytes(0..<available) { $0.firstIndex(of: byte, from: start) }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The first place of a byte from a place on, found as fast as the machine reads memory.
  func firstIndex(of byte: UInt8, from start: Int) -> Int? {
    guard start < count, let base = baseAddress,
      let found = memchr(base + start, Int32(byte), count - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }
}
