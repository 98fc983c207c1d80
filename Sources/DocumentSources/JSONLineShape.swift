#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Tells by a look over a line whether it is an object with a field for a text and none for a page.
struct JSONLineShape: Sendable {
  private let texts: [[UInt8]]
  private let pages: [[UInt8]]

  init(fields: FieldNames) {
    texts = fields.candidates(for: .text).map(Self.quoted)
    pages = fields.candidates(for: .html).map(Self.quoted)
  }

  /// Whether a line opens and closes as an object does and names a text.
  func isTextRecord(_ line: UnsafeRawBufferPointer) -> Bool {
    guard let first = line.firstIndex(where: { $0 > 0x20 }), line[first] == UInt8(ascii: "{"),
      line.last(where: { $0 > 0x20 }) == UInt8(ascii: "}"), let base = line.baseAddress
    else { return false }
    var namesText = false
    var place = first
    while let found = memchr(base + place, 0x22, line.count - place) {
      let quote = UnsafeRawPointer(found) - base
      place = quote + 1
      if pages.contains(where: { Self.stands($0, at: quote, in: line) }) { return false }
      namesText = namesText || texts.contains { Self.stands($0, at: quote, in: line) }
    }
    return namesText
  }

  /// The name in quotation marks; of a path the part that stands in the innermost object.
  private static func quoted(_ name: String) -> [UInt8] {
    Array("\"\(name.split(separator: ".").last ?? "")\"".utf8)
  }

  private static func stands(
    _ name: [UInt8], at place: Int, in line: UnsafeRawBufferPointer
  ) -> Bool {
    guard place + name.count <= line.count else { return false }
    for index in name.indices where line[place + index] != name[index] { return false }
    return true
  }
}
