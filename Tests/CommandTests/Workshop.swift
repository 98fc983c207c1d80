import Foundation
import TestSupport

/// A finished run of the built command.
struct Run {
  let status: Int32
  let output: String
  let errors: String
}

/// The built command in a folder of its own.
struct Workshop {
  let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
  }

  /// The command that was built together with these tests.
  static var executable: URL {
    let places = [
      URL(filePath: CommandLine.arguments[0]),
      URL(filePath: "/proc/self/exe").resolvingSymlinksInPath(),
      Fixtures.package.appending(path: ".build/debug/tests"),
    ].map { $0.deletingLastPathComponent().appending(path: "roost") }
    return places.first {
      FileManager.default.isExecutableFile(atPath: $0.path(percentEncoded: false))
    } ?? places[0]
  }

  /// A run that has begun.
  func start(
    _ arguments: [String], environment: [String: String] = [:], input: Any? = nil,
    output: Any? = nil, errors: Any? = nil
  ) throws -> Process {
    let process = Process()
    process.executableURL = Self.executable
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder.path)
    process.environment = ["PATH": "/usr/bin:/bin", "COLUMNS": "80"].merging(environment) { $1 }
    process.standardInput = input ?? FileHandle.nullDevice
    process.standardOutput = output ?? FileHandle.nullDevice
    process.standardError = errors ?? FileHandle.nullDevice
    try process.run()
    return process
  }

  /// Runs the command to its end.
  ///
  /// Files take its output, so that no pipe can fill.
  func run(
    _ arguments: String..., environment: [String: String] = [:], input: String? = nil
  ) throws -> Run {
    try run(arguments, environment: environment, input: input)
  }

  /// Runs the command to its end.
  func run(
    _ arguments: [String], environment: [String: String] = [:], input: String? = nil
  ) throws -> Run {
    let ends = try ScratchFolder()
    try ends.write(input ?? "", to: "in")
    for end in ["out", "err"] { try ends.write("", to: end) }
    let process = try start(
      arguments, environment: environment,
      input: FileHandle(forReadingAtPath: ends.path("in")),
      output: FileHandle(forWritingAtPath: ends.path("out")),
      errors: FileHandle(forWritingAtPath: ends.path("err")))
    process.waitUntilExit()
    func text(_ end: String) throws -> String {
      String(decoding: try ends.content(of: end), as: UTF8.self)
    }
    return Run(
      status: process.terminationStatus, output: try text("out"), errors: try text("err"))
  }
}
