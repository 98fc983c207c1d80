/// Reads a sample of bytes in each encoding in question and judges the words that come out.
struct EncodingGuess {
  /// How much better another reading must be to overrule a claim.
  let margin = 0.15
  /// Below this a reading is hardly text.
  let doubtful = 0.3
  private let sample: [UInt8]
  private let language: String?

  init(_ content: ArraySlice<UInt8>) {
    sample = Self.sample(content)
    language = Self.language(content)
  }

  /// Whether there is too little beyond ASCII to judge by.
  var isMeagre: Bool { sample.count { $0 >= 0x80 } < 12 }

  /// The encoding in which the sample makes most sense.
  var best: (encoding: CharacterEncoding, score: Double) {
    var found = (encoding: CharacterEncoding.windows1252, score: 0.0)
    for name in LetterProfile.encodingNames {
      guard let encoding = CharacterEncoding(label: name) else { continue }
      let score = score(of: encoding)
      if score > found.score + 0.02 { found = (encoding, score) }
    }
    // What makes no sense in any encoding is no text.
    return found.score < doubtful ? (.windows1252, 0) : found
  }

  /// How much sense the sample makes in an encoding: 1 is perfect, below 0 is noise.
  func score(of encoding: CharacterEncoding) -> Double {
    guard let decoded = encoding.decode(sample[...]) else { return -3 }
    let profiles = LetterProfile.all.filter { $0.encodings.contains(encoding.name) }
    // Nothing is known of the encoding's languages: whoever declares it will know.
    if profiles.isEmpty { return decoded.replaced == 0 ? 0.6 : -1 }
    let scalars = Array(String(decoding: decoded.utf8, as: UTF8.self).unicodeScalars)
    let scores = profiles.map { profile in
      profile.score(of: scalars) + (language.map(profile.languages.contains) ?? false ? 0.2 : 0)
    }
    return scores.max() ?? 0
  }

  /// The stretches between tags and line ends that hold bytes above ASCII.
  ///
  /// None of `<`, `>` and line feed is ever the second byte of a character.
  private static func sample(_ content: ArraySlice<UInt8>) -> [UInt8] {
    var sample: [UInt8] = []
    var start = content.startIndex
    while let place = content[start...].firstIndex(where: { $0 >= 0x80 }), sample.count < 16_384 {
      let isEdge: (UInt8) -> Bool = { $0 == 0x3C || $0 == 0x3E || $0 == 0x0A }
      let before = content[start..<place].lastIndex(where: isEdge).map { $0 + 1 } ?? start
      let end = content[place...].firstIndex(where: isEdge) ?? content.endIndex
      sample.append(contentsOf: content[max(before, place - 64)..<min(end, place + 2048)])
      sample.append(0x0A)
      start = min(end, place + 2048)
    }
    return sample
  }

  /// The primary subtag of `<html lang="tr">`.
  private static func language(_ content: ArraySlice<UInt8>) -> String? {
    let head = String(decoding: content.prefix(2048), as: UTF8.self).lowercased()
    guard let tag = head.firstRange(of: "<html") else { return nil }
    let rest = head[tag.upperBound...].prefix { $0 != ">" }
    guard let place = rest.firstRange(of: "lang=") else { return nil }
    let value = rest[place.upperBound...].drop { $0 == "\"" || $0 == "'" }
    let primary = value.prefix { $0.isASCII && $0.isLetter }
    return (2...3).contains(primary.count) ? String(primary) : nil
  }
}
