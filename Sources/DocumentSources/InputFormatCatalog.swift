extension InputFormat {
  /// Every format that this build knows, in the order in which they are tried.
  ///
  /// Signatures come first; `text` takes what no other wants and what is not binary.
  public static let all: [InputFormat] = [
    .gzip, .zstandard, .zip, .warc, .binary, .citations, .jsonLines, .json, .html, .text,
  ]
}
