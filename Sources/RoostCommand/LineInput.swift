/// The arguments of a command that takes one word each, and the lines of standard input for `-`.
struct LineInput: Sequence, IteratorProtocol {
  private var arguments: ArraySlice<String>
  private var readsLines = false
  private let keepsSpace: Bool

  /// Takes arguments as they were given; `keepsSpace` leaves lines as they are, empty ones too.
  init(_ arguments: [String], keepsSpace: Bool = false) {
    self.arguments = arguments[...]
    self.keepsSpace = keepsSpace
  }

  /// The next argument as it is, or the next line without the white space round it.
  mutating func next() -> String? {
    while true {
      if readsLines {
        while let line = readLine() {
          if keepsSpace { return line }
          let word = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
          if !word.isEmpty { return word }
        }
        readsLines = false
      }
      guard let argument = arguments.popFirst() else { return nil }
      guard argument == "-" else { return argument }
      readsLines = true
    }
  }
}
