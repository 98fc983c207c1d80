import Archive
import DocumentSources
import Exporting
import Languages
import Platforms
import PostModel

/// A list of what this build knows, as a table and as JSON Lines.
struct CatalogList {
  private let keys: [String]
  private let rows: [[String]]

  /// The list for people; the last column gives way where it is too wide.
  var table: Table {
    var table = Table(
      keys.map { Table.Column(title: $0.uppercased(), isFlexible: $0 == keys.last) })
    for row in rows { table.add(row) }
    return table
  }

  /// The list for machines, an object a line.
  var lines: [[UInt8]] {
    rows.map { row in
      var writer = JSONWriter()
      writer.object { writer in
        for (key, value) in zip(keys, row) where !value.isEmpty {
          writer.key(named: key)
          writer.string(value)
        }
      }
      return writer.bytes
    }
  }

  static var platforms: CatalogList {
    CatalogList(
      keys: ["platform", "name", "state", "hosts"],
      rows: Platform.all.map {
        [
          $0.id.rawValue, $0.name, $0.isRetired ? "retired" : "",
          $0.hosts.joined(separator: " "),
        ]
      })
  }

  static var languages: CatalogList {
    CatalogList(
      keys: ["language", "name"],
      rows: LanguagePack.all.map { [$0.language.rawValue, $0.name] })
  }

  static var formats: CatalogList {
    let inputs = InputFormat.all.map {
      [$0.name, $0.isRead ? "in" : "recognised", $0.summary]
    }
    let outputs = ExportFormatCatalog.all.map { [$0.name, "out", $0.summary] }
    return CatalogList(keys: ["format", "direction", "summary"], rows: inputs + outputs)
  }
}
