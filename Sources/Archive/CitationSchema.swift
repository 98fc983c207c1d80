/// The JSON Schema of the archive's line.
public enum CitationSchema {
  /// The schema (draft 2020-12) of the version that this build writes, UTF-8.
  public static var bytes: [UInt8] { PackageResources.citation_v1_schema_json }
}
