import PostModel

/// A text that is one embed and nothing else: a post below the one that it answers.
///
/// X shows the post that is answered above the answer, inside the same card. Where a corpus keeps each
/// embed as a text of its own, both stand on one line, each closed by its attribution, and the card is
/// the last one's. In a longer text the same two lines are two posts.
struct ConversationCard {
  let text: TextBytes

  /// The one post that the card shows, if the text is such a card; else the sightings as they are.
  func joined(_ sightings: [Sighting], attributions: [Attribution]) -> [Sighting] {
    let whole = text.trimmed(0..<text.count)
    guard sightings.count > 1, whole.count < Self.longest, attributions.count == sightings.count,
      sightings.allSatisfy({ $0.kind == .attributionLine }), let last = attributions.last,
      sightings[0].utf8Range.lowerBound == whole.lowerBound,
      last.utf8Range.upperBound == whole.upperBound, !text.bytes[whole].contains(0x0A),
      var card = sightings.last
    else { return sightings }
    let body = RemnantBody(text.string(whole.lowerBound..<last.utf8Range.lowerBound))
    card.location = .text(utf8Range: whole)
    card.text = body.text
    card.media = body.media
    card.links = body.links
    card.confidence = min(card.confidence, Confidence.conversation)
    card.note("text", "text.conversation-card", "\(sightings.count) attributions")
    return [card]
  }

  /// Two posts of the longest that X prints without folding, with their attributions.
  private static let longest = 2500
}
