/// The encodings that a page names itself: byte order mark, `meta`, XML declaration.
struct EncodingDeclarations {
  /// What the byte order mark says, and its length.
  let mark: (encoding: CharacterEncoding, length: Int)?
  /// What the first `meta` or the XML declaration says.
  let inPage: CharacterEncoding?

  /// How far a `meta` is looked for: the standard says 1024 bytes, but pages put scripts before it.
  private static let reach = 32_768

  init(_ bytes: [UInt8], isMarkup: Bool) {
    mark = Self.mark(bytes)
    guard isMarkup else {
      inPage = nil
      return
    }
    let head = Array(bytes.prefix(Self.reach))
    inPage = Self.meta(head) ?? Self.xml(head)
  }

  private static func mark(_ bytes: [UInt8]) -> (CharacterEncoding, Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LE, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BE, 2) }
    return nil
  }

  private static func meta(_ head: [UInt8]) -> CharacterEncoding? {
    var start = 0
    while let tag = find("<meta", in: head, from: start) {
      let end = head[tag...].firstIndex(of: 0x3E) ?? head.count
      if let place = find("charset", in: Array(head[tag..<end]), from: 0),
        let found = label(head[(tag + place + 7)..<end])
      {
        return found.isUTF16 ? .utf8 : found
      }
      start = max(end, tag + 5)
    }
    return nil
  }

  private static func xml(_ head: [UInt8]) -> CharacterEncoding? {
    guard let start = head.firstIndex(where: { $0 > 0x20 }), start < 64,
      head[start...].starts(with: Array("<?xml".utf8)),
      let end = head.firstIndex(of: 0x3E),
      let place = find("encoding", in: Array(head[..<end]), from: start),
      let found = label(head[(place + 8)..<end])
    else { return nil }
    return found.isUTF16 ? .utf8 : found
  }

  /// Reads `="utf-8"`, with or without quotes.
  private static func label(_ bytes: ArraySlice<UInt8>) -> CharacterEncoding? {
    let isSpace: (UInt8) -> Bool = { $0 <= 0x20 }
    var rest = bytes.drop(while: isSpace)
    guard rest.first == 0x3D else { return nil }
    rest = rest.dropFirst().drop { isSpace($0) || $0 == 0x22 || $0 == 0x27 }
    let word = rest.prefix { !isSpace($0) && $0 != 0x22 && $0 != 0x27 && $0 != 0x3B && $0 != 0x2F }
    return CharacterEncoding(label: String(decoding: word, as: UTF8.self))
  }

  /// Finds lower-case ASCII in bytes of any case.
  private static func find(_ word: String, in bytes: [UInt8], from start: Int) -> Int? {
    let word = Array(word.utf8)
    guard bytes.count >= word.count + start else { return nil }
    return (start...(bytes.count - word.count)).first { place in
      word.indices.allSatisfy { offset in
        let byte = bytes[place + offset]
        return ((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) == word[offset]
      }
    }
  }
}
