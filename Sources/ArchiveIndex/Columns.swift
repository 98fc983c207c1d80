import FoundationEssentials
import PostModel

extension Citation.Form {
  /// The form's number in the index, the strongest first.
  var rank: Int {
    switch self {
    case .embed: 0
    case .remnant: 1
    case .quote: 2
    case .link: 3
    }
  }
}

extension CitationID {
  /// The 16 bytes that the digits stand for, or the text itself where it has other digits.
  var bytes: Data {
    var bytes = Data()
    var digits = Substring(rawValue)
    while let byte = UInt8(digits.prefix(2), radix: 16), digits.utf8.count >= 2 {
      bytes.append(byte)
      digits = digits.dropFirst(2)
    }
    return digits.isEmpty && bytes.count == 16 ? bytes : Data(rawValue.utf8)
  }

  init(bytes: Data) {
    guard bytes.count == 16 else {
      self.init(rawValue: String(decoding: bytes, as: UTF8.self))
      return
    }
    let digits = bytes.map { byte in
      let hex = String(byte, radix: 16)
      return hex.utf8.count == 1 ? "0" + hex : hex
    }
    self.init(rawValue: digits.joined())
  }
}
