/// How much there is to read, as far as the system can tell without reading.
public struct InputSize: Hashable, Sendable {
  /// The number of files.
  public private(set) var files = 0
  /// Their bytes, `nil` where a pipe is among them.
  public private(set) var bytes: Int? = 0

  /// Measures inputs.
  public init(of inputs: [Input]) {
    for input in inputs {
      switch input {
      case .standardInput, .list("-", _): bytes = nil
      default: add(input)
      }
    }
  }

  private mutating func add(_ input: Input) {
    var walker = InputWalker([input])
    while let step = walker.next() {
      guard case .file(let file, _) = step else { continue }
      files += 1
      bytes = bytes.flatMap { sum in file.size.map { sum + $0 } }
    }
  }
}
