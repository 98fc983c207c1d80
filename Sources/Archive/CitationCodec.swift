public import PostModel

/// Writes and reads the line of the archive.
///
/// One citation is one line of JSON, UTF-8, without the line feed that ends it:
///
///     {"v":1,"id":"…","form":"embed","confidence":0.98,
///      "post":{"key","platform","id","permalink","author":{"handle","name","url"},"text","lang",
///              "published":{"value","precision","source","inferred":[…]},
///              "media":[{"url","kind"}],"links","mentions","hashtags","cashtags","quotes",
///              "replies_to"},
///      "article":{"id","url","title","site","authors","published","lang","captured",
///                 "source":{"path","format","record","offset","length"},"digest"},
///      "selector":{"exact","prefix","suffix","start","end","path"},
///      "evidence":[{"field","rule","value"}],"findings":[…]}
///
/// Keys stand in this order. Absent values and empty lists are left out. Slashes and all beyond
/// ASCII stay as they are. Confidence has at most four decimals. So equal citations give equal bytes.
///
/// The encoder must not change: archives are compared, sealed and deduplicated by their bytes. A new
/// meaning is a new `v`. Keys that a reader does not know are to be skipped.
public enum CitationCodec {
  /// The line of a citation, without a line feed.
  public static func encode(_ citation: Citation) -> [UInt8] {
    var writer = JSONWriter(reservingCapacity: 1536)
    writer.object { $0.members(of: citation) }
    return writer.bytes
  }

  /// The citation of a line, with or without its line feed.
  ///
  /// Unknown keys are skipped; names of platforms, findings and rules that this build does not know
  /// are kept.
  public static func decode(_ line: some Collection<UInt8>) throws(ArchiveError) -> Citation {
    try WireCitation.decode(line)
  }
}
