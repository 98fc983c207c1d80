#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

extension SourceError {
  /// The error that a system call left in `errno`.
  static func ofSystem(_ number: Int32, path: String) -> SourceError {
    switch number {
    case ENOENT, ENOTDIR:
      SourceError(.missing, path: path, message: "no such file or directory")
    case EACCES, EPERM:
      SourceError(
        .denied, path: path, message: "permission denied; make it readable for this user")
    default:
      SourceError(
        .unreadable, path: path, message: "cannot be read: \(String(cString: strerror(number)))")
    }
  }
}
