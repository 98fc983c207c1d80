extension Int {
  /// The number with what it counts: `1 line`, `2 lines`.
  func counted(_ noun: String) -> String {
    "\(self) \(noun)\(self == 1 ? "" : "s")"
  }
}
