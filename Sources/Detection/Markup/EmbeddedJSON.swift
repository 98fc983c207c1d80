/// Finds JSON inside scripts: `window.__STATE__ = {…};`, `Fusion.globalContent={…}`.
enum EmbeddedJSON {
  /// The objects and arrays that a script assigns or pushes, in order, and the code round them, in
  /// one pass.
  static func parts(ofScript script: String) -> (objects: [String], code: String) {
    var script = script
    return script.withUTF8 { bytes in
      var found: [String] = []
      var code: [UInt8] = []
      var codeStart = 0
      var index = 0
      var previous: UInt8 = 0
      while index < bytes.count {
        let byte = bytes[index]
        if byte == 0x7B || byte == 0x5B, previous == 0x3D || previous == 0x28 || previous == 0x3A,
          let end = end(of: bytes, from: index)
        {
          if end - index > 20 {
            found.append(String(decoding: bytes[index..<end], as: UTF8.self))
            code += bytes[codeStart..<index]
            codeStart = end
          }
          index = end
          previous = 0x7D
          continue
        }
        if byte > 0x20 { previous = byte }
        index += 1
      }
      code += bytes[codeStart...]
      return (found, String(decoding: code, as: UTF8.self))
    }
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
