extension InputFormat {
  /// Web archives in one file (WACZ), and other zip files.
  static let zip = InputFormat(
    "wacz", "WACZ, a web archive in a zip file",
    recognises: { $0.opens(with: "PK\u{3}\u{4}") })
}
