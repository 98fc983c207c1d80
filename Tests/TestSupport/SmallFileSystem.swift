import Foundation

/// A file system in memory of a few kilobytes, so that a test can see a device run full, or one that
/// cannot be written.
///
/// It takes the right to mount; where a test has it not, there is none, and the test says so.
public final class SmallFileSystem: Sendable {
  /// The folder at which it is mounted.
  public let folder: ScratchFolder

  /// Mounts one, `nil` where that is refused.
  public init?(kilobytes: Int) throws {
    folder = try ScratchFolder()
    guard Self.mount(folder.path, "size=\(kilobytes)k") else {
      print("A test needs the right to mount a file system in memory; it was left out.")
      return nil
    }
  }

  deinit {
    _ = try? Subprocess.output(of: ["umount", folder.path])
  }

  /// Changes its size.
  public func resize(kilobytes: Int) -> Bool {
    Self.mount(folder.path, "remount,size=\(kilobytes)k")
  }

  /// Refuses or allows to write to it.
  public func setReadOnly(_ isReadOnly: Bool) -> Bool {
    Self.mount(folder.path, "remount,\(isReadOnly ? "ro" : "rw")")
  }

  private static func mount(_ path: String, _ options: String) -> Bool {
    let script = "mount -t tmpfs -o \(options) tmpfs '\(path)' 2>/dev/null && echo done"
    return (try? Subprocess.output(of: ["sh", "-c", script])) == Data("done\n".utf8)
  }
}
