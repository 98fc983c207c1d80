import Markup
import Platforms
import PostModel

extension ArticlePage {
  /// The date of publication that the page's own scripts carry, where all that they carry are of one
  /// day: state of frameworks on pages that say it nowhere else.
  var dateInState: PostDate? {
    let scripts = document.elements.lazy.filter { $0.name == "script" }.map(\.rawText)
    let dates = scripts.flatMap { script in
      Self.anyStateKey.occur(in: script) ? Self.dates(in: script) : []
    }
    guard let first = dates.first,
      dates.allSatisfy({ $0.value.prefix(10) == first.value.prefix(10) })
    else { return nil }
    return first
  }

  /// The values behind the keys, JSON or JSON within a string of JSON.
  private static func dates(in script: String) -> [PostDate] {
    var script = script
    return script.withUTF8 { bytes in
      stateKeys.flatMap { values(behind: $0, in: bytes) }
        .compactMap { MachineDate.read($0, source: .meta) }
    }
  }

  private static func values(
    behind key: ByteNeedle, in bytes: UnsafeBufferPointer<UInt8>
  ) -> [String] {
    var values: [String] = []
    var next = 0
    while let place = key.firstIndex(in: bytes, from: next) {
      next = place + key.count
      var rest = bytes[next...]
      guard place > 0, bytes[place - 1] == 0x22, takeQuote(&rest) else { continue }
      rest = rest.drop { $0 == 0x3A || $0 == 0x20 }
      guard takeQuote(&rest) else { continue }
      values.append(
        String(decoding: rest.prefix { $0 != 0x22 && $0 != 0x5C }, as: UTF8.self))
    }
    return values
  }

  /// Takes a quotation mark, perhaps an escaped one.
  private static func takeQuote(_ bytes: inout Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let rest = bytes.first == 0x5C ? bytes.dropFirst() : bytes
    guard rest.first == 0x22 else { return false }
    bytes = rest.dropFirst()
    return true
  }

  private static let stateKeys = stateNames.map(ByteNeedle.init)

  private static let anyStateKey = ByteNeedleSet(stateNames)

  private static let stateNames = [
    "publicationDate", "datePublished", "publishedAt", "published_at", "publishDate",
    "publish_date", "first_publish_date", "firstPublishedAt", "publicationTime", "publishedDate",
    "published_date", "datePublication",
  ]
}
