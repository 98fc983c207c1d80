import Archive
import Exporting

/// A list of rows that are no posts, for people as a table, for machines as JSON Lines or CSV.
struct FieldList {
  /// A column.
  struct Field {
    let name: String
    var isFlexible = false
    var isRightAligned = false

    init(_ name: String, isFlexible: Bool = false, isRightAligned: Bool = false) {
      self.name = name
      self.isFlexible = isFlexible
      self.isRightAligned = isRightAligned
    }
  }

  /// A value.
  enum Value {
    case text(String)
    case number(Int)

    /// The value for people.
    var shown: String {
      switch self {
      case .text(let text): text
      case .number(let number): "\(number)"
      }
    }
  }

  private let fields: [Field]
  private var rows: [[Value]] = []

  /// Makes a list without rows.
  init(_ fields: [Field]) {
    self.fields = fields
  }

  /// Adds a row, a value for each field.
  mutating func add(_ values: [Value]) {
    rows.append(values)
  }

  /// Writes the list to standard output.
  func write(as format: TableFormatOptions.Format) throws {
    var output = StandardOutput()
    switch format {
    case .table:
      for line in table.lines(width: Terminal.width(1), style: .of(1)) {
        try output.writeStyled(line)
      }
    case .jsonl:
      for row in rows { try output.writeLine(object(row)) }
    case .csv:
      try output.write(CSV.line(fields.map(\.name)))
      for row in rows { try output.write(CSV.line(row.map(\.shown))) }
    }
    try output.flush()
  }

  private var table: Table {
    var table = Table(
      fields.map {
        Table.Column(
          title: $0.name.uppercased(), isFlexible: $0.isFlexible, isRightAligned: $0.isRightAligned)
      })
    for row in rows { table.add(row.map(\.shown)) }
    return table
  }

  private func object(_ row: [Value]) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      for (field, value) in zip(fields, row) {
        switch value {
        case .text(let text) where text.isEmpty: break
        case .text(let text):
          writer.key(named: field.name)
          writer.string(text)
        case .number(let number):
          writer.key(named: field.name)
          writer.integer(number)
        }
      }
    }
    return writer.bytes
  }
}
