/// The arguments of a command that takes one word each, and the lines of standard input for `-`.
struct LineInput: Sequence, IteratorProtocol {
  private var arguments: ArraySlice<String>
  private var readsLines = false

  /// Takes arguments as they were given.
  init(_ arguments: [String]) {
    self.arguments = arguments[...]
  }

  /// The next argument as it is, or the next line without the white space round it.
  mutating func next() -> String? {
    while true {
      if readsLines {
        while let line = readLine() {
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
