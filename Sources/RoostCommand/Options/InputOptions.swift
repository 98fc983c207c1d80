import ArgumentParser
import Detection
import DocumentSources
import FoundationEssentials
import Importing
import PostModel

/// Which documents are read, and how.
struct InputOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Files and folders to read, or - for standard input.", valueName: "input"),
    completion: .file())
  var inputs: [String]

  @OptionGroup(title: "Reading")
  var reading: ReadingOptions

  /// The inputs in their order.
  var sources: [Input] { inputs.map(Input.init(argument:)) }
}

/// How documents are read.
struct ReadingOptions: ParsableArguments {
  @Option(
    name: .customLong("input"),
    help: ArgumentHelp(
      "Read every input as this format instead of telling it by its content: "
        + "\(Self.formats.joined(separator: ", ")).", valueName: "format"),
    completion: .list(Self.formats))
  var format: String?

  @Option(
    help: ArgumentHelp(
      "Where JSON documents keep their parts, for example text=body,url=link,date=when.",
      valueName: "part=field,..."))
  var fields: String?

  @Option(
    help: ArgumentHelp(
      "Skip documents that are larger, for example 500k or 64M.", valueName: "bytes"))
  var maxDocument = ByteCount(bytes: SourceOptions.defaultDocumentLimit)

  private static let formats = InputFormat.all.filter(\.isChoice).map(\.name)

  mutating func validate() throws {
    _ = try options()
  }

  /// The options as the sources take them.
  func options() throws -> SourceOptions {
    var options = SourceOptions(documentLimit: maxDocument.bytes)
    if let format {
      guard let known = InputFormat(named: format) else {
        throw ValidationError(
          "'\(format)' is no input format; known are \(Self.formats.joined(separator: ", ")).")
      }
      options.format = known
    }
    if let fields {
      do {
        options.fields = try FieldNames(parsing: fields)
      } catch {
        throw ValidationError("--fields: \(error).")
      }
    }
    return options
  }
}
