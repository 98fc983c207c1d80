import Markup
import Platforms
import PostModel

/// Reads the fallbacks of embeds of which only the author's line is left, without any link: the page
/// still shows that a post stood there, and whose.
struct OrphanReader {
  let context: MarkupContext

  /// The posts that are named by their authors alone, save where a post is shown anyway.
  func findings(besides shown: [Range<Int>]) -> MarkupFindings {
    var found = MarkupFindings()
    let text = context.document.text
    for residue in Self.residues(in: text, context.fallbacks.residues) {
      guard let platform = residue.platform,
        let element = context.document.element(holding: residue.range),
        !shown.contains(where: { $0.overlaps(residue.range) })
      else { continue }
      let place =
        context.host ?? .element(path: element.path, utf8Range: residue.range)
      var sighting = Sighting(.blockquote, at: place, platform: platform, confidence: 0.9)
      sighting.author = Account(handle: residue.handle, name: residue.name)
      sighting.dates = [machineDate(in: element) ?? residue.date].compactMap(\.self)
      sighting.note("author", "markup.orphan", TextBytes(text).string(residue.range))
      takeCaption(before: residue.range.lowerBound, in: element, into: &sighting)
      found.take(sighting, at: element, in: context)
    }
    return found
  }

  /// Whether a text holds the author's line of a post.
  static func mayFind(in text: String, _ scanner: ResidueScanner) -> Bool {
    !residues(in: text, scanner).isEmpty
  }

  private static func residues(in text: String, _ scanner: ResidueScanner) -> [Residue] {
    // Such a line holds a handle, and most pages hold none.
    guard signs.contains(where: { $0.occurs(in: text) }) else { return [] }
    return scanner.residues(in: TextBytes(text)).filter {
      $0.role == .attribution && $0.handle != nil && $0.platform != nil
    }
  }

  private static let signs = ["(@", "（@", " @", "u/"].map(ByteNeedle.init)

  private func machineDate(in element: HTMLElement) -> PostDate? {
    element.descendants.lazy.compactMap { $0.name == "time" ? $0["datetime"] : nil }.first
      .flatMap { MachineDate.read($0, source: .markup) }
  }

  /// Instagram's caption is a paragraph right before the line, where the line has its own.
  private func takeCaption(
    before place: Int, in element: HTMLElement, into sighting: inout Sighting
  ) {
    guard sighting.platform == "instagram", element.name == "p",
      context.document.textRange(of: element).lowerBound == place,
      let caption = element.previousSibling, caption.name == "p" || caption.name == "a"
    else { return }
    let body = PostBody(ShownWords(caption.text, residues: context.fallbacks.residues).text)
    if !body.text.isEmpty { sighting.text = body.text }
  }
}
