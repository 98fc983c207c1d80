#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Steps on folders and whole files.
enum Folder {
  static func exists(_ path: String) -> Bool {
    access(path, F_OK) == 0
  }

  /// How long a file is in bytes, `nil` where there is none.
  static func size(of path: String) throws(ArchiveError) -> Int? {
    var status = stat()
    if stat(path, &status) == 0 { return Int(status.st_size) }
    guard errno == ENOENT else { throw .system(errno, "examine", path) }
    return nil
  }

  /// Makes a folder and those above it that are missing.
  static func create(_ path: String) throws(ArchiveError) {
    if mkdir(path, 0o755) == 0 || (errno == EEXIST && isFolder(path)) { return }
    let number = errno
    if number == EEXIST {
      throw ArchiveError(
        .alreadyExists, "This is a file and no folder. Name a folder, or a new one.", path: path)
    }
    let parent = self.parent(of: path)
    guard number == ENOENT, parent != path else { throw .system(number, "create", path) }
    try create(parent)
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw .system(errno, "create", path) }
  }

  /// The names in a folder, sorted.
  static func names(in path: String) throws(ArchiveError) -> [String] {
    guard let stream = opendir(path) else { throw .system(errno, "read", path) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// The whole content of a file.
  static func content(of path: String) throws(ArchiveError) -> [UInt8] {
    let file = try OpenFile(path, for: .reading)
    return try file.bytes(count: try file.size(), at: 0)
  }

  /// Writes a file so that at any moment there is the old one, or none, or the whole new one.
  static func writeWhole(_ bytes: [UInt8], to path: String) throws(ArchiveError) {
    let temporary = path + ".tmp"
    do {
      let file = try OpenFile(temporary, for: .replacing)
      try file.write(bytes, at: 0)
      try file.synchronize()
    } catch {
      unlink(temporary)
      throw error
    }
    guard rename(temporary, path) == 0 else { throw .system(errno, "rename", temporary) }
    try synchronize(parent(of: path))
  }

  /// Removes a file, where there is one.
  static func remove(_ path: String) throws(ArchiveError) {
    guard unlink(path) == 0 || errno == ENOENT else { throw .system(errno, "remove", path) }
  }

  /// Puts a file in the place of another, at once.
  static func move(_ path: String, to place: String) throws(ArchiveError) {
    guard rename(path, place) == 0 else { throw .system(errno, "rename", path) }
    try synchronize(parent(of: place))
  }

  /// The path without links and detours, so that two names of one folder are equal.
  static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  /// Returns once the names in a folder have reached the device.
  static func synchronize(_ path: String) throws(ArchiveError) {
    try OpenFile(path, for: .reading).synchronize()
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  static func parent(of path: String) -> String {
    var path = Substring(path)
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
