import FoundationEssentials

extension LanguagePack {
  /// Reads a pack from JSON and refuses what it does not know.
  ///
  /// - Parameters:
  ///   - json: The file's bytes, UTF-8.
  ///   - file: The file's name, for the error.
  /// - Throws: The first key that is missing, unknown or of the wrong kind.
  public init(json: [UInt8], file: String) throws(LanguagePackError) {
    let data = Data(json)
    do {
      self = try JSONDecoder().decode(LanguagePack.self, from: data)
      try Self.refuseUnknownKeys(in: data, of: self, file: file)
      try Self.checkTables(of: self, file: file)
    } catch let error as LanguagePackError {
      throw error
    } catch let error as DecodingError {
      throw LanguagePackError(error, file: file)
    } catch {
      throw LanguagePackError(code: .notJSON, file: file, key: "", detail: "\(error)")
    }
  }

  /// Reads a pack that is known to be sound: the packs of this build are checked by its tests.
  init?(trusted json: [UInt8]) {
    guard let pack = try? JSONDecoder().decode(LanguagePack.self, from: Data(json)) else {
      return nil
    }
    self = pack
  }

  /// A key that the pack does not write again is one that it did not read.
  private static func refuseUnknownKeys(in data: Data, of pack: LanguagePack, file: String) throws {
    let written = try JSONDecoder().decode(JSONShape.self, from: data)
    let read = try JSONDecoder().decode(JSONShape.self, from: JSONEncoder().encode(pack))
    if let key = written.firstKey(missingIn: read) {
      throw LanguagePackError(code: .unknownKey, file: file, key: key, detail: "")
    }
  }

  private static func checkTables(of pack: LanguagePack, file: String) throws {
    let tables = [
      ("dates.months", pack.dates.months, 12), ("dates.weekdays", pack.dates.weekdays, 7),
      ("dates.otherCalendar.months", pack.dates.otherCalendar?.months ?? [], 12),
    ]
    for (key, rows, count) in tables where rows.count != count && !rows.isEmpty {
      throw LanguagePackError(
        code: .wrongValue, file: file, key: key,
        detail: "\(count) lists of names are needed, \(rows.count) are there.")
    }
    if pack.dates.months.isEmpty || pack.dates.orders.isEmpty {
      throw LanguagePackError(
        code: .wrongValue, file: file, key: "dates", detail: "Months and an order are needed.")
    }
  }
}

extension LanguagePackError {
  init(_ error: DecodingError, file: String) {
    func joined(_ path: [any CodingKey]) -> String {
      path.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: ".")
    }
    switch error {
    case .keyNotFound(let key, let context):
      self.init(
        code: .missingKey, file: file, key: joined(context.codingPath + [key]), detail: "")
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      self.init(
        code: .wrongValue, file: file, key: joined(context.codingPath),
        detail: context.debugDescription)
    case .dataCorrupted(let context):
      self.init(
        code: context.codingPath.isEmpty ? .notJSON : .wrongValue, file: file,
        key: joined(context.codingPath), detail: context.debugDescription)
    @unknown default:
      self.init(code: .wrongValue, file: file, key: "", detail: "\(error)")
    }
  }
}
