/// A page's words and what its attributes keep encoded, told without a tree.
///
/// Its text is that of `HTMLDocument.text` for all but badly broken pages, at some twenty times the
/// speed: tags, quotation marks and comments are read as libxml2 reads them, but nothing is built.
package struct PageSkim {
  /// The page's words as a reader sees them.
  package let text: String
  /// What `html` says of the page's language.
  package let language: String?
  /// Values of attributes and contents of scripts that begin as encoded markup does, in bytes.
  package let encoded: [Range<Int>]
  private let idle: [IdleBytes]

  /// Skims valid UTF-8 without NUL.
  package init(_ bytes: UnsafeRawBufferPointer) {
    var language: String?
    var encoded: [Range<Int>] = []
    var idle: [IdleBytes] = []
    let text = [UInt8](unsafeUninitializedCapacity: bytes.count + 8) { buffer, count in
      var skimmer = PageSkimmer(bytes.bindMemory(to: UInt8.self), into: buffer)
      skimmer.skim()
      count = skimmer.writer.count
      language = skimmer.language
      (encoded, idle) = (skimmer.encoded, skimmer.idle)
    }
    self.text = String(decoding: text, as: UTF8.self)
    self.language = language
    self.encoded = encoded
    self.idle = idle
  }

  /// The page without what no reader looks at: scripts, styles, comments, the long values of some
  /// attributes, unless something worth keeping stands in them.
  ///
  /// - Parameters:
  ///   - bytes: the page that was skimmed.
  ///   - places: offsets of what is worth keeping, in ascending order.
  /// - Returns: the rest of the page.
  package func reduced(
    _ bytes: UnsafeRawBufferPointer, keeping places: [Int]
  ) -> [UInt8] {
    let places = (places + encoded.map(\.lowerBound)).sorted()
    func isKept(_ range: Range<Int>) -> Bool {
      var low = 0
      var high = places.count
      while low < high {
        let middle = (low + high) / 2
        if places[middle] < range.lowerBound { low = middle + 1 } else { high = middle }
      }
      return low < places.count && places[low] < range.upperBound
    }
    return [UInt8](unsafeUninitializedCapacity: bytes.count) { buffer, count in
      var copied = 0
      func copy(_ range: Range<Int>) {
        guard !range.isEmpty, let target = buffer.baseAddress, let source = bytes.baseAddress
        else { return }
        UnsafeMutableRawPointer(target + count)
          .copyMemory(from: source + range.lowerBound, byteCount: range.count)
        count += range.count
      }
      for part in idle where part.range.lowerBound >= copied && !isKept(part.whole) {
        copy(copied..<part.range.lowerBound)
        copied = part.range.upperBound
      }
      copy(copied..<bytes.count)
    }
  }
}

/// Bytes of a page that no reader of posts or articles looks at.
struct IdleBytes {
  let range: Range<Int>
  /// Whether they matter as soon as anything in their tag does.
  let isOfTag: Bool
  /// What must hold nothing worth keeping.
  var whole: Range<Int>

  init(_ range: Range<Int>, isOfTag: Bool = false) {
    self.range = range
    self.isOfTag = isOfTag
    whole = range
  }
}
