import ArgumentParser

/// A number of bytes as people write it: `4096`, `500k`, `32M`, `1G`.
struct ByteCount: ExpressibleByArgument, CustomStringConvertible {
  let bytes: Int

  init(bytes: Int) {
    self.bytes = bytes
  }

  init?(argument: String) {
    let digits = argument.prefix { $0.isASCII && $0.isNumber }
    let shift: Int? =
      switch argument.dropFirst(digits.count).lowercased() {
      case "", "b": 0
      case "k", "kb", "kib": 10
      case "m", "mb", "mib": 20
      case "g", "gb", "gib": 30
      default: nil
      }
    guard let number = Int(digits), let shift, number > 0, number <= Int.max >> shift else {
      return nil
    }
    bytes = number << shift
  }

  var description: String {
    for (shift, unit) in [(30, "G"), (20, "M"), (10, "k")] where bytes % (1 << shift) == 0 {
      return "\(bytes >> shift)\(unit)"
    }
    return String(bytes)
  }
}
