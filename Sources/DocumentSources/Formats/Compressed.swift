extension InputFormat {
  /// Compressed files of one or many members.
  static let gzip = InputFormat(
    "gzip", "gzip, of any other format",
    recognises: { $0.opens(with: [0x1F, 0x8B]) },
    decompress: { GzipOrigin($0) })

  /// Zstandard frames, skippable ones before them included.
  static let zstandard = InputFormat(
    "zstd", "Zstandard, of any other format",
    recognises: {
      $0.opens(with: [0x28, 0xB5, 0x2F, 0xFD])
        || ($0.opens(with: [0x2A, 0x4D, 0x18], at: 1) && $0.bytes[0] & 0xF0 == 0x50)
    },
    decompress: { ZstandardOrigin($0) })
}
