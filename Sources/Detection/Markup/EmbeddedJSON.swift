/// Finds JSON inside scripts: `window.__STATE__ = {…};`, `Fusion.globalContent={…}`.
enum EmbeddedJSON {
  /// The objects and arrays that a script assigns or pushes, in order, and the code round them, in
  /// one pass; those of a few bytes are left in the code.
  static func parts(
    ofScript script: String, longerThan limit: Int = 20
  ) -> (objects: [String], code: String) {
    var script = script
    return script.withUTF8 { bytes in
      var found: [String] = []
      var code: [UInt8] = []
      var codeStart = 0
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        guard byte == 0x7B || byte == 0x5B, isGiven(bytes, at: index),
          let end = end(of: bytes, from: index)
        else {
          index += 1
          continue
        }
        if end - index > limit {
          found.append(String(decoding: bytes[index..<end], as: UTF8.self))
          code += bytes[codeStart..<index]
          codeStart = end
        }
        index = end
      }
      code += bytes[codeStart...]
      return (found, String(decoding: code, as: UTF8.self))
    }
  }

  /// Whether a value is assigned, passed, named or returned at a place: after `=`, `(`, `:`, `return`.
  private static func isGiven(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard let place = bytes[..<index].lastIndex(where: { $0 > 0x20 }) else { return false }
    let before = bytes[place]
    if before == 0x3D || before == 0x28 || before == 0x3A { return true }
    return before == 0x6E && bytes[..<(place + 1)].suffix(6).elementsEqual("return".utf8)
  }

  /// Where the value that begins at a bracket ends, brackets in strings left out of account; `nil`
  /// where what follows is code rather than data.
  private static func end(of bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var depth = 0
    var index = start
    while index < bytes.count {
      switch bytes[index] {
      case 0x22, 0x27:
        guard let close = closingQuote(bytes[index], of: bytes, from: index + 1) else { return nil }
        index = close
      case 0x7B, 0x5B: depth += 1
      case 0x7D, 0x5D:
        depth -= 1
        if depth == 0 { return index + 1 }
      // A value has no such characters outside of strings: this is code.
      case 0x3B, 0x28, 0x60: return nil
      default: break
      }
      index += 1
    }
    return nil
  }

  private static func closingQuote(
    _ quote: UInt8, of bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    var index = start
    while index < bytes.count {
      if bytes[index] == quote { return index }
      // Only a template's string runs over the end of a line; JSON with raw ones is mended elsewhere.
      if quote == 0x27, bytes[index] == 0x0A { return nil }
      index += bytes[index] == 0x5C ? 2 : 1
    }
    return nil
  }
}
