#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

extension SourceFile {
  /// Asks the system what stands at a path, following symbolic links.
  static func at(_ path: String) throws(SourceError) -> SourceFile {
    var status = stat()
    guard stat(path, &status) == 0 else { throw SourceError.ofSystem(errno, path: path) }
    let kind: Kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .regular
      case S_IFDIR: .folder
      default: .special
      }
    #if canImport(Darwin)
    let time = status.st_mtimespec
    #else
    let time = status.st_mtim
    #endif
    return SourceFile(
      path: path, kind: kind, size: kind == .regular ? Int(status.st_size) : nil,
      modified: kind == .regular ? Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec) : nil,
      inode: Inode(device: UInt64(status.st_dev), number: UInt64(status.st_ino)))
  }
}
