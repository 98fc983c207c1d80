import PostModel

extension InputFormat {
  /// A page, saved by a browser or a crawler, or a fragment of one.
  static let html = InputFormat(
    "html", "a web page or a fragment of one, in any character encoding",
    recognises: { $0.opensWithMarkup || $0.isRichInMarkup },
    makeSource: { WholeFileSource(input: $0, format: "html", mediaType: .html) })
}
