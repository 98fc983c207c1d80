import Archive
import Detection
import DocumentSources
import Foundation
import PostModel

/// Times the stages of a run one by one over inputs, and writes a JSON line for each.
///
/// Documents are read into memory before the clock starts, so that no stage pays for another.
@main
struct Benchmarks {
  static func main() throws {
    let paths = CommandLine.arguments.dropFirst()
    if paths.first == "archive" { return try makeArchive(Array(paths.dropFirst())) }
    if paths.first == "cuts" { return try cutArchive(Array(paths.dropFirst())) }
    guard !paths.isEmpty else {
      print("usage: benchmarks FILE|FOLDER…    (documents of any format that roost reads)")
      print("       benchmarks archive FOLDER COUNT [SEED [append]]    (makes an archive)")
      print("       benchmarks cuts FOLDER EVERY    (cuts a new archive at every so many bytes)")
      return
    }
    let documents = Self.documents(at: Array(paths))
    let bytes = documents.reduce(0) { $0 + $1.bytes.count }
    let stages = Stages(documents: documents, bytes: bytes)
    let detector = stages.timed("compile", count: 1) { _ in Detector() }
    let slow = Detector(options: Detector.Options(usesPrefilter: false))
    guard let detector = detector.last else { return }
    let passing = stages.timed("prefilter") { detector.mayCite($0) }
    let read = zip(documents, passing).filter(\.1).map(\.0)
    print(#"{"stage":"passing","documents":\#(read.count)}"#)
    let results = Stages(documents: read, bytes: read.reduce(0) { $0 + $1.bytes.count })
      .timed("read") { slow.detect(in: $0) }
    let citations = results.flatMap(\.citations)
    print(#"{"stage":"cited","documents":\#(results.count { !$0.citations.isEmpty })}"#)
    let lines = Stages(documents: [], bytes: bytes)
      .timed("write", count: citations.count) { CitationCodec.encode(citations[$0]) }
    print(#"{"stage":"lines","count":\#(lines.count)}"#)
    if CommandLine.arguments.contains("--passing") {
      for (document, result) in zip(read, results) where result.citations.isEmpty {
        print(document.provenance.path, document.provenance.offset ?? 0)
      }
    }
  }

  private static func makeArchive(_ words: [String]) throws {
    guard words.count >= 2, let count = Int(words[1]) else { return }
    let folder = URL(filePath: words[0])
    var generator = ArchiveGenerator(seed: words.count > 2 ? UInt64(words[2]) ?? 1 : 1)
    if words.last == "append" {
      try generator.append(count, to: folder)
    } else {
      try generator.write(count, to: folder)
    }
  }

  private static func cutArchive(_ words: [String]) throws {
    guard words.count == 2, let step = Int(words[1]) else { return }
    let cuts = try ArchiveCuts(in: URL(filePath: words[0]))
    print("\(try cuts.check(every: step)) cuts")
  }

  private static func documents(at paths: [String]) -> [Document] {
    var reader = InputReader(
      inputs: paths.filter { !$0.hasPrefix("--") }.map { Input(argument: $0) },
      options: SourceOptions())
    var documents: [Document] = []
    while let event = reader.next() {
      if case .item(.document(let document), _, _) = event { documents.append(document) }
    }
    return documents
  }
}

/// What stages are timed over.
struct Stages {
  let documents: [Document]
  let bytes: Int

  /// Times work on each document.
  func timed<Result>(_ name: String, _ work: (Document) -> Result) -> [Result] {
    timed(name, count: documents.count) { work(documents[$0]) }
  }

  /// Times a number of pieces of work.
  func timed<Result>(_ name: String, count: Int, _ work: (Int) -> Result) -> [Result] {
    var results: [Result] = []
    let time = ContinuousClock().measure {
      results = (0..<count).map { work($0) }
    }
    let seconds = time / .seconds(1)
    let rate = seconds > 0 ? Double(bytes) / seconds / 1e6 : 0
    print(
      #"{"stage":"\#(name)","count":\#(count),"bytes":\#(bytes),"#
        + #""seconds":\#(seconds),"mbps":\#(rate)}"#)
    return results
  }
}
