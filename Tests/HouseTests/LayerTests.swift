import Foundation
import TestSupport
import Testing

/// Who may depend on whom, as `Architecture.md` draws it.
private let mayDependOn: [String: Set<String>] = [
  "CLibXML2": [],
  "CCLD2": [],
  "CDeflate": [],
  "CISAL": [],
  "CZstd": [],
  "CBrotli": [],
  "CZip": [],
  "CHyperscan": [],
  "PostModel": [],
  "Digests": ["PostModel", "Crypto"],
  "Work": [],
  "Markup": ["PostModel", "CLibXML2"],
  "Platforms": ["PostModel"],
  "Languages": ["PostModel", "CCLD2"],
  "DocumentSources": ["PostModel", "CDeflate", "CISAL", "CZstd", "CBrotli", "CZip"],
  "Archive": ["PostModel", "Digests"],
  "Exporting": ["PostModel", "Digests", "Archive"],
  "Detection": ["PostModel", "Digests", "Markup", "Platforms", "Languages", "CHyperscan"],
  "ArchiveIndex": ["PostModel", "Digests", "Archive", "Work", "GRDB", "GRDBSQLite"],
  "Importing": ["PostModel", "Detection", "DocumentSources", "Archive", "Work"],
  "RoostKit": [
    "PostModel", "Digests", "Markup", "Platforms", "Languages", "Detection", "DocumentSources",
    "Archive", "ArchiveIndex", "Exporting", "Importing",
  ],
  "RoostCommand": [
    "PostModel", "Digests", "Markup", "Platforms", "Languages", "Detection", "DocumentSources",
    "Archive", "ArchiveIndex", "Exporting", "Importing", "RoostKit", "ArgumentParser",
  ],
]

/// What the toolchain brings and any target may use.
private let ofTheToolchain: Set<String> = [
  "Foundation", "FoundationEssentials", "Glibc", "Musl", "Darwin", "Synchronization", "Dispatch",
]

@Suite("The layers")
struct LayerTests {
  @Test("every folder of Sources has its place in the picture")
  func folders() throws {
    let sources = Fixtures.package.appending(path: "Sources").path(percentEncoded: false)
    let folders = try FileManager.default.contentsOfDirectory(atPath: sources)
    let strangers = Set(folders).subtracting(mayDependOn.keys).subtracting([
      "benchmarks", "fuzzing",
    ])
    #expect(strangers.isEmpty, "LayerTests.swift and Architecture.md lack \(strangers.sorted())")
  }

  @Test("the picture is the one that is held")
  func picture() throws {
    let page = try String(
      contentsOf: Fixtures.package.appending(
        path: "Sources/RoostKit/RoostKit.docc/Architecture.md"), encoding: .utf8)
    var drawn: [String: Set<String>] = [:]
    for line in page.split(separator: "\n") {
      guard let match = line.wholeMatch(of: /[ 0-9]{5}(\w+) +─▶ (.+)/) else { continue }
      drawn[String(match.1)] = Set(match.2.split(separator: ", ").map(String.init))
    }
    let held = mayDependOn.filter { !$0.value.isEmpty && !$0.key.hasPrefix("Roost") }
    #expect(drawn == held)
    for name in mayDependOn.keys {
      let isNamed = page.contains(name)
      #expect(isNamed, "Architecture.md does not name \(name)")
    }
  }

  @Test("every room within a room is described")
  func rooms() throws {
    let page = try String(
      contentsOf: Fixtures.package.appending(
        path: "Sources/RoostKit/RoostKit.docc/Architecture.md"), encoding: .utf8)
    for file in try SourceFile.all(under: "Sources") {
      let folders = file.path.split(separator: "/").dropFirst(2).dropLast()
      for folder in folders where folder != "Retired" {
        let isNamed = page.contains("`\(folder)`")
        #expect(isNamed, "Architecture.md does not name \(file.path)")
      }
    }
  }

  @Test("a target declares only dependencies that stand below it")
  func declared() throws {
    for target in try Manifest.dump().targets where target.type != "test" {
      guard let allowed = mayDependOn[target.name] else { continue }
      let others = Set(target.dependencies.compactMap(\.name)).subtracting(allowed)
      #expect(others.isEmpty, "\(target.name) must not depend on \(others.sorted())")
    }
  }

  @Test("a file imports only what stands below it")
  func imported() throws {
    for file in try SourceFile.all(under: "Sources") {
      guard let allowed = mayDependOn[file.target] else { continue }
      let others = Set(file.imports).subtracting(allowed).subtracting(ofTheToolchain)
      #expect(others.isEmpty, "\(file.path) must not import \(others.sorted())")
    }
  }

  @Test("the vocabulary needs no library of the toolchain but FoundationEssentials")
  func vocabulary() throws {
    let imports = try SourceFile.all(under: "Sources/PostModel").flatMap(\.imports)
    #expect(Set(imports).isSubset(of: ["FoundationEssentials"]))
  }
}

/// What `swift package dump-package` says of the package.
private struct Manifest: Decodable {
  struct Target: Decodable {
    struct Dependency: Decodable {
      let byName: [String?]?
      let product: [String?]?
      let target: [String?]?

      /// The target's or the product's name.
      var name: String? { (byName ?? product ?? target)?.first ?? nil }

      private enum CodingKeys: CodingKey {
        case byName
        case product
        case target
      }

      init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        byName = try Self.first(in: container, of: .byName)
        product = try Self.first(in: container, of: .product)
        target = try Self.first(in: container, of: .target)
      }

      /// The first member of `["Archive", null]`; conditions and aliases that follow may be objects.
      private static func first(
        in container: KeyedDecodingContainer<CodingKeys>, of key: CodingKeys
      ) throws -> [String?]? {
        guard container.contains(key) else { return nil }
        var list = try container.nestedUnkeyedContainer(forKey: key)
        return [try list.decode(String.self)]
      }
    }
    let name: String
    let type: String
    let dependencies: [Dependency]
  }
  let targets: [Target]

  /// Asks the package manager, in a scratch folder of its own: a running build locks the usual one.
  static func dump() throws -> Manifest {
    let scratch = try ScratchFolder()
    let output = try Subprocess.output(
      of: [
        "swift", "package", "--package-path", Fixtures.package.path(percentEncoded: false),
        "--scratch-path", scratch.path, "dump-package",
      ])
    return try JSONDecoder().decode(Manifest.self, from: output)
  }
}
