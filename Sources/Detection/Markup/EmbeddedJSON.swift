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

  /// Whether a value is assigned, passed or named at a place: after `=`, `(` or `:`.
  private static func isGiven(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard let before = bytes[..<index].last(where: { $0 > 0x20 }) else { return false }
    return before == 0x3D || before == 0x28 || before == 0x3A
  }

  /// Where the value that begins at a bracket ends, brackets in strings left out of account; `nil`
  /// where what follows is code rather than data.
  private static func end(of bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var depth = 0
    var index = start
    while index < bytes.count {
      switch bytes[index] {
      case 0x22:
        guard let close = closingQuote(of: bytes, from: index + 1) else { return nil }
        index = close
      case 0x7B, 0x5B: depth += 1
      case 0x7D, 0x5D:
        depth -= 1
        if depth == 0 { return index + 1 }
      // JSON outside of strings has no such characters: this is code.
      case 0x27, 0x3B, 0x28, 0x60: return nil
      default: break
      }
      index += 1
    }
    return nil
  }

  private static func closingQuote(of bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var index = start
    while index < bytes.count {
      if bytes[index] == 0x22 { return index }
      index += bytes[index] == 0x5C ? 2 : 1
    }
    return nil
  }
}
