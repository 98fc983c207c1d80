import Foundation
import Markup
import PostModel

/// Reads what React's servers send to their pages in pieces, one call of `self.__next_f.push` a
/// piece: rows of `NUMBER:` and a value, whose texts may begin in one call and end in another.
struct FlightReader {
  let detector: MarkupDetector

  /// Whether a script sends a piece.
  static func isFlight(_ script: String) -> Bool {
    call.occurs(in: script)
  }

  /// What all pieces of a page hold together, given at the script that sends the first.
  func findings(at element: HTMLElement, of context: MarkupContext) -> MarkupFindings {
    let scripts = context.document.elements.filter { $0.name == "script" }
    guard let first = scripts.first(where: { Self.isFlight($0.rawText) }), first == element else {
      return MarkupFindings()
    }
    let stream = scripts.map { Self.pieces(of: $0.rawText) }.joined()
    var found = MarkupFindings()
    let payload = PayloadReader(detector: detector)
    for row in Self.rows(of: stream) {
      switch row {
      case .text(let text):
        found.add(payload.findings(in: text, of: context, at: element))
      case .value(let json):
        guard context.catalog.mayHoldPost(json) else { continue }
        found.add(
          payload.findings(inJSON: json, of: context, at: element) ?? MarkupFindings())
      }
    }
    return found
  }

  enum Row: Equatable {
    case text(String)
    case value(String)
  }

  private static let call = ByteNeedle("__next_f.push")

  /// The texts that a script pushes: `[1,"…"]`.
  private static func pieces(of script: String) -> String {
    guard isFlight(script) else { return "" }
    return EmbeddedJSON.parts(ofScript: script, longerThan: 4).objects.compactMap { json in
      let list = try? JSONSerialization.jsonObject(with: Data(json.utf8)) as? [Any]
      guard let list, list.count == 2, list[0] as? Int == 1 else { return nil }
      return list[1] as? String
    }.joined()
  }

  /// The rows of a stream: `7:T1a,` and 26 bytes of text, or `8:` and a value up to the line's end.
  static func rows(of stream: String) -> [Row] {
    let bytes = Array(stream.utf8)
    var rows: [Row] = []
    var place = 0
    while place < bytes.count, let colon = bytes[place...].prefix(12).firstIndex(of: 0x3A) {
      let start = colon + 1
      if start < bytes.count, bytes[start] == 0x54,
        let comma = bytes[start...].prefix(12).firstIndex(of: 0x2C),
        let length = Int(String(decoding: bytes[(start + 1)..<comma], as: UTF8.self), radix: 16)
      {
        let end = min(bytes.count, comma + 1 + length)
        rows.append(.text(String(decoding: bytes[(comma + 1)..<end], as: UTF8.self)))
        place = end
      } else {
        let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
        let row = bytes[start..<end]
        if row.first == 0x5B || row.first == 0x7B || row.first == 0x22 {
          rows.append(.value(String(decoding: row, as: UTF8.self)))
        }
        place = end + 1
      }
    }
    return rows
  }
}
