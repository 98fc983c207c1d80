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
      for check in [checkTables, checkMonths, checkPatterns] { try check(file) }
    } catch let error as LanguagePackError {
      throw error
    } catch let error as DecodingError {
      throw LanguagePackError(error, file: file)
    } catch {
      throw LanguagePackError(code: .notJSON, file: file, key: "", detail: "\(error)")
    }
  }

  /// The pack as JSON, the same bytes for the same content.
  package var json: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return (try? encoder.encode(self)).map { Array($0) } ?? []
  }

  /// Reads a pack that is known to be sound: the packs of this build are checked by its tests.
  init?(trusted json: [UInt8]) {
    guard let pack = try? JSONDecoder().decode(LanguagePack.self, from: Data(json)) else {
      return nil
    }
    self = pack
  }

  /// Reads a pack from a file and refuses what it does not know.
  ///
  /// - Throws: That the file cannot be read, else what `init(json:file:)` throws.
  public init(contentsOf path: String) throws(LanguagePackError) {
    let bytes: Data
    do {
      bytes = try Data(contentsOf: URL(filePath: path))
    } catch {
      let isThere = FileManager.default.fileExists(atPath: path)
      throw LanguagePackError(
        code: .unreadable, file: path, key: "",
        detail: isThere ? "permission denied, or no plain file." : "there is no such file.")
    }
    try self.init(json: Array(bytes), file: path)
  }

  /// A key that the pack does not write again is one that it did not read.
  private static func refuseUnknownKeys(in data: Data, of pack: LanguagePack, file: String) throws {
    let written = try JSONDecoder().decode(JSONShape.self, from: data)
    let read = try JSONDecoder().decode(JSONShape.self, from: JSONEncoder().encode(pack))
    guard let key = written.firstKey(missingIn: read) else { return }
    let known = knownKeys(beside: key).map { "“\($0)”" }.joined(separator: ", ")
    throw LanguagePackError(
      code: .unknownKey, file: file, key: key, detail: known.isEmpty ? "" : " Known here: \(known)."
    )
  }

  /// The keys that the packs of this build have at the place of a key.
  private static func knownKeys(beside key: String) -> [String] {
    let path = key.split(separator: ".").dropLast().map(String.init)
    let shapes = embedded.compactMap {
      try? JSONDecoder().decode(JSONShape.self, from: Data($0.json))
    }
    return Set(shapes.flatMap { $0.keys(at: path) }).sorted()
  }

  /// Decodes one of a few names.
  static func choice<Choice: RawRepresentable<String> & CaseIterable>(
    from decoder: any Decoder
  ) throws -> Choice {
    let container = try decoder.singleValueContainer()
    let name = try container.decode(String.self)
    guard let choice = Choice(rawValue: name) else {
      let known = Choice.allCases.map { "“\($0.rawValue)”" }.joined(separator: ", ")
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "“\(name)” is none of \(known).")
    }
    return choice
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
    case .typeMismatch(let type, let context), .valueNotFound(let type, let context):
      self.init(
        code: .wrongValue, file: file, key: joined(context.codingPath),
        detail: "\(Self.name(of: type)) is expected here.")
    case .dataCorrupted(let context):
      self.init(
        code: context.codingPath.isEmpty ? .notJSON : .wrongValue, file: file,
        key: joined(context.codingPath), detail: context.debugDescription)
    @unknown default:
      self.init(code: .wrongValue, file: file, key: "", detail: "\(error)")
    }
  }

  /// What JSON calls the values that a type is read from.
  private static func name(of type: any Any.Type) -> String {
    switch type {
    case is String.Type: return "a text in quotation marks"
    case is Int.Type: return "a whole number"
    case is Bool.Type: return "true or false"
    default:
      let name = String(describing: type)
      return name.hasPrefix("Array") ? "a list [ ]" : "an object { }"
    }
  }
}
