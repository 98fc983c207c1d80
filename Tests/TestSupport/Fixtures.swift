public import Foundation

/// The files of `Fixtures/`, found from the place of this file, so that no test needs resources.
public enum Fixtures {
  /// The folder of the package.
  public static let package = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The folder `Fixtures`.
  public static let root = package.appending(path: "Fixtures")

  /// A file or folder of `Fixtures`, by its path there.
  public static func url(_ path: String) -> URL {
    root.appending(path: path)
  }

  /// The content of a file of `Fixtures`.
  public static func bytes(_ path: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: url(path)))
  }

  /// The content of a file of `Fixtures`, decoded from JSON.
  public static func decoded<Value: Decodable>(_ type: Value.Type, _ path: String) throws -> Value {
    try JSONDecoder().decode(type, from: Data(contentsOf: url(path)))
  }

  /// The paths, relative to `Fixtures`, of all folders under `path` that hold `file`, sorted.
  public static func folders(under path: String, holding file: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: url(path).path(percentEncoded: false))
      .filter { $0.split(separator: "/").last.map(String.init) == file }
      .map { path + "/" + $0.dropLast(file.count + 1) }
      .sorted()
  }

  /// The paths, relative to `Fixtures`, of all inputs that a fuzzer once broke something with, sorted.
  public static func finds() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: url("fuzz").path(percentEncoded: false))
      .filter { $0.contains("/crash-") }
      .map { "fuzz/" + $0 }
      .sorted()
  }
}
