import Markup
import PostModel

extension ArticlePage {
  /// The date of publication that the page's own scripts carry, where all that they carry are of one
  /// day: state of frameworks on pages that say it nowhere else.
  var dateInState: PostDate? {
    let scripts = document.elements.lazy.filter { $0.name == "script" }.map(\.rawText)
    let dates = scripts.flatMap { script in
      Self.stateKeys.contains { $0.occurs(in: script) } ? Self.dates(in: script) : []
    }
    guard let first = dates.first,
      dates.allSatisfy({ $0.value.prefix(10) == first.value.prefix(10) })
    else { return nil }
    return first
  }

  /// The values behind the keys, JSON or JSON within a string of JSON.
  private static func dates(in script: String) -> [PostDate] {
    let plain = script.replacing("\\\"", with: "\"")
    return stateNames.flatMap { name in
      plain.split(separator: "\"\(name)\"", omittingEmptySubsequences: false).dropFirst()
        .compactMap { rest in
          let value = rest.drop { $0 == ":" || $0 == " " }
          guard value.first == "\"" else { return nil }
          return MachineDate.read(String(value.dropFirst().prefix { $0 != "\"" }), source: .meta)
        }
    }
  }

  private static let stateKeys = stateNames.map(ByteNeedle.init)

  private static let stateNames = [
    "publicationDate", "datePublished", "publishedAt", "published_at", "publishDate",
    "publish_date", "first_publish_date", "firstPublishedAt", "publicationTime", "publishedDate",
    "published_date", "datePublication",
  ]
}
