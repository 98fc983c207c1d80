import FoundationEssentials

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Entries that wait to be sorted, parted by the first eight bits of their keys; in memory while they
/// are few, in one nameless file beyond.
struct KeySpool {
  static let parts = 256
  private static let chunk = 1 << 13
  private let folder: String
  private var pending = [[KeyEntry]](repeating: [], count: parts)
  /// Which chunks of the file belong to each part, in the order in which they were written.
  private var chunks = [[Int]](repeating: [], count: parts)
  private var file: TemporaryFile?
  private var chunkCount = 0

  init(folder: String) {
    self.folder = folder
  }

  mutating func append(_ entry: KeyEntry) throws {
    let part = Int(entry.key >> 56)
    pending[part].append(entry)
    if pending[part].count == Self.chunk { try spill(part) }
  }

  /// Takes the entries of a part out.
  mutating func take(_ part: Int) -> KeyPart {
    defer {
      pending[part] = []
      chunks[part] = []
    }
    return KeyPart(pending: pending[part], chunks: chunks[part], file: file, chunk: Self.chunk)
  }

  private mutating func spill(_ part: Int) throws {
    if file == nil { file = try TemporaryFile(folder: folder) }
    try file?.write(pending[part], at: chunkCount * Self.chunk)
    chunks[part].append(chunkCount)
    chunkCount += 1
    pending[part].removeAll(keepingCapacity: true)
  }
}

/// The entries of one part of a spool.
struct KeyPart: Sendable {
  fileprivate let pending: [KeyEntry]
  fileprivate let chunks: [Int]
  fileprivate let file: TemporaryFile?
  fileprivate let chunk: Int

  /// All entries sorted by key and, for one key, in the order in which they came.
  func sorted() throws -> [KeyEntry] {
    var entries: [KeyEntry] = []
    entries.reserveCapacity(chunks.count * chunk + pending.count)
    for place in chunks { try file?.read(count: chunk, at: place * chunk, onto: &entries) }
    entries += pending
    RadixSort.sort(&entries)
    return entries
  }
}

/// A file that has no name any more, so that nothing is left behind whatever happens.
final class TemporaryFile: Sendable {
  let descriptor: Int32
  private let folder: String

  init(folder: String) throws {
    self.folder = folder
    let template = folder + "/index.sqlite.new-\(getpid())-XXXXXX"
    var path = Array(template.utf8CString)
    descriptor = mkstemp(&path)
    guard descriptor >= 0 else { throw Self.error("make", folder) }
    unlink(path)
  }

  deinit {
    close(descriptor)
  }

  func write(_ entries: [KeyEntry], at index: Int) throws {
    try entries.withUnsafeBytes { bytes in
      var done = 0
      while done < bytes.count {
        let place = off_t(index * MemoryLayout<KeyEntry>.stride + done)
        let count = pwrite(
          descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done, place)
        guard count > 0 || errno == EINTR else { throw Self.error("write", folder) }
        done += max(0, count)
      }
    }
  }

  func read(count: Int, at index: Int, onto entries: inout [KeyEntry]) throws {
    let stride = MemoryLayout<KeyEntry>.stride
    let read = try [KeyEntry](unsafeUninitializedCapacity: count) { buffer, initialized in
      let bytes = UnsafeMutableRawBufferPointer(buffer)
      var done = 0
      while done < count * stride {
        let got = pread(
          descriptor, bytes.baseAddress.map { $0 + done }, count * stride - done,
          off_t(index * stride + done))
        guard got > 0 || (got < 0 && errno == EINTR) else { throw Self.error("read", folder) }
        done += max(0, got)
      }
      initialized = count
    }
    entries += read
  }

  static func error(_ verb: String, _ folder: String) -> IndexError {
    let isFull = errno == ENOSPC
    let reason = String(cString: strerror(errno))
    if errno == EACCES || errno == EROFS || errno == EPERM {
      return IndexError(.notWritable, "The index cannot be written (\(reason)).", path: folder)
    }
    return IndexError(
      isFull ? .diskFull : .database,
      isFull
        ? "There is no space left for the index. Free some space and ask again; the archive itself is whole."
        : "The system could not \(verb) a temporary file: \(reason).", path: folder)
  }
}

/// Sorts entries by key, eleven bits at a time from the right; entries of one key keep their order.
enum RadixSort {
  private static let bits = 11

  static func sort(_ entries: inout [KeyEntry]) {
    guard entries.count > 256 else {
      // Numbers ascend in the order of the archive, so that sorting by both is stable enough.
      return entries.sort { ($0.key, $0.tagged) < ($1.key, $1.tagged) }
    }
    var other = entries
    var shift = 0
    while shift < 64 {
      if pass(entries, into: &other, shift) { swap(&entries, &other) }
      shift += bits
    }
  }

  /// Sorts by the bits from a place on; `false` where all entries agree in them.
  private static func pass(
    _ source: [KeyEntry], into target: inout [KeyEntry], _ shift: Int
  ) -> Bool {
    let mask: UInt64 = 1 << bits - 1
    var starts = [Int](repeating: 0, count: 1 << bits)
    return source.withUnsafeBufferPointer { source in
      target.withUnsafeMutableBufferPointer { target in
        starts.withUnsafeMutableBufferPointer { starts in
          for entry in source { starts[Int((entry.key >> UInt64(shift)) & mask)] += 1 }
          if starts.contains(source.count) { return false }
          var sum = 0
          for index in starts.indices {
            let count = starts[index]
            starts[index] = sum
            sum += count
          }
          for entry in source {
            let digit = Int((entry.key >> UInt64(shift)) & mask)
            target[starts[digit]] = entry
            starts[digit] += 1
          }
          return true
        }
      }
    }
  }
}
