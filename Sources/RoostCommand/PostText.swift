import PostModel

extension PlatformID {
  /// The name as archives write it.
  var name: String { rawValue }
}

extension PostDate {
  /// The date with where it was read and what was inferred, for people.
  var explained: String {
    let inferred = inferred.map(\.rawValue).joined(separator: ", ")
    return "\(value) (\(source.rawValue)\(inferred.isEmpty ? "" : ", \(inferred) inferred"))"
  }
}

extension Account {
  /// The handle and the name, for people.
  var shown: String? {
    let parts = [handle.map { "@\($0)" }, name].compactMap(\.self)
    return parts.isEmpty ? url : parts.joined(separator: " ")
  }
}

/// A confidence for people: two digits behind the point.
enum ConfidenceText {
  /// The text of a confidence from 0 to 1.
  static func of(_ confidence: Double) -> String {
    let hundredths = Int((confidence * 100).rounded())
    let digits = hundredths % 100
    return "\(hundredths / 100).\(digits < 10 ? "0" : "")\(digits)"
  }
}
