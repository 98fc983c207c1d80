import PostModel

extension InputFormat {
  /// A text, with or without an opening line of metadata.
  static let text = InputFormat(
    "text", "plain text, one document a file",
    recognises: { _ in true },
    makeSource: { WholeFileSource(input: $0, format: "text", mediaType: .plainText) })
}
