import Archive
import PostModel

/// What an index keeps of one citation, in a fixed number of bytes.
struct CitationRecord: BitwiseCopyable {
  /// `ArchivePosition.number`.
  var position = 0
  /// When the post was published, in milliseconds; without a meaning where `dateRank` is 0.
  var first = Int.min
  var last = Int.max
  /// The key of platform and identifier, 0 where the platform's identifier is not known.
  var native: UInt64 = 0
  /// The first 64 bits of the citation's identifier, by which equal ranks are told apart.
  var order: UInt64 = 0
  /// A sketch of the words round the citation.
  var context: UInt64 = 0
  /// A sketch of its article's title, 0 for none that tells.
  var title: UInt64 = 0
  /// A sketch of the post's words (`Bands`), 0 for too few.
  var words: UInt64 = 0
  var length: UInt32 = 0
  /// The index of the article among those that are read together.
  var article: UInt32 = 0
  /// Names by number, 0 for none.
  var handle: UInt32 = 0
  var language: UInt16 = 0
  var platform: UInt16 = 0
  /// In ten-thousandths.
  var confidence: UInt16 = 0
  var form: UInt8 = 0
  /// How far the date may be trusted, 0 for none.
  var dateRank: UInt8 = 0
  /// What is known of the post, by `HasPart`.
  var has: UInt8 = 0

  /// Whether a beginning is known, which is not so for a bound.
  var hasFirst: Bool { dateRank > 0 && first != Int.min }
}

/// The bits that say what is known of a post.
enum HasPart {
  static let id: UInt8 = 1
  static let text: UInt8 = 2
  static let media: UInt8 = 4
  static let link: UInt8 = 8
  static let hashtag: UInt8 = 16
}

/// What an index keeps of one article, or of one stretch of its citations.
struct ArticleRecord: BitwiseCopyable {
  /// The number of its first citation.
  var number = 0
  /// How many citations follow on each other.
  var count = 0
  /// The key by its identifier.
  var identity: UInt64 = 0
  /// The day of its publication, else of its capture, since 1970-01-01.
  var day: Int32 = .min
  var site: UInt32 = 0
  var language: UInt16 = 0
}

extension ArchivePosition {
  /// The place as one number, in the order of the archive.
  var number: Int { segment << 40 | offset }

  init(number: Int) {
    self.init(segment: number >> 40, offset: number & (1 << 40 - 1))
  }
}

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
