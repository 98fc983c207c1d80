import PostModel

/// `post` of a line as JSON has it.
struct WirePost: Decodable {
  let key: String
  let platform: String?
  let id: String?
  let permalink: String?
  let author: WireAccount?
  let text: String?
  let lang: String?
  let published: WireDate?
  let media: [WireMedia]?
  let links: [String]?
  let mentions: [String]?
  let hashtags: [String]?
  let cashtags: [String]?
  let quotes: String?
  let repliesTo: String?

  private enum CodingKeys: String, CodingKey {
    case key, platform, id, permalink, author, text, lang, published, media, links, mentions
    case hashtags, cashtags, quotes
    case repliesTo = "replies_to"
  }

  var value: Post {
    var post = Post(
      key: PostKey(rawValue: key), platform: platform.map(PlatformID.init(rawValue:)))
    post.id = id
    post.permalink = permalink
    post.author = author.map { Account(handle: $0.handle, name: $0.name, url: $0.url) }
    post.text = text
    post.language = lang.flatMap { LanguageTag($0) }
    post.published = published?.date
    post.media = (media ?? []).map { Media(url: $0.url, kind: $0.kind) }
    post.links = links ?? []
    post.mentions = mentions ?? []
    post.hashtags = hashtags ?? []
    post.cashtags = cashtags ?? []
    post.quotes = quotes.map(PostKey.init(rawValue:))
    post.repliesTo = repliesTo.map(PostKey.init(rawValue:))
    return post
  }
}

/// `author` of a post as JSON has it.
struct WireAccount: Decodable {
  let handle: String?
  let name: String?
  let url: String?
}

/// An element of `media` as JSON has it.
struct WireMedia: Decodable {
  let url: String
  let kind: Media.Kind?
}
