extension RemnantReader {
  /// The frame's opening without a word in the place of a handle that is none: an author's line or the
  /// frame's end gives another one.
  func named(_ opening: Residue, at index: Int) -> Residue {
    guard let word = opening.doubtfulName else { return opening }
    var named = opening
    for mark in marks[(index + 1)...].prefix(12) {
      var handle: String?
      switch mark.kind {
      case .attribution(let attribution): handle = attribution.handle
      case .residue(let residue) where residue.role == .closing: handle = residue.handle
      default: continue
      }
      guard let handle else { return opening }
      if handle.lowercased() == bounds.text.string(word).lowercased() {
        named.handle = handle
      } else {
        named.range = opening.range.lowerBound..<word.lowerBound
      }
      return named
    }
    return opening
  }
}
