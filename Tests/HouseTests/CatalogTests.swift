import Foundation
import Languages
import Platforms
import TestSupport
import Testing

@Suite("The catalogs")
struct CatalogTests {
  private func names(in folder: String, ending: String) throws -> [String] {
    let url = Fixtures.package.appending(path: folder)
    return try FileManager.default.subpathsOfDirectory(atPath: url.path(percentEncoded: false))
      .filter { $0.hasSuffix(ending) }.sorted()
  }

  @Test("every platform file declares one platform, and the catalog lists it")
  func platforms() throws {
    let catalog = try SourceFile(path: "Sources/Platforms/PlatformCatalog.swift")
    let listed = Set(catalog.lines.compactMap { $0.wholeMatch(of: /\s+\.(\w+),/)?.1 })
    for file in try SourceFile.all(under: "Sources/Platforms/Catalog") {
      let declared = file.lines.compactMap {
        $0.prefixMatch(of: /\s+static let (\w+) = Platform\(/)?.1
      }
      #expect(declared.count == 1, "\(file.path) must declare one platform")
      for name in declared {
        #expect(listed.contains(name), "PlatformCatalog.swift lacks the line `.\(name),`")
      }
    }
    let files = try names(in: "Sources/Platforms/Catalog", ending: ".swift")
    #expect(files.count == Platform.all.count)
    #expect(Set(Platform.all.map(\.id)).count == Platform.all.count, "a platform's id stands twice")
  }

  @Test("a platform that died stands in the folder Retired, and only such a one")
  func retired() throws {
    let files = try names(in: "Sources/Platforms/Catalog/Retired", ending: ".swift")
    #expect(files.count == Platform.all.filter(\.isRetired).count)
  }

  @Test("every platform has a page among the fixtures")
  func platformFixtures() throws {
    let pages = try Fixtures.folders(under: "platforms", holding: "source.html")
    for platform in Platform.all.map(\.id) {
      #expect(
        pages.contains { $0.hasPrefix("platforms/\(platform)/") },
        "Fixtures/platforms/\(platform) lacks a page")
    }
  }

  @Test("every language pack has its line in the catalog")
  func languages() throws {
    let files = try names(in: "Sources/Languages/Packs", ending: ".json")
    let catalog = try SourceFile(path: "Sources/Languages/LanguageCatalog.swift")
    let text = catalog.lines.joined(separator: "\n")
    for file in files {
      let name = String(file.dropLast(".json".count))
      #expect(text.contains("(\"\(name)\","), "LanguageCatalog.swift lacks the line of \(name)")
    }
    #expect(LanguagePack.all.count == files.count)
  }
}
