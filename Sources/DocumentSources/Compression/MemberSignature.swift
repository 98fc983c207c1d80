/// How the beginning of a compressed member is known among other bytes.
enum MemberSignature {
  /// A gzip member: `1F 8B`, method 8, no reserved flag, a known extra flag and system (RFC 1952, 2.3).
  case gzip
  /// A Zstandard frame (RFC 8878, 3.1.1).
  case zstandard

  /// How many bytes must be at hand to tell.
  var length: Int {
    switch self {
    case .gzip: 10
    case .zstandard: 4
    }
  }

  /// Whether a member begins at a place.
  func stands(in bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
    guard place + length <= bytes.count else { return false }
    switch self {
    case .gzip:
      return bytes[place] == 0x1F && bytes[place + 1] == 0x8B && bytes[place + 2] == 8
        && bytes[place + 3] < 0x20 && [0, 2, 4].contains(bytes[place + 8])
        && (bytes[place + 9] < 14 || bytes[place + 9] == 255)
    case .zstandard:
      return bytes[place] == 0x28 && bytes[place + 1] == 0xB5 && bytes[place + 2] == 0x2F
        && bytes[place + 3] == 0xFD
    }
  }

  /// The first place from a place on where a member begins.
  func first(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    let opening: UInt8 = self == .gzip ? 0x1F : 0x28
    var place = start
    while let found = bytes.firstIndex(of: opening, from: place) {
      if stands(in: bytes, at: found) { return found }
      place = found + 1
    }
    return nil
  }
}

extension ByteStream {
  /// Takes bytes up to the next member, or to the end; gives how many, and whether all are zero.
  func passOver(
    to signature: MemberSignature, after first: Int
  ) throws(SourceError) -> (count: Int, isPadding: Bool) {
    let start = offset
    var isPadding = true
    var from = first
    while try ensure(from + signature.length) {
      if let found = withBytes(0..<available, { signature.first(in: $0, from: from) }) {
        isPadding = isPadding && withBytes(0..<found) { $0.allSatisfy { $0 == 0 } }
        take(found)
        return (offset - start, isPadding)
      }
      // A signature may have begun in the last bytes.
      let count = available - signature.length + 1
      isPadding = isPadding && withBytes(0..<count) { $0.allSatisfy { $0 == 0 } }
      take(count)
      from = 0
    }
    isPadding = isPadding && withBytes(0..<available) { $0.allSatisfy { $0 == 0 } }
    take(available)
    return (offset - start, isPadding)
  }

  /// Goes from a broken member, as far as it was read, to the one after it; gives whether the stream
  /// went back for that, which a decoder that lost its way may make necessary.
  func passOverBroken(
    _ signature: MemberSignature, at start: Int, mayReturn: Bool
  ) throws(SourceError) -> Bool {
    var returns = false
    if mayReturn, isPlain { returns = try seek(toFileOffset: start, offset: start) }
    // Where nothing of the member was taken, its own signature is the first that is met.
    _ = try passOver(to: signature, after: offset == start ? signature.length : 0)
    return returns
  }

  /// Passes over what is no member, `noun` in words.
  func passOverGarbage(
    to signature: MemberSignature, after first: Int, noun: String
  ) throws(SourceError) -> ByteReading {
    let start = offset
    let garbage = try passOver(to: signature, after: first)
    // Tapes and copies of disks fill up with zeros.
    guard !garbage.isPadding else { return ByteReading() }
    return ByteReading(
      trouble: StreamTrouble(
        message: "\(garbage.count) bytes here are no \(noun) data and were passed over",
        offset: start))
  }
}
