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
  var inputs: [String] = []

  @Option(
    help: ArgumentHelp(
      "Read the files and folders that a list names, one a line; - for standard input.",
      valueName: "list"),
    completion: .file())
  var filesFrom: String?

  @Flag(
    name: [.customShort("0"), .customLong("null")],
    help: "The paths of the list end with zero bytes, as find -print0 writes them.")
  var isListOfZeros = false

  @OptionGroup(title: "Reading")
  var reading: ReadingOptions

  mutating func validate() throws {
    guard !inputs.isEmpty || filesFrom != nil else {
      throw ValidationError(
        "Missing expected argument '<input> ...'; or name a list by --files-from.")
    }
  }

  /// The inputs in their order, those of the list last.
  var sources: [Input] {
    inputs.map(Input.init(argument:))
      + (filesFrom.map { [.list(path: $0, separator: isListOfZeros ? .zero : .lineFeed)] } ?? [])
  }
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
