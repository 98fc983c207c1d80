public import ArchiveIndex
public import ArgumentParser
import FoundationEssentials
import PostModel

/// Counts over time.
struct TimelineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline",
    abstract: "Count posts or citations over time, as a drawing, a table or an SVG file.",
    discussion: """
      Posts are counted by when they were published, citations by when their articles were; an \
      article that several sites carry counts once. Which posts count can be asked as for roost query.

      Examples:
        roost timeline handle:nasa --by month
        roost timeline post:x:1901234567890123456 --of citations --by week --svg weeks.svg
      """)

  @Argument(help: "The question, or - for standard input.")
  var question: [String] = []

  @OptionGroup(title: "Conditions") var conditions: QueryOptions
  @Option(help: ArgumentHelp("By day, week (from Monday on), month or year.", valueName: "unit"))
  var by = TimeUnit.month
  @Option(help: ArgumentHelp("Count posts or citations.", valueName: "what"))
  var of = Timeline.Subject.posts
  @Flag(help: "Count every copy of an article.") var everyCopy = false
  @Option(
    help: ArgumentHelp("Draw into this file, - for standard output.", valueName: "file"),
    completion: .file(extensions: ["svg"]))
  var svg: String?
  @OptionGroup(title: "Archive") var archive: ArchiveOptions
  @OptionGroup(title: "Answer") var answer: TableFormatOptions

  func run() throws {
    let archive = try ArchiveQuestion(archive)
    var found = 0
    for text in try QueryText.all(question) {
      let timeline = try archive.index.timeline(
        of: of, by: by, matching: try conditions.query(text), countsEveryCopy: everyCopy)
      found += timeline.bars.count
      guard !timeline.bars.isEmpty || timeline.undated > 0 else { continue }
      if let svg { try draw(timeline, text, into: svg) }
      if svg != "-" { try write(timeline) }
      if timeline.undated > 0 {
        archive.note("\(timeline.undated) more have no date that tells the \(by.rawValue)")
      }
    }
    if found == 0 { try archive.endWithNothing(isForPeople: answer.choice == .table) }
  }

  private func write(_ timeline: Timeline) throws {
    if svg != nil, answer.format == nil { return }
    if answer.choice == .table {
      var output = StandardOutput()
      for line in BarChart(timeline).lines(width: Terminal.width(1) ?? 80) {
        try output.writeStyled(line)
      }
      return try output.flush()
    }
    var list = FieldList([.init(by.rawValue), .init(of.rawValue, isRightAligned: true)])
    for bar in timeline.bars { list.add([.text(bar.name), .number(bar.count)]) }
    try list.write(as: answer.choice)
  }

  private func draw(_ timeline: Timeline, _ text: String?, into path: String) throws {
    let title = "\(of.rawValue.capitalizedFirst) by \(by.rawValue)" + (text.map { ": \($0)" } ?? "")
    let drawing = ChartDrawing(timeline, title: title).svg
    guard path != "-" else {
      var output = StandardOutput()
      try output.write(drawing)
      return try output.flush()
    }
    do {
      try Data(drawing.utf8).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw OutputError(
        isClosedPipe: false,
        description: """
          \(path): The drawing could not be written: \(Self.reason(error)). Name another file by --svg.
          """)
    }
  }
}

extension TimelineCommand {
  /// Why a file could not be written.
  private static func reason(_ error: any Error) -> String {
    switch (error as? CocoaError)?.code {
    case .fileNoSuchFile?: "there is no such folder"
    case .fileWriteNoPermission?: "permission was refused"
    case .fileWriteOutOfSpace?: "there is no space left"
    default: "the system refuses it"
    }
  }
}

extension TimeUnit: ExpressibleByArgument {}
extension Timeline.Subject: ExpressibleByArgument {}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
