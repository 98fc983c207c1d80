import Foundation

/// A folder for one test, removed when the test lets it go.
public final class ScratchFolder: Sendable {
  /// The folder's path.
  public let path: String

  /// Makes a new folder.
  ///
  /// In memory, where the system has such a place: for tests that wait for the device thousands of
  /// times and do not ask whether it keeps what it was given.
  public init(inMemory: Bool = false) throws {
    let isThere = FileManager.default.isWritableFile(atPath: "/dev/shm")
    let base = inMemory && isThere ? "/dev/shm/" : NSTemporaryDirectory()
    path = base + "roost-test-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// The path of an entry.
  public func path(_ name: String) -> String {
    "\(path)/\(name)"
  }

  /// Writes a file, making the folders that lead to it; gives its path.
  @discardableResult
  public func write(_ bytes: some Sequence<UInt8>, to name: String) throws -> String {
    let url = URL(fileURLWithPath: path(name))
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
    return url.path
  }

  /// Writes a text; gives its path.
  @discardableResult
  public func write(_ text: String, to name: String) throws -> String {
    try write(text.utf8, to: name)
  }

  /// What a file holds.
  public func content(of name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path(name))))
  }
}
