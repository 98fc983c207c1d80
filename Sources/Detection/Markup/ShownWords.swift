/// What an element shows, parted into the post's words and what its platform prints round them.
struct ShownWords {
  /// The post's words: up to the attribution, without invitations and notices.
  let text: String
  /// What names the author, if anything does.
  let attribution: Residue?
  /// The words that name the author.
  let attributionLine: String

  /// Parts a text by the residues of all languages.
  init(_ text: String, residues scanner: ResidueScanner) {
    let bytes = TextBytes(text)
    let residues = scanner.residues(in: bytes)
    let attribution = residues.last { $0.role == .attribution }
    let end = attribution?.range.lowerBound ?? bytes.count
    var words = ""
    var start = 0
    for residue in residues where residue.role != .attribution {
      guard residue.range.lowerBound >= start, residue.range.upperBound <= end else { continue }
      words += bytes.string(start..<residue.range.lowerBound)
      start = residue.range.upperBound
    }
    self.text = words + bytes.string(start..<max(start, end))
    self.attribution = attribution
    attributionLine = attribution.map { bytes.string($0.range) } ?? ""
  }
}
