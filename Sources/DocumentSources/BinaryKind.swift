/// Names the binary formats that lie about in folders of saved pages.
enum BinaryKind {
  private struct Signature {
    let bytes: [UInt8]
    let offset: Int
    let name: String

    init(_ text: String, at offset: Int = 0, _ name: String) {
      bytes = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
      self.offset = offset
      self.name = name
    }
  }

  private static let signatures = [
    Signature("%PDF-", "a PDF"), Signature("\u{89}PNG", "a PNG picture"),
    Signature("\u{FF}\u{D8}\u{FF}", "a JPEG picture"), Signature("GIF8", "a GIF picture"),
    Signature("WEBP", at: 8, "a WebP picture"), Signature("ftyp", at: 4, "a film or picture"),
    Signature("{\\rtf", "a rich text file"), Signature("\u{7F}ELF", "a program"),
    Signature("SQLite format 3\0", "an SQLite database"), Signature("BZh", "a bzip2 file"),
    Signature("\u{FD}7zXZ", "an xz file"), Signature("7z\u{BC}\u{AF}", "a 7-Zip file"),
    Signature("\u{D0}\u{CF}\u{11}\u{E0}", "an old office document"),
    Signature("PAR1", "a Parquet file"), Signature("Obj\u{1}", "an Avro file"),
    Signature("OggS", "an Ogg file"), Signature("ID3", "an MP3 file"),
    Signature("wOF", "a font"), Signature("bplist", "a property list"),
  ]

  /// What binary data the input is, `nil` where it is text.
  static func name(of sample: InputSample) -> String? {
    if let known = signatures.first(where: { sample.opens(with: $0.bytes, at: $0.offset) }) {
      return known.name
    }
    // A page or text may hold a stray NUL or two and is read all the same.
    return sample.controlsPerThousand > (sample.opensWithMarkup ? 300 : 20) ? "binary data" : nil
  }
}
