/// A format in which posts can be written.
public struct ExportFormat: Sendable {
  /// The name by which it is asked for.
  public let name: String
  /// What it is: a phrase.
  public let summary: String
  /// Its media type, for the web.
  public let mediaType: String
  /// The ending of file names, without a dot.
  public let fileExtension: String
  /// Makes an exporter that has written nothing yet.
  public let makeExporter: @Sendable () -> any Exporter

  /// Declares a format.
  public init(
    name: String, summary: String, mediaType: String, fileExtension: String,
    makeExporter: @escaping @Sendable () -> any Exporter
  ) {
    self.name = name
    self.summary = summary
    self.mediaType = mediaType
    self.fileExtension = fileExtension
    self.makeExporter = makeExporter
  }
}
