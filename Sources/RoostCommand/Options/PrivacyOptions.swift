import Archive
import ArgumentParser
import Exporting
import FoundationEssentials
import PostModel

/// What is taken out of posts before they are written.
struct PrivacyOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Take out what tells who wrote what: \(Self.names.joined(separator: ", ")), or both.",
      valueName: "measure,..."),
    completion: .list(Self.names))
  var privacy: String?

  @Option(
    help: ArgumentHelp(
      "The file with the key of --privacy hash-handles, made where there is none; without it "
        + "privacy.key in the archive.", valueName: "file"),
    completion: .file())
  var privacyKey: String?

  private static let names = Privacy.Measure.allCases.map(\.rawValue)

  mutating func validate() throws {
    _ = try measures()
  }

  /// What is asked for, `nil` where nothing is to be taken out.
  func measures(for archive: Archive) throws -> Privacy? {
    let measures = try measures()
    guard !measures.isEmpty else { return nil }
    let isKeyed = measures.contains(.hashHandles)
    let key = isKeyed ? try PrivacyKey(at: privacyKey ?? archive.path + "/privacy.key").bytes : []
    return Privacy(measures, key: key)
  }

  private func measures() throws -> Set<Privacy.Measure> {
    let asked = (privacy ?? "").split(separator: ",").map { $0.lowercased() }
    return Set(
      try asked.map { name in
        guard let measure = Privacy.Measure(rawValue: name) else {
          throw ValidationError(
            "'\(name)' is no measure; known are \(Self.names.joined(separator: ", ")).")
        }
        return measure
      })
  }
}

/// The secret that decides what handles become.
struct PrivacyKey {
  /// The content of the file, without white space at its end.
  let bytes: [UInt8]

  /// Reads a file; where there is none, makes one of 32 random bytes in hex digits that only its owner
  /// may read.
  init(at path: String) throws {
    if !FileManager.default.fileExists(atPath: path) { try Self.make(at: path) }
    guard let content = FileManager.default.contents(atPath: path) else {
      throw OutputError(
        isClosedPipe: false,
        description: "\(path): This key cannot be read. Name another by --privacy-key.")
    }
    var bytes = Array(content)
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    guard bytes.count >= 16 else {
      throw OutputError(
        isClosedPipe: false,
        description: """
          \(path): A key has at least 16 bytes. Name another file by --privacy-key, or one that is \
          not there yet, which is then made.
          """)
    }
    self.bytes = bytes
  }

  private static func make(at path: String) throws {
    let digits = (0..<32).map { _ in
      let digits = String(UInt8.random(in: .min ... .max), radix: 16)
      return digits.utf8.count == 1 ? "0" + digits : digits
    }
    let isMade = FileManager.default.createFile(
      atPath: path, contents: Data((digits.joined() + "\n").utf8),
      attributes: [.posixPermissions: 0o600])
    guard isMade else {
      throw OutputError(
        isClosedPipe: false,
        description: """
          \(path): The key of --privacy hash-handles cannot be made here. Name a place for it by \
          --privacy-key.
          """)
    }
  }
}
