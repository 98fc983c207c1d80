/// The bytes of a file, a pipe or a device.
final class FileOrigin: ByteOrigin {
  /// Large enough that calls of the system cost nothing, small enough for the cache.
  private static let chunk = 1 << 20

  private let descriptor: FileDescriptor
  private(set) var fileOffset = 0

  /// Opens a file.
  init(_ file: SourceFile) throws(SourceError) {
    descriptor = try file.path == "-" ? .standardInput() : .open(file)
  }

  func read(into buffer: inout ByteBuffer) throws(SourceError) -> ByteReading {
    let count = try descriptor.read(upTo: Self.chunk, into: &buffer)
    fileOffset += count
    return ByteReading(isAtEnd: count == 0)
  }

  func seek(toFileOffset offset: Int) throws(SourceError) -> Bool {
    guard descriptor.seek(to: offset) else { return false }
    fileOffset = offset
    return true
  }
}

/// Bytes that are in memory already.
final class MemoryOrigin: ByteOrigin {
  private static let chunk = 1 << 16

  private let bytes: [UInt8]
  private(set) var fileOffset = 0

  /// Takes bytes over.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  func read(into buffer: inout ByteBuffer) -> ByteReading {
    let next = bytes[fileOffset...].prefix(Self.chunk)
    let count = buffer.fill(room: next.count) { $0.update(fromContentsOf: next) }
    fileOffset += count
    return ByteReading(isAtEnd: count == 0)
  }

  func seek(toFileOffset offset: Int) -> Bool {
    fileOffset = min(offset, bytes.count)
    return true
  }
}
