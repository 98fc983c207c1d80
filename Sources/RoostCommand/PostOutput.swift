import Exporting
import PostModel

/// Writes posts to standard output as they were asked for.
struct PostOutput {
  /// How many posts were written.
  private(set) var count = 0
  private var output = StandardOutput()
  private var exporter: (any Exporter)?

  /// Writes for people or in a format.
  init(_ choice: FormatOptions.Choice) {
    if case .machine(let format) = choice { exporter = format.makeExporter() }
  }

  /// Writes what stands before the first post.
  mutating func begin() throws {
    if var exporter {
      try output.write(exporter.begin())
      self.exporter = exporter
    }
  }

  /// Writes a post: in the format, or as the lines for people that are given.
  mutating func write(_ post: MergedPost, lines: (Style, Int?) -> [String]) throws {
    if var exporter {
      try output.write(exporter.bytes(of: post))
      self.exporter = exporter
    } else {
      if count > 0 { try output.writeStyled("") }
      for line in lines(.of(1), Terminal.width(1)) { try output.writeStyled(line) }
    }
    count += 1
  }

  /// Writes what stands after the last post.
  mutating func end() throws {
    if var exporter {
      try output.write(exporter.end())
      self.exporter = exporter
    }
    try output.flush()
  }
}
