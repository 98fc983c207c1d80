import ArgumentParser
import Detection
import DocumentSources
import FoundationEssentials
import Importing
import PostModel

/// What is looked for in documents.
struct DetectorOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Report only these forms: \(Self.names.joined(separator: ", ")).", valueName: "form,..."),
    completion: .list(Self.names))
  var forms: String?

  @Option(
    help: ArgumentHelp("Report only citations at least this sure, from 0 to 1.", valueName: "c"))
  var minConfidence = Detector.Options.defaultConfidence

  @OptionGroup var languages: LanguageOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Work on this many documents at once, without it as many as there are processors; the "
        + "output is the same for any number.", valueName: "n"))
  var jobs: Int?

  @Flag(
    inversion: .prefixedNo,
    help: ArgumentHelp(
      "Let documents go unread whose bytes show that they cite nothing; what is found is the same.",
      visibility: .default))
  var prefilter = true

  private static let names = Citation.Form.allCases.map(\.rawValue)

  mutating func validate() throws {
    _ = try options()
    guard (1...1024).contains(jobs ?? 1) else {
      throw ValidationError("--jobs takes a number from 1 to 1024.")
    }
  }

  /// The options as the detector takes them.
  func options() throws -> Detector.Options {
    guard (0...1).contains(minConfidence) else {
      throw ValidationError("--min-confidence takes a number from 0 to 1.")
    }
    guard let forms else {
      return Detector.Options(minimumConfidence: minConfidence, usesPrefilter: prefilter)
    }
    let chosen = try forms.split(separator: ",").map { try form($0) }
    return Detector.Options(
      forms: Set(chosen), minimumConfidence: minConfidence, usesPrefilter: prefilter)
  }

  /// The options with the user's own language packs, which are read here.
  func optionsWithLanguages() throws -> Detector.Options {
    var options = try options()
    options.languages = try languages.packs()
    return options
  }

  private func form(_ name: Substring) throws -> Citation.Form {
    guard let form = Citation.Form(rawValue: name.lowercased()) else {
      throw ValidationError(
        "'\(name)' is no form; known are \(Self.names.joined(separator: ", ")).")
    }
    return form
  }
}

extension DetectionPlan {
  /// Plans a run as the options ask for it.
  init(_ input: InputOptions, _ detector: DetectorOptions) throws {
    self.init(
      inputs: input.sources, sources: try input.reading.options(),
      detector: try detector.optionsWithLanguages(),
      jobs: detector.jobs ?? ProcessInfo.processInfo.activeProcessorCount)
  }
}
