/// A character encoding of the web, named as the WHATWG Encoding Standard names it.
package struct CharacterEncoding: Hashable, Sendable {
  /// The name in lower case, for example `windows-1252`.
  package let name: String
  /// What iconv calls the same encoding, or the superset that pages mean by it.
  let converterName: String

  /// Finds an encoding by any label that pages use for it, or gives `nil`.
  ///
  /// A label means what browsers take it for: `iso-8859-1` is `windows-1252`, `gb2312` is `gbk`.
  package init?(label: String) {
    let key = label.split { $0.isWhitespace || "\"';".contains($0) }.first?.lowercased() ?? ""
    guard let found = Self.byLabel[key] else { return nil }
    self = found
  }

  init(name: String, converterName: String) {
    self.name = name
    self.converterName = converterName
  }

  /// UTF-8.
  package static let utf8 = CharacterEncoding(name: "utf-8", converterName: "UTF-8")
  /// What browsers read undeclared Western pages in.
  package static let windows1252 = CharacterEncoding(name: "windows-1252", converterName: "CP1252")

  static let utf16LE = CharacterEncoding(name: "utf-16le", converterName: "UTF-16LE")
  static let utf16BE = CharacterEncoding(name: "utf-16be", converterName: "UTF-16BE")

  /// Whether ideographs take two bytes or more.
  var isMultibyte: Bool {
    ["gbk", "gb18030", "big5", "euc-jp", "shift_jis", "euc-kr", "iso-2022-jp"].contains(name)
  }

  /// Whether a page in this encoding cannot be read as ASCII, so that a `meta` naming it is wrong.
  var isUTF16: Bool { name.hasPrefix("utf-16") }
}
