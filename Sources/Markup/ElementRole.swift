/// What an element does to the text around it.
enum ElementRole {
  case inline
  case block
  case preformatted
  case lineBreak
  case cell
  /// Neither the element nor what is in it is shown as text.
  case unseen

  /// Judges a name in lower case.
  init(_ name: String) {
    self = Self.byName[name] ?? .inline
  }

  static let byName: [String: ElementRole] = {
    var roles: [String: ElementRole] = ["pre": .preformatted, "br": .lineBreak]
    let blocks = """
      address article aside blockquote body center dd details dialog dir div dl dt fieldset
      figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav
      ol optgroup option p search section summary table tbody tfoot thead tr ul caption
      """
    let unseen = """
      audio canvas datalist head iframe noembed noframes noscript object script style svg template
      textarea title video
      """
    for name in blocks.split(whereSeparator: \.isWhitespace) { roles[String(name)] = .block }
    for name in unseen.split(whereSeparator: \.isWhitespace) { roles[String(name)] = .unseen }
    for name in ["td", "th"] { roles[name] = .cell }
    return roles
  }()
}
