import CZip

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A zip file that is open for reading, by libzip.
final class ZipArchive {
  /// A file within it.
  struct Entry {
    let name: String
    let index: UInt64
    /// How long it is, in bytes.
    let size: Int
  }

  /// The files within, in the order of their names' bytes.
  let entries: [Entry]
  fileprivate let handle: OpaquePointer

  /// Opens a file of the system, `nil` where it is no zip file or is not whole.
  convenience init?(path: String) {
    var code: Int32 = 0
    guard let handle = zip_open(path, ZIP_RDONLY, &code) else { return nil }
    self.init(handle)
  }

  /// Opens the content of a stream: libzip reads from the end of a file, so it is written to a temporary
  /// file, which has no name any more once it is open.
  convenience init?(_ stream: ByteStream) throws(SourceError) {
    var name = Array("\(Self.temporaryFolder)/roost-XXXXXX".utf8CString)
    let descriptor = mkstemp(&name)
    guard descriptor >= 0 else { throw Self.noRoom }
    defer {
      close(descriptor)
      unlink(name)
    }
    while try stream.ensure(1) {
      let count = stream.available
      let written = stream.withBytes(0..<count) { write(descriptor, $0.baseAddress, count) }
      guard written > 0 else { throw Self.noRoom }
      stream.take(written)
    }
    var code: Int32 = 0
    guard let handle = zip_open(name, ZIP_RDONLY, &code) else { return nil }
    self.init(handle)
  }

  private static var temporaryFolder: String {
    getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
  }

  private static let noRoom = SourceError(
    .unreadable, path: "-",
    message: "a zip file is read from its end, and there is no room for a copy of it in the folder "
      + "for temporary files; name the file itself")

  private init(_ handle: OpaquePointer) {
    self.handle = handle
    var entries: [Entry] = []
    for index in 0..<UInt64(max(0, zip_get_num_entries(handle, 0))) {
      var status = zip_stat_t()
      guard zip_stat_index(handle, index, 0, &status) == 0, let name = status.name,
        let size = Int(exactly: status.size)
      else { continue }
      entries.append(Entry(name: String(cString: name), index: index, size: size))
    }
    self.entries = entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  deinit {
    zip_discard(handle)
  }
}

/// The content of one file of a zip file.
final class ZipEntryOrigin: ByteOrigin {
  private static let chunk = 1 << 18

  private let archive: ZipArchive
  private let entry: ZipArchive.Entry
  private var file: OpaquePointer?
  private(set) var fileOffset = 0

  /// Opens a file of an archive.
  init(_ entry: ZipArchive.Entry, of archive: ZipArchive) {
    self.archive = archive
    self.entry = entry
    file = zip_fopen_index(archive.handle, entry.index, 0)
  }

  deinit {
    if file != nil { zip_fclose(file) }
  }

  func read(into buffer: inout ByteBuffer) -> ByteReading {
    guard let file else { return failure("cannot be opened, it may be encrypted") }
    var got = 0
    _ = buffer.fill(room: Self.chunk) { room in
      got = Int(zip_fread(file, room.baseAddress, UInt64(Self.chunk)))
      return max(0, got)
    }
    guard got >= 0 else { return failure("is damaged from here on") }
    fileOffset += got
    return ByteReading(isAtEnd: got == 0)
  }

  /// Files that are only stored can be read from any place.
  func seek(toFileOffset offset: Int) -> Bool {
    guard let file, offset <= entry.size, zip_fseek(file, Int64(offset), Int32(SEEK_SET)) == 0
    else { return false }
    fileOffset = offset
    return true
  }

  private func failure(_ message: String) -> ByteReading {
    ByteReading(
      isAtEnd: true,
      trouble: StreamTrouble(message: "this file of the zip file \(message)", offset: fileOffset))
  }
}
