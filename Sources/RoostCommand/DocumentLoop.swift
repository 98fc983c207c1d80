import DocumentSources
import Importing
import PostModel

/// Goes through documents one by one, with trouble printed as it is met.
struct DocumentLoop {
  /// What happened so far.
  private(set) var report = ImportReport()
  private var reader: InputReader
  private let printer = DiagnosticPrinter()

  /// Reads what a plan names.
  init(_ plan: DetectionPlan) {
    reader = InputReader(inputs: plan.inputs, options: plan.sources)
  }

  /// The next document, `nil` at the end.
  mutating func next() -> Document? {
    while let event = reader.next() {
      if case .item(.document(let document), _, _) = event { return document }
      report.count(event).map(printer.diagnostic)
    }
    return nil
  }
}
