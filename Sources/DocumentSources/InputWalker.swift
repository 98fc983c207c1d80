import FoundationEssentials
import PostModel

/// Finds the files behind what a user names, folders walked in the order of their names' bytes.
///
/// What the user names and cannot be read is an error; what merely lies in a folder and is no
/// document is a warning.
struct InputWalker {
  /// One step of the walk.
  enum Step {
    /// A file to be read; `isNamed` where the user named it.
    case file(SourceFile, isNamed: Bool)
    /// A file, or a part of the walk, that cannot be read; `isMissing` where a named input fails.
    case trouble(Diagnostic, isMissing: Bool)
  }

  /// A folder whose entries are being walked.
  private struct Level {
    let folder: SourceFile
    var names: ArraySlice<String>
  }

  private var inputs: ArraySlice<Input>
  private var levels: [Level] = []
  private var waiting: [Step] = []
  private var list: PathList?
  private var hasReadStandardInput = false

  /// Walks inputs in their order.
  init(_ inputs: [Input]) {
    self.inputs = inputs[...]
  }

  /// The next step, `nil` at the end.
  mutating func next() -> Step? {
    while waiting.isEmpty {
      if let name = popName(), let folder = levels.last?.folder {
        visit(Self.join(folder.path, name), isNamed: false)
      } else if let list {
        visitNext(of: list)
      } else if let input = inputs.popFirst() {
        visit(input)
      } else {
        return nil
      }
    }
    return waiting.removeFirst()
  }

  private mutating func popName() -> String? {
    while let last = levels.indices.last {
      if let name = levels[last].names.popFirst() { return name }
      levels.removeLast()
    }
    return nil
  }

  private mutating func visit(_ input: Input) {
    switch input {
    case .path(let path): visit(path, isNamed: true)
    case .bytes(let bytes, let name):
      waiting.append(.file(.inMemory(bytes, name: name), isNamed: true))
    case .list("-", _) where hasReadStandardInput, .standardInput where hasReadStandardInput:
      report(.error, "standard input is named twice; the second was skipped", at: "-")
    case .standardInput:
      hasReadStandardInput = true
      waiting.append(.file(.standardInput, isNamed: true))
    case .list(let path, let separator):
      hasReadStandardInput = hasReadStandardInput || path == "-"
      do {
        list = try PathList(path: path, separator: separator)
      } catch {
        waiting.append(.trouble(Diagnostic(.error, error.message, path: path), isMissing: true))
      }
    }
  }

  private mutating func visitNext(of list: PathList) {
    do {
      switch try list.next() {
      case .path(let path): visit(path == "-" ? .standardInput : .path(path))
      case .tooLong(let offset):
        waiting.append(
          .trouble(
            Diagnostic(
              .error, "this entry of the list is no path; with zeros between paths, add -0",
              path: "list", offset: offset), isMissing: false))
      case nil: self.list = nil
      }
    } catch {
      self.list = nil
      waiting.append(.trouble(Diagnostic(.error, error.message, path: error.path), isMissing: true))
    }
  }

  private mutating func visit(_ path: String, isNamed: Bool) {
    do {
      let file = try SourceFile.at(path)
      switch file.kind {
      case .folder: enter(file)
      case .special where !isNamed:
        report(.warning, "is a pipe, socket or device; skipped", at: path)
      case .regular, .special: waiting.append(.file(file, isNamed: isNamed))
      }
    } catch {
      waiting.append(
        .trouble(Diagnostic(.error, error.message, path: path), isMissing: isNamed))
    }
  }

  private mutating func enter(_ folder: SourceFile) {
    guard !levels.contains(where: { $0.folder.inode == folder.inode }) else {
      return report(.warning, "is a link to a folder that holds it; skipped", at: folder.path)
    }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path) else {
      return report(
        .error, "this folder cannot be read; make it readable for this user", at: folder.path)
    }
    guard !Self.isArchive(names) else {
      return report(
        .warning, "is an archive of Roost and no input; skipped", at: folder.path)
    }
    let hidden = names.filter { $0.hasPrefix(".") }
    if !hidden.isEmpty { reportHidden(hidden, in: folder.path) }
    let visible = names.filter { !$0.hasPrefix(".") }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    if visible.isEmpty && levels.isEmpty {
      report(.error, "this folder holds no documents", at: folder.path)
    }
    levels.append(Level(folder: folder, names: visible[...]))
  }

  private mutating func reportHidden(_ names: [String], in path: String) {
    let shown = names.sorted().prefix(3).joined(separator: ", ")
    report(
      .warning,
      "\(names.count) hidden \(names.count == 1 ? "entry is" : "entries are") skipped: "
        + "\(shown)\(names.count > 3 ? ", …" : ""); name a hidden file to read it",
      at: path)
  }

  private mutating func report(
    _ severity: Diagnostic.Severity, _ message: String, at path: String
  ) {
    waiting.append(.trouble(Diagnostic(severity, message, path: path), isMissing: false))
  }

  private static func isArchive(_ names: [String]) -> Bool {
    names.contains("archive.json") && names.contains("citations")
  }

  private static func join(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }
}
