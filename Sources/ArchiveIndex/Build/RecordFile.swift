#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Values of a fixed size in a nameless file that is mapped into memory: the system keeps of them in
/// memory what it has room for.
final class RecordFile<Element: BitwiseCopyable> {
  private(set) var count = 0
  private let folder: String
  private let file: TemporaryFile
  private var capacity = 0
  private var base: UnsafeMutableRawPointer?

  init(folder: String) throws {
    self.folder = folder
    file = try TemporaryFile(folder: folder)
  }

  deinit {
    if let base { munmap(base, capacity * MemoryLayout<Element>.stride) }
  }

  func append(_ element: Element) throws {
    if count == capacity { try grow() }
    count += 1
    self[count - 1] = element
  }

  subscript(index: Int) -> Element {
    get {
      precondition(index < count)
      guard let base else { preconditionFailure("an empty file has no elements") }
      return base.load(
        fromByteOffset: index * MemoryLayout<Element>.stride, as: Element.self)
    }
    set {
      precondition(index < count)
      base?.storeBytes(
        of: newValue, toByteOffset: index * MemoryLayout<Element>.stride, as: Element.self)
    }
  }

  private func grow() throws {
    let stride = MemoryLayout<Element>.stride
    let wanted = max(4096, capacity * 2)
    // The room must be there now: a full device would end the process at some later write.
    #if canImport(Darwin)
    let code = ftruncate(file.descriptor, off_t(wanted * stride)) == 0 ? 0 : errno
    #else
    let code = posix_fallocate(file.descriptor, 0, off_t(wanted * stride))
    #endif
    guard code == 0 else {
      errno = code
      throw TemporaryFile.error("extend", folder)
    }
    if let base { munmap(base, capacity * stride) }
    base = mmap(nil, wanted * stride, PROT_READ | PROT_WRITE, MAP_SHARED, file.descriptor, 0)
    guard base != MAP_FAILED else {
      base = nil
      throw TemporaryFile.error("map", folder)
    }
    capacity = wanted
  }
}
