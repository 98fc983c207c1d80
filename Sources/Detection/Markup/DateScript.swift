import PostModel

/// Takes the parts of a written moment one after another.
struct DateScript {
  private let bytes: [UInt8]
  var position = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// A time of day with its zone, in EDTF.
  struct Clock {
    let text: String
    let precision: PostDate.Precision
  }

  /// Whether nothing but white space is left.
  var isAtEnd: Bool { bytes[position...].allSatisfy { $0 <= 0x20 } }

  private var next: UInt8 { position < bytes.count ? bytes[position] : 0 }

  mutating func skipSpaces() { skip(" \t\n\r") }

  mutating func skip(_ characters: String) {
    while position < bytes.count, characters.utf8.contains(next) { position += 1 }
  }

  /// Takes one of some ASCII characters.
  mutating func take(anyOf characters: String) -> String? {
    guard position < bytes.count, characters.utf8.contains(next) else { return nil }
    defer { position += 1 }
    return String(UnicodeScalar(next))
  }

  /// Takes all digits that stand here, if their number is right.
  mutating func number(_ lengths: ClosedRange<Int>) -> Int? {
    let digits = bytes[position...].prefix { (0x30...0x39).contains($0) }
    guard lengths.contains(digits.count) else { return nil }
    position += digits.count
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// Takes a word of ASCII letters and gives it in lower case.
  private mutating func word() -> String? {
    let letters = bytes[position...].prefix { (0x61...0x7A).contains($0 | 0x20) }
    guard !letters.isEmpty else { return nil }
    position += letters.count
    return String(decoding: letters, as: UTF8.self).lowercased()
  }

  /// Takes `December` or `Dec`.
  mutating func month() -> Int? {
    let start = position
    let names = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september",
      "october", "november", "december",
    ]
    if let word = word(), word.utf8.count >= 3,
      let place = names.firstIndex(where: {
        $0.hasPrefix(word) || word == "sept" && $0 == "september"
      })
    {
      return place + 1
    }
    position = start
    return nil
  }

  /// Passes over `Wed, `.
  mutating func skipWeekday() {
    let start = position
    let days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    guard let word = word(), word.utf8.count >= 3,
      days.contains(where: { $0.hasPrefix(word) || word == "thurs" || word == "tues" })
    else {
      position = start
      return
    }
    skip(" ,.")
  }

  /// Passes over the `th` of `5th`.
  mutating func skipOrdinal() {
    let start = position
    if !["st", "nd", "rd", "th"].contains(word() ?? "") { position = start }
  }

  /// Takes `T05:50:40.123+01:00`, ` 5:50 pm`, ` - 05:50 GMT`; nothing is taken where there is none.
  mutating func clock() -> Clock? {
    let start = position
    skip("Tt ,-|@")
    if let word = word(), word != "at" { position -= word.utf8.count }
    skip(" ")
    guard let time = timeOfDay() else {
      position = start
      return nil
    }
    return Clock(text: time.text + zone(), precision: time.precision)
  }

  private mutating func timeOfDay() -> (text: String, precision: PostDate.Precision)? {
    guard var hour = hourOnly() else { return nil }
    let hasColons = take(anyOf: ":.h") != nil
    guard let minute = number(2...2, cut: !hasColons), minute < 60 else { return nil }
    var text = ":\(two(minute))"
    var precision = PostDate.Precision.minute
    let beforeSeconds = position
    if !hasColons || take(anyOf: ":") != nil, let second = number(2...2, cut: !hasColons),
      second < 61
    {
      text += ":\(two(min(second, 59)))"
      precision = .second
      if let thousandths = fraction() {
        text += ".\(thousandths)"
        precision = .millisecond
      }
    } else {
      position = beforeSeconds
    }
    hour = afternoon(hour)
    return hour < 24 ? (two(hour) + text, precision) : nil
  }

  private mutating func hourOnly() -> Int? {
    let digits = bytes[position...].prefix { (0x30...0x39).contains($0) }
    // `T0550` has four digits or six; all else has a colon.
    return number(1...2, cut: digits.count == 4 || digits.count == 6)
  }

  private mutating func number(_ lengths: ClosedRange<Int>, cut: Bool) -> Int? {
    guard cut else { return number(lengths) }
    let digits = bytes[position...].prefix(2)
    guard digits.count == 2, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    position += 2
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  private mutating func fraction() -> String? {
    let start = position
    guard take(anyOf: ".,") != nil else { return nil }
    let digits = bytes[position...].prefix { (0x30...0x39).contains($0) }
    guard !digits.isEmpty else {
      position = start
      return nil
    }
    position += digits.count
    let text = String(decoding: digits.prefix(3), as: UTF8.self)
    return text + String(repeating: "0", count: 3 - text.utf8.count)
  }

  /// Adds twelve hours for `pm`.
  private mutating func afternoon(_ hour: Int) -> Int {
    let start = position
    skip(" ")
    let mark = bytes[position...].prefix { $0 == 0x2E || (0x61...0x7A).contains($0 | 0x20) }
    let letters = String(decoding: mark, as: UTF8.self).lowercased().filter { $0 != "." }
    guard letters == "am" || letters == "pm", (1...12).contains(hour) else {
      position = start
      return hour
    }
    position += mark.count
    return hour % 12 + (letters == "pm" ? 12 : 0)
  }

  /// The zone as EDTF writes it, empty where none is written.
  private mutating func zone() -> String {
    let start = position
    skip(" ")
    let name = word() ?? ""
    if let offset = Self.offsets[name], !name.isEmpty {
      // `GMT+0100`: the name says nothing, the number all.
      return (offset == "Z" ? numericZone() : nil) ?? offset
    }
    if name.isEmpty, let zone = numericZone() { return zone }
    position = start
    return ""
  }

  private mutating func numericZone() -> String? {
    let start = position
    guard let sign = take(anyOf: "+-"), let hours = number(2...2, cut: true), hours < 19 else {
      position = start
      return nil
    }
    _ = take(anyOf: ":")
    let minutes = number(2...2, cut: true) ?? 0
    return hours == 0 && minutes == 0 ? "Z" : "\(sign)\(two(hours)):\(two(min(minutes, 59)))"
  }

  private static let offsets = [
    "z": "Z", "utc": "Z", "gmt": "Z", "ut": "Z", "est": "-05:00", "edt": "-04:00",
    "cst": "-06:00", "cdt": "-05:00", "mst": "-07:00", "mdt": "-06:00", "pst": "-08:00",
    "pdt": "-07:00", "cet": "+01:00", "cest": "+02:00", "eet": "+02:00", "eest": "+03:00",
    "msk": "+03:00", "jst": "+09:00", "kst": "+09:00",
  ]
}

private func two(_ number: Int) -> String {
  number < 10 ? "0\(number)" : String(number)
}
