import Archive
import Detection
import PostModel

/// What a text says of a day, as a line of JSON.
///
///     {"text":"on 15 March","date":{"value":"2025-03-15","precision":"day","source":"prose",
///      "inferred":["year"]},"start":3,"end":11}
///     {"text":"on Tuesday","date":null,"reason":"…"}
struct DateLine {
  /// The line without its line feed.
  let bytes: [UInt8]

  /// Describes a reading.
  init(_ text: String, _ reading: DateReader.Reading) {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("text", text)
      switch reading {
      case .dates(let dates): Self.write(dates, to: &writer)
      case .relative:
        Self.writeNothing("the day that this is relative to is needed: --base YYYY-MM-DD", &writer)
      case .none: Self.writeNothing("no date was read", &writer)
      }
    }
    bytes = writer.bytes
  }

  private static func write(_ dates: [DateReader.Found], to writer: inout JSONWriter) {
    guard let first = dates.first else { return }
    write(first, to: &writer)
    guard dates.count > 1 else { return }
    writer.key("more")
    writer.array { writer in
      for date in dates.dropFirst() { writer.object { write(date, to: &$0) } }
    }
  }

  private static func write(_ found: DateReader.Found, to writer: inout JSONWriter) {
    writer.member("date", found.date)
    writer.member("start", found.range.lowerBound)
    writer.member("end", found.range.upperBound)
  }

  private static func writeNothing(_ reason: String, _ writer: inout JSONWriter) {
    writer.key("date")
    writer.null()
    writer.member("reason", reason)
  }
}
