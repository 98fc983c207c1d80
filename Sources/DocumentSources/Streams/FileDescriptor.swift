#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// An open file that closes itself.
struct FileDescriptor: ~Copyable {
  private let number: Int32
  private let isOwned: Bool
  private let path: String
  /// Whether reading may have to wait for another process.
  private let mayBlock: Bool

  /// Standard input, which stays open.
  static func standardInput() -> FileDescriptor {
    FileDescriptor(number: 0, isOwned: false, path: "-", mayBlock: true)
  }

  /// Opens a file for reading.
  static func open(_ file: SourceFile) throws(SourceError) -> FileDescriptor {
    #if canImport(Darwin)
    let number = Darwin.open(file.path, O_RDONLY | O_CLOEXEC)
    #elseif canImport(Musl)
    let number = Musl.open(file.path, O_RDONLY | O_CLOEXEC)
    #else
    let number = Glibc.open(file.path, O_RDONLY | O_CLOEXEC)
    #endif
    guard number >= 0 else { throw SourceError.ofSystem(errno, path: file.path) }
    return FileDescriptor(
      number: number, isOwned: true, path: file.path, mayBlock: file.kind != .regular)
  }

  private init(number: Int32, isOwned: Bool, path: String, mayBlock: Bool) {
    self.number = number
    self.isOwned = isOwned
    self.path = path
    self.mayBlock = mayBlock
  }

  deinit {
    if isOwned { close(number) }
  }

  /// Reads up to `count` bytes into a buffer; gives how many, 0 at the end of the file.
  func read(upTo count: Int, into buffer: inout ByteBuffer) throws(SourceError) -> Int {
    if mayBlock { try waitForInput() }
    var failure: Int32 = 0
    let number = number
    let filled = buffer.fill(room: count) { room in
      var got = -1
      repeat {
        #if canImport(Darwin)
        got = Darwin.read(number, room.baseAddress, count)
        #elseif canImport(Musl)
        got = Musl.read(number, room.baseAddress, count)
        #else
        got = Glibc.read(number, room.baseAddress, count)
        #endif
      } while got < 0 && errno == EINTR
      failure = got < 0 ? errno : 0
      return max(got, 0)
    }
    guard failure == 0 else { throw SourceError.ofSystem(failure, path: path) }
    return filled
  }

  /// Goes to a byte of a regular file; says whether that was possible.
  func seek(to offset: Int) -> Bool {
    !mayBlock && lseek(number, off_t(offset), SEEK_SET) >= 0
  }

  /// Waits in short steps, so that a run which is asked to stop does not hang on an idle pipe.
  private func waitForInput() throws(SourceError) {
    var request = pollfd(fd: number, events: Int16(POLLIN), revents: 0)
    while poll(&request, 1, 200) <= 0 {
      guard !Task.isCancelled else {
        throw SourceError(.interrupted, path: path, message: "interrupted while reading")
      }
    }
  }
}
