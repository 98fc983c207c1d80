import PostModel

/// A quotation of a post as it is being read.
struct QuotationDraft {
  /// The places of the quoted pieces in the document, in UTF-8 bytes, in order.
  var ranges: [Range<Int>]
  /// The quoted pieces.
  var pieces: [String]
  var tie: QuotationTie
  /// The words that hold the cue.
  var cue: String
  var author: String?
  var handle: String?
  var date: PostDate?
  /// What the prose wrote for the date.
  var dateWords: String?
  var reference: PostReference?
  var confidence: Double
  /// The number of its paragraph.
  var paragraph: Int

  /// The sighting that this makes.
  var sighting: Sighting? {
    guard let first = ranges.first, let last = ranges.last else { return nil }
    let range = first.lowerBound..<last.upperBound
    var sighting = Sighting(
      .quotation, at: .text(utf8Range: range), platform: tie.platform, confidence: confidence)
    sighting.author = Account(handle: handle, name: author)
    sighting.text = pieces.joined(separator: " ")
    sighting.id = reference?.id
    sighting.permalink = reference?.permalink
    sighting.permalinkHandle = reference?.handle
    if let date { sighting.dates = [date] }
    sighting.evidence = evidence
    return sighting
  }

  private var evidence: [Evidence] {
    var evidence = [Evidence(field: "form", rule: tie.rule, value: cue)]
    func note(_ field: String, _ rule: String, _ value: String?) {
      if let value { evidence.append(Evidence(field: field, rule: rule, value: value)) }
    }
    note("author.name", "quote.source", author)
    note("author.handle", "quote.handle", handle)
    note("published", "quote.date", dateWords)
    note("permalink", "quote.address", reference?.permalink)
    return evidence
  }
}
