/// The paths that a list names, read one by one.
final class PathList {
  /// No path is longer on any system.
  private static let longestPath = 1 << 16

  private let stream: ByteStream
  private let separator: Input.ListSeparator

  /// Opens a list; `-` is standard input.
  init(path: String, separator: Input.ListSeparator) throws(SourceError) {
    stream = try ByteStream(path == "-" ? .standardInput : .at(path))
    self.separator = separator
  }

  /// One entry of a list.
  enum Entry {
    /// A path.
    case path(String)
    /// An entry that is no path, by where it begins.
    case tooLong(offset: Int)
  }

  /// The next entry that is not empty, `nil` at the end.
  func next() throws(SourceError) -> Entry? {
    let byte: UInt8 = separator == .zero ? 0 : 0x0A
    while let line = try stream.readLine(limit: Self.longestPath, separator: byte) {
      switch line {
      case .tooLong(let offset, _): return .tooLong(offset: offset)
      case .whole(let bytes, _):
        let path = separator == .lineFeed && bytes.last == 0x0D ? bytes.dropLast() : bytes[...]
        if !path.isEmpty { return .path(String(decoding: path, as: UTF8.self)) }
      }
    }
    return nil
  }
}
