extension InputFormat {
  /// What is neither text nor markup.
  static let binary = InputFormat(
    "binary", "pictures, office documents and other data: recognised and skipped",
    recognises: { BinaryKind.name(of: $0) != nil })
}
