/// What the header of a record says (ISO 28500), as far as documents need it.
struct WARCHeader {
  /// What a record holds.
  enum Kind {
    /// A page as a server sent it.
    case response
    /// A page without the head of a message.
    case resource
    /// A text that was made from a page (WET).
    case conversion
    /// Anything else: requests, metadata, revisits, continuations.
    case other
  }

  let kind: Kind
  let recordID: String?
  let date: String?
  let targetURI: String?
  let contentType: String?
  let payloadType: String?
  let language: String?
  /// Whether the crawler cut the record off.
  let isTruncated: Bool
  /// How long the block is, `nil` where it is not said.
  let contentLength: Int?

  /// How a header was read.
  enum Reading {
    /// The header, and where the block begins.
    case whole(WARCHeader, end: Int)
    /// It goes on behind the bytes.
    case open
  }

  /// Reads the header that the bytes begin with.
  static func read(_ bytes: UnsafeBufferPointer<UInt8>, _ fields: inout HeaderFields) -> Reading {
    guard let feed = bytes.firstIndex(of: 0x0A, from: 0) else { return .open }
    let end = fields.read(bytes, from: feed + 1) { bytes, line in
      opensContent(bytes, line)
    }
    guard case .found(let place) = end else { return .open }
    return .whole(WARCHeader(fields, bytes), end: place)
  }

  /// The line of status of a message, or markup, where the empty line was forgotten.
  private static func opensContent(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Bool
  {
    bytes[line.lowerBound] == UInt8(ascii: "<")
      || line.count > 7 && bytes.opens(with: "http/", at: line.lowerBound)
        && bytes[line].contains(0x20)
  }

  private init(_ fields: HeaderFields, _ bytes: UnsafeBufferPointer<UInt8>) {
    let isContinued = (fields.number("warc-segment-number", in: bytes) ?? 1) > 1
    kind = isContinued ? .other : Self.kind(fields.value("warc-type", in: bytes), in: bytes)
    recordID = fields.text("warc-record-id", in: bytes)
      .map { $0.hasPrefix("<") && $0.hasSuffix(">") ? String($0.dropFirst().dropLast()) : $0 }
    date = fields.text("warc-date", in: bytes)
    targetURI = fields.value("warc-target-uri", in: bytes).flatMap { Self.address(bytes, $0) }
    contentType = fields.text("content-type", in: bytes)
    payloadType = fields.text("warc-identified-payload-type", in: bytes)
    language = fields.text("warc-identified-content-language", in: bytes)
    isTruncated = fields.value("warc-truncated", in: bytes).map { !$0.isEmpty } ?? false
    contentLength = fields.number("content-length", in: bytes)
  }

  private static func kind(_ value: Range<Int>?, in bytes: UnsafeBufferPointer<UInt8>) -> Kind {
    guard let value else { return .other }
    if bytes.holds("response", at: value) { return .response }
    if bytes.holds("resource", at: value) { return .resource }
    return bytes.holds("conversion", at: value) ? .conversion : .other
  }

  /// An address, out of its angle brackets; bytes that no address may hold are escaped (RFC 3986).
  ///
  /// Crawls of all ages hold addresses in the encodings of their pages, with spaces and controls.
  private static func address(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> String? {
    var range = range
    if range.count > 1, bytes[range.lowerBound] == UInt8(ascii: "<"),
      bytes[range.upperBound - 1] == UInt8(ascii: ">")
    {
      range = range.lowerBound + 1..<range.upperBound - 1
    }
    guard !range.isEmpty else { return nil }
    let text = String(decoding: bytes[range], as: UTF8.self)
    if text.utf8.elementsEqual(bytes[range]) { return escapingSpaces(text) }
    return bytes[range].map { byte in
      byte < 0x80 ? escapingSpaces(String(Unicode.Scalar(byte))) : escape(byte)
    }.joined()
  }

  private static func escapingSpaces(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F }) else { return text }
    return text.unicodeScalars.map { scalar in
      // A folded line.
      if scalar == "\n" || scalar == "\r" || scalar == "\t" { return "" }
      return scalar.value <= 0x20 || scalar.value == 0x7F
        ? escape(UInt8(scalar.value)) : String(scalar)
    }.joined()
  }

  private static func escape(_ byte: UInt8) -> String {
    "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }
}
