/// Every format in which posts can be written.
public enum ExportFormatCatalog {
  /// The formats in the order in which they are shown.
  public static let all: [ExportFormat] = [
    .jsonLines,
    .json,
    .csv,
    .activityStreams,
    .schemaOrg,
    .webAnnotation,
    .twarc,
    .gdeltSocialLinks,
    .graphML,
    .markdown,
    .html,
    .ids,
    .urls,
  ]

  /// The format of a name.
  public static func format(named name: String) -> ExportFormat? {
    all.first { $0.name == name }
  }
}
