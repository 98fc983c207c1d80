import Archive
import Detection

/// What stands in a text, as a line of JSON.
///
///     {"text":"@odile #fog","reply":"odile","entities":[
///      {"kind":"mention","value":"odile","start":0,"end":6},…]}
struct EntityLine {
  /// The line without its line feed.
  let bytes: [UInt8]

  /// Scans a text.
  init(_ text: String, _ scanner: EntityScanner) {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("text", text)
      writer.member("reply", scanner.reply(in: text)?.value)
      writer.key("entities")
      writer.array { writer in
        for entity in scanner.scan(text) { writer.object { Self.write(entity, to: &$0) } }
      }
    }
    bytes = writer.bytes
  }

  private static func write(_ entity: Entity, to writer: inout JSONWriter) {
    writer.member("kind", entity.kind.rawValue)
    writer.member("value", entity.value)
    writer.member("list", entity.list)
    writer.member("start", entity.range.lowerBound)
    writer.member("end", entity.range.upperBound)
  }
}
