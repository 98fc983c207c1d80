/// A file that documents are read from, as the system described it when it was opened.
public struct SourceFile: Hashable, Sendable {
  /// What stands at a path.
  enum Kind: Sendable {
    case regular
    case folder
    /// A pipe, a socket or a device.
    case special
  }

  /// Tells a folder from all others, whatever path leads to it.
  struct Inode: Hashable, Sendable {
    let device: UInt64
    let number: UInt64
  }

  /// The path, as the user named it or as found under the folder named; `-` for standard input.
  public let path: String
  /// What stands there.
  let kind: Kind
  /// The size in bytes, known for regular files only.
  public let size: Int?
  /// When it was last written, in nanoseconds since 1970; known for regular files only.
  public let modified: Int?
  /// Which file it is.
  let inode: Inode?
  /// The bytes, where they are in memory already.
  var content: [UInt8]?

  /// Standard input.
  static let standardInput = SourceFile(
    path: "-", kind: .special, size: nil, modified: nil, inode: nil)

  /// Bytes in memory, under a name.
  static func inMemory(_ bytes: [UInt8], name: String) -> SourceFile {
    SourceFile(
      path: name, kind: .special, size: bytes.count, modified: nil, inode: nil, content: bytes)
  }

  /// Whether the file will be the same when the run is repeated, so that a run may go on in it.
  public var isRepeatable: Bool { kind == .regular }
}
