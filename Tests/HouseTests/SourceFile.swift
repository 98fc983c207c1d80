import Foundation
import TestSupport

/// A Swift file of the package, as the tests of the house read it.
struct SourceFile {
  /// The path from the package's folder.
  let path: String
  /// The lines.
  let lines: [String]

  /// The target that the file belongs to: the folder under `Sources` or `Tests`.
  var target: String {
    path.split(separator: "/").dropFirst().first.map(String.init) ?? ""
  }

  /// The modules that the file imports.
  var imports: [String] {
    lines.compactMap { line in
      guard let match = line.wholeMatch(of: /(?:@\w+ )?(?:\w+ )?import (?:\w+ )?(\w+)(?:\..*)?/)
      else { return nil }
      return String(match.1)
    }
  }

  /// All Swift files under a folder of the package.
  static func all(under folder: String) throws -> [SourceFile] {
    let root = Fixtures.package.appending(path: folder).path(percentEncoded: false)
    return try FileManager.default.subpathsOfDirectory(atPath: root).sorted()
      .filter { $0.hasSuffix(".swift") }
      .map { try SourceFile(path: "\(folder)/\($0)") }
  }

  init(path: String) throws {
    self.path = path
    let text = try String(contentsOf: Fixtures.package.appending(path: path), encoding: .utf8)
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}
