/// How sure each rule for text is of what it finds, from 0 to 1.
///
/// `Scripts/calibrate` recomputes from documents with known posts what the values ought to be.
enum Confidence {
  /// An attribution with dash, handle and date.
  static let attribution = 0.98
  /// An attribution without its dash.
  static let undashedAttribution = 0.9
  /// An attribution without a date.
  static let undatedAttribution = 0.8
  /// A picture's link and no more.
  static let mediaLink = 0.95
  /// A shortened link and no more.
  static let shortLink = 0.9
  /// A line of a platform that names the author.
  static let residue = 0.95
  /// A line of a platform in words that no pack knows, told by its form.
  static let unknownResidue = 0.8
  /// The frame of a broadcaster.
  static let frame = 0.9
  /// A card that was drawn by a site.
  static let card = 0.9
  /// A film's caption with its sound.
  static let film = 0.95
  /// A text that is one conversation and nothing else.
  static let conversation = 0.9
  /// A paragraph in another language than the article's.
  static let foreignText = 0.6
  /// A paragraph in the manner of posts.
  static let manneredText = 0.55
  /// A code of a content system that shows a post.
  static let code = 0.8
  /// An address in the text.
  static let address = 0.9
}
