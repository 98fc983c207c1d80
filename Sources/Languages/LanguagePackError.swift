/// Why a language pack could not be read.
public struct LanguagePackError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What went wrong.
  public enum Code: String, Hashable, Sendable {
    /// The file cannot be read.
    case unreadable
    /// The file is not JSON.
    case notJSON = "not-json"
    /// A key that every pack must have is missing.
    case missingKey = "missing-key"
    /// A key is not known; a misspelling would else be lost in silence.
    case unknownKey = "unknown-key"
    /// A value is not of the kind that its key asks for.
    case wrongValue = "wrong-value"
  }

  /// What went wrong.
  public var code: Code
  /// The file.
  public var file: String
  /// The keys on the way to the place, joined by dots; empty for the file as a whole.
  public var key: String
  /// What the reader of the file should know besides.
  public var detail: String

  /// The trouble as `FILE: key “dates.months”: what is wrong`.
  public var description: String {
    let place = key.isEmpty ? file : "\(file): key “\(key)”"
    switch code {
    case .unreadable: return "\(place): this language pack cannot be read: \(detail)"
    case .notJSON: return "\(place): this is not JSON: \(detail)"
    case .missingKey: return "\(place) is missing; every language pack needs it.\(detail)"
    case .unknownKey: return "\(place) is not known.\(detail)"
    case .wrongValue: return "\(place): \(detail)"
    }
  }
}
