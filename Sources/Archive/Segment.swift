/// One file of citations in an archive.
public struct Segment: Hashable, Sendable {
  /// The segment's number, from 1.
  public let number: Int
  /// The file of lines.
  public let path: String
  /// Whether the segment is closed for good.
  public let isSealed: Bool

  /// Where the seal is, or would be.
  public var sealPath: String { path.dropLast("jsonl".count) + "seal" }

  static func path(of number: Int, in folder: String) -> String {
    let digits = String(number)
    return folder + "/" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
      + ".jsonl"
  }
}

extension Archive {
  /// The segments that are there, in the order in which they were written.
  public func segments() throws(ArchiveError) -> [Segment] {
    guard Folder.exists(citationsPath) else { return [] }
    let names = Set(try Folder.names(in: citationsPath))
    var segments: [Segment] = []
    for name in names where name.hasSuffix(".jsonl") {
      let stem = String(name.dropLast(".jsonl".count))
      guard let number = Int(stem), number > 0 else { continue }
      segments.append(
        Segment(
          number: number, path: citationsPath + "/" + name,
          isSealed: names.contains(stem + ".seal")))
    }
    return segments.sorted { $0.number < $1.number }
  }
}
