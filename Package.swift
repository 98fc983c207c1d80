// swift-tools-version: 6.1
import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

func room(
  _ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []
)
  -> Target
{
  .target(
    name: name, dependencies: dependencies, resources: resources, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: name, dependencies: ["PostModel", "TestSupport"] + dependencies, path: "Tests/\(name)",
    swiftSettings: settings)
}

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")

/// The benchmarks, which only `BENCHMARKS=1` builds.
let benchmarks: [Target] =
  Context.environment["BENCHMARKS"] == nil
  ? []
  : [
    .executableTarget(
      name: "benchmarks",
      dependencies: ["PostModel", "Digests", "Detection", "DocumentSources", "Archive"],
      swiftSettings: settings)
  ]

let package = Package(
  name: "roost",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "roost", targets: ["RoostCommand"]),
    .library(name: "RoostKit", targets: ["RoostKit"]),
    .library(name: "Detection", targets: ["Detection"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(
      name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
    .systemLibrary(name: "CISAL", pkgConfig: "libisal", providers: [.apt(["libisal-dev"])]),
    .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
    .systemLibrary(
      name: "CBrotli", pkgConfig: "libbrotlidec", providers: [.apt(["libbrotli-dev"])]),
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .target(name: "CCLD2", linkerSettings: [.linkedLibrary("cld2")]),
    .target(name: "CHyperscan", linkerSettings: [.linkedLibrary("hs")]),
    room("PostModel"),
    room("Digests", ["PostModel", crypto]),
    room("Work"),
    room("Markup", ["PostModel", "CLibXML2"]),
    room("Platforms", ["PostModel"]),
    room("Languages", ["PostModel", "CCLD2"], resources: [.embedInCode("Packs")]),
    room(
      "Detection", ["PostModel", "Digests", "Markup", "Platforms", "Languages", "CHyperscan"]),
    room(
      "DocumentSources", ["PostModel", "CDeflate", "CISAL", "CZstd", "CBrotli", "CZip"]),
    room("Archive", ["PostModel", "Digests"], resources: [.embedInCode("Schema")]),
    room("ArchiveIndex", ["PostModel", "Digests", "Archive", "Work", grdb, sqlite]),
    room("Exporting", ["PostModel", "Digests", "Archive"]),
    room("Importing", ["PostModel", "Detection", "DocumentSources", "Archive", "Work"]),
    room(
      "RoostKit",
      [
        "PostModel", "Platforms", "Languages", "Detection", "DocumentSources", "Archive",
        "ArchiveIndex", "Exporting", "Importing",
      ]),
    .executableTarget(
      name: "RoostCommand",
      dependencies: [
        "PostModel", "Platforms", "Languages", "Detection", "DocumentSources", "Archive",
        "ArchiveIndex", "Exporting", "Importing", argumentParser,
      ],
      swiftSettings: settings),
    .target(
      name: "TestSupport", dependencies: ["PostModel", "CDeflate", "CZstd"],
      path: "Tests/TestSupport",
      swiftSettings: settings),
    tests("PostModelTests", []),
    tests("MarkupTests", ["Markup"]),
    tests("PlatformsTests", ["Platforms"]),
    tests("LanguagesTests", ["Languages"]),
    tests("DetectionTests", ["Detection", "Languages", "Markup", "Platforms", "Archive"]),
    tests("DocumentSourcesTests", ["DocumentSources"]),
    tests("ArchiveTests", ["Archive", "Digests"]),
    tests("ArchiveIndexTests", ["Archive", "ArchiveIndex", "Digests", grdb]),
    tests("ExportingTests", ["Archive", "Exporting"]),
    tests("ImportingTests", ["Archive", "Detection", "DocumentSources", "Importing"]),
    tests("RoostKitTests", ["RoostKit"]),
    tests("WorkTests", ["Work"]),
    tests("CommandTests", []),
    tests("HouseTests", ["Platforms", "Languages", "DocumentSources", "Exporting"]),
  ] + benchmarks
)
