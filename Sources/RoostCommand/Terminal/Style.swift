/// How text looks on a terminal, or nothing at all where colour is not wanted.
struct Style {
  /// A manner of writing (ECMA-48, Select Graphic Rendition).
  enum Manner: String {
    case bold = "1"
    case faint = "2"
    case red = "31"
    case green = "32"
    case yellow = "33"
    case cyan = "36"
  }

  /// Whether manners show.
  let isOn: Bool

  /// The style of a descriptor's terminal.
  static func of(_ descriptor: Int32) -> Style {
    Style(isOn: Terminal.hasColour(descriptor))
  }

  /// Text in a manner.
  func callAsFunction(_ text: String, _ manner: Manner) -> String {
    isOn && !text.isEmpty ? "\u{1B}[\(manner.rawValue)m\(text)\u{1B}[0m" : text
  }
}
