/// The head of an HTTP response (RFC 9112), as far as a document needs it.
struct HTTPHead {
  /// How long a head may be, in bytes.
  static let limit = 1 << 18

  /// The status, `nil` where none is written.
  let status: Int?
  /// What the content is.
  let contentType: ContentType?
  /// The encodings of the content in the order in which they were applied, in lower case.
  let encodings: [String]
  /// Whether the content is said to come in chunks.
  let isChunked: Bool
  /// How long the head is.
  let length: Int
  /// Whether no end of the head was found.
  let isEndless: Bool

  /// Reads the head that a block begins with, `nil` where it begins with none; a head without an end
  /// takes all that there is.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, _ fields: inout HeaderFields) {
    guard bytes.opens(with: "http/") else { return nil }
    let head = UnsafeBufferPointer(rebasing: bytes.prefix(Self.limit))
    let feed = head.firstIndex(of: 0x0A, from: 0) ?? head.count - 1
    let end = fields.read(head, from: feed + 1) { bytes, line in
      bytes[line.lowerBound] == UInt8(ascii: "<")
    }
    if case .found(let place) = end { length = place } else { length = head.count }
    if case .found = end { isEndless = false } else { isEndless = true }
    status = Self.status(UnsafeBufferPointer(rebasing: head[..<feed]))
    contentType = fields.text("content-type", in: head).map(ContentType.init)
    encodings = Self.list(fields.text("content-encoding", in: head))
    isChunked = Self.list(fields.text("transfer-encoding", in: head)).contains("chunked")
  }

  /// `HTTP/1.1 200 OK`.
  private static func status(_ line: UnsafeBufferPointer<UInt8>) -> Int? {
    let words = line.split(separator: 0x20, maxSplits: 2)
    guard words.count > 1 else { return nil }
    return Int(String(decoding: line[words[1].indices].prefix { $0 > 0x20 }, as: UTF8.self))
  }

  private static func list(_ text: String?) -> [String] {
    guard let text else { return [] }
    return text.split(separator: ",").map { word in
      word.lowercased().filter { !$0.isWhitespace && $0 != "\"" }
    }
  }
}

/// A media type with the character encoding that stands beside it (RFC 9110, 8.3).
struct ContentType {
  /// The type in lower case, without parameters.
  let name: String
  /// The character encoding, `nil` where none is written.
  let charset: String?

  /// Reads the value of `Content-Type`.
  init(_ text: String) {
    let parts = text.split(separator: ";", omittingEmptySubsequences: false)
    name = parts.first.map { $0.lowercased().filter { !$0.isWhitespace } } ?? ""
    charset = parts.dropFirst().lazy.compactMap(Self.charset).first
  }

  private static func charset(_ parameter: Substring) -> String? {
    let words = parameter.split(separator: "=", maxSplits: 1)
    guard words.count == 2, words[0].lowercased().filter({ !$0.isWhitespace }) == "charset" else {
      return nil
    }
    let value = words[1].filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
    return value.isEmpty ? nil : value
  }
}

extension ContentType {
  /// Pages, also those for old telephones.
  var isPage: Bool {
    name == "text/html" || name == "application/xhtml+xml"
      || name == "application/vnd.wap.xhtml+xml"
  }

  /// Plain text.
  var isPlainText: Bool { name == "text/plain" }

  /// Whether the type says nothing, so that the content must.
  var isUnknown: Bool {
    name.isEmpty || name == "unk" || name == "application/octet-stream" || !name.contains("/")
      || name == "application/unknown" || name == "content/unknown"
  }
}
