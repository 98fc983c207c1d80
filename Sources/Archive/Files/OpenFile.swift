#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A file that is open as long as this value lives.
struct OpenFile: ~Copyable {
  /// What a file is opened for.
  enum Mode {
    /// Reading what is there.
    case reading
    /// Reading and appending; made when missing.
    case appending
    /// Writing anew; what was there is dropped.
    case replacing
  }

  let path: String
  private let descriptor: Int32
  private var isLocked = false

  init(_ path: String, for mode: Mode) throws(ArchiveError) {
    let flags =
      switch mode {
      case .reading: O_RDONLY
      case .appending: O_RDWR | O_CREAT
      case .replacing: O_RDWR | O_CREAT | O_TRUNC
      }
    self.path = path
    descriptor = open(path, flags | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .system(errno, "open", path) }
  }

  deinit {
    // A child that was forked a moment ago holds the descriptor too until it runs its program, and
    // would hold the lock as long.
    if isLocked { _ = flock(descriptor, LOCK_UN) }
    _ = close(descriptor)
  }

  /// The file's length in bytes.
  func size() throws(ArchiveError) -> Int {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .system(errno, "examine", path) }
    return Int(status.st_size)
  }

  /// Reads up to `count` bytes from `offset` on into the front of `buffer`; gives how many.
  func read(_ buffer: inout [UInt8], count: Int, at offset: Int) throws(ArchiveError) -> Int {
    while true {
      let done = pread(descriptor, &buffer, count, off_t(offset))
      if done >= 0 { return done }
      guard errno == EINTR else { throw .system(errno, "read", path, at: offset) }
    }
  }

  /// The same for many bytes, whose room is not cleared before.
  func block(count: Int, at offset: Int) throws(ArchiveError) -> [UInt8] {
    var failure: ArchiveError?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let place = buffer.baseAddress.map { $0 + filled }
        let done = pread(descriptor, place, count - filled, off_t(offset + filled))
        if done < 0, errno == EINTR { continue }
        if done < 0 { failure = .system(errno, "read", path, at: offset + filled) }
        guard done > 0 else { break }
        filled += done
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// Reads `count` bytes from `offset` on, fewer where the file ends before.
  func bytes(count: Int, at offset: Int) throws(ArchiveError) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: min(count, 1 << 20))
    while bytes.count < count {
      let wanted = min(buffer.count, count - bytes.count)
      let done = try read(&buffer, count: wanted, at: offset + bytes.count)
      guard done > 0 else { break }
      bytes.append(contentsOf: buffer[..<done])
    }
    return bytes
  }

  /// Writes all bytes at `offset`.
  func write(_ bytes: [UInt8], at offset: Int) throws(ArchiveError) {
    var rest = bytes
    var offset = offset
    while !rest.isEmpty {
      let done = pwrite(descriptor, rest, rest.count, off_t(offset))
      if done == rest.count { return }
      guard done >= 0 || errno == EINTR else { throw .system(errno, "write", path, at: offset) }
      // A short write happens on a device that is nearly full; the next one then says why.
      rest.removeFirst(max(done, 0))
      offset += max(done, 0)
    }
  }

  /// Drops everything from `size` on.
  func truncate(to size: Int) throws(ArchiveError) {
    guard ftruncate(descriptor, off_t(size)) == 0 else { throw .system(errno, "shorten", path) }
  }

  /// Returns once the content has reached the device.
  func synchronize() throws(ArchiveError) {
    guard fsync(descriptor) == 0 else { throw .system(errno, "synchronise", path) }
  }

  /// Takes the lock on the file that lasts until it is closed; `false` where another has it.
  mutating func lock() throws(ArchiveError) -> Bool {
    isLocked = flock(descriptor, LOCK_EX | LOCK_NB) == 0
    guard isLocked || errno == EWOULDBLOCK else { throw .system(errno, "lock", path) }
    return isLocked
  }
}

extension ArchiveError {
  /// What the operating system says, in terms of what is to be done.
  static func system(
    _ number: Int32, _ verb: String, _ path: String, at offset: Int? = nil
  ) -> ArchiveError {
    let reason = String(cString: strerror(number))
    switch number {
    case ENOSPC, EDQUOT:
      return ArchiveError(
        .diskFull,
        """
        There is no space left to \(verb) this file. Free some space and give the same command \
        again: all that was written is kept, and the run goes on where it stopped.
        """, path: path, offset: offset)
    case ENOENT:
      return ArchiveError(.notFound, "There is no such file or folder.", path: path)
    case EACCES, EPERM, EROFS:
      return ArchiveError(
        .notWritable, "Permission to \(verb) this was refused (\(reason)).", path: path)
    default:
      return ArchiveError(
        .system, "The system could not \(verb) this: \(reason).", path: path, offset: offset)
    }
  }
}
