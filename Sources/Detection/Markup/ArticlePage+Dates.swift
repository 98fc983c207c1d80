import Markup
import PostModel

extension ArticlePage {
  /// The first publication: what is written for machines, the page's address, what is printed.
  var published: PostDate? {
    let sure = linked("datePublished", rank: 3) ?? meta(Self.publishedKeys) ?? parselyDate
    if let sure { return sure }
    let marks: Set<Substring> = ["datePublished", "dc:date", "dc:created", "dcterms:issued"]
    let stated = marked(marks) ?? linked("datePublished", rank: 1) ?? broken("datePublished")
    if let stated { return stated }
    let weak = meta(Self.weakKeys) ?? time ?? linked("dateCreated", rank: 1)
    return weak ?? marked(["dateCreated"]) ?? linked("uploadDate", rank: 1)
  }

  /// The last change, as written for machines.
  var modified: PostDate? {
    linked("dateModified", rank: 1)
      ?? meta([
        "article:modified_time", "og:updated_time", "article:updated_time", "datemodified",
        "dcterms.modified", "dc.date.modified", "last-modified", "lastmod",
      ]) ?? marked(["dateModified"]) ?? broken("dateModified")
  }

  private static let publishedKeys = [
    "article:published_time", "og:article:published_time", "article:published", "datepublished",
    "og:published_time", "parsely-pub-date", "sailthru.date", "citation_publication_date",
    "citation_online_date", "citation_date", "dc.date.issued", "dcterms.issued", "dcterms.date",
    "dc.date", "dc.date.created", "dcterms.created", "publish-date", "publish_date",
    "published_date", "publication_date", "publicationdate", "pubdate", "pub_date",
    "published_at", "published-date", "publishdate", "article.published",
    "cxenseparse:recs:publishtime",
    "bt:pubdate", "ptime", "pdate", "originalpublicationdate", "originalpublishdate",
    "article_date_original", "rnews:datepublished", "date.available", "displaydate", "release_date",
    "shareaholic:article_published_time", "vr:published_time", "dateposted", "hdl_p", "dc:date",
    "dc:created",
  ]

  /// Names that some sites give to the last change.
  private static let weakKeys = [
    "date", "article:created", "created", "datecreated", "og:pubdate", "video:release_date", "time",
    "timestamp",
  ]

  private func linked(_ key: String, rank: Int) -> PostDate? {
    data.nodes.lazy.filter { $0.rank >= rank }
      .compactMap { $0.text(key).flatMap { MachineDate.read($0, source: .jsonLD) } }.first
  }

  private func meta(_ keys: [String]) -> PostDate? {
    facts.allMetas(keys).lazy.compactMap { MachineDate.read($0, source: .meta) }.first
  }

  /// Microdata and RDFa on elements that are seen; those beside the article only if it has none.
  private func marked(_ keys: Set<Substring>) -> PostDate? {
    let named = facts.properties.filter { element in
      let names = (element["itemprop"] ?? "") + " " + (element["property"] ?? "")
      return names.split(separator: " ").contains(where: keys.contains) && !element.isOfOtherText
        && !isOfPost(element)
    }
    let sorted = named.filter { !$0.isOfOtherMatter } + named
    return sorted.lazy.compactMap { element in
      [element["datetime"], element["content"], element.text].lazy.compactMap { text in
        text.flatMap { MachineDate.read($0, source: .time) }
      }.first
    }.first
  }

  /// Parse.ly's older form keeps all fields in one `meta` as JSON.
  private var parselyDate: PostDate? {
    let fields = facts.meta("parsely-page").flatMap(LooseJSON.read) as? [String: Any]
    return (fields?["pub_date"] as? String).flatMap { MachineDate.read($0, source: .meta) }
  }

  /// Reads `"datePublished": "…"` in JSON-LD that no reader can parse.
  private func broken(_ key: String) -> PostDate? {
    data.broken.lazy.compactMap { script in
      guard let place = script.firstRange(of: "\"\(key)\"") else { return nil }
      let parts = script[place.upperBound...].prefix(80).split(separator: "\"")
      return parts.dropFirst().first.flatMap { MachineDate.read(String($0), source: .jsonLD) }
    }.first
  }

  /// A `time` of the article's head, or else the first of its body; hAtom's `abbr` is as good.
  private var time: PostDate? {
    let stamps = facts.times.filter {
      $0["datetime"] != nil && !$0.isOfOtherText && !$0.isOfChange && !isOfPost($0)
    }
    let sure = stamps.filter { $0["pubdate"] != nil || $0.isOfPublication }
    let inArticle = stamps.filter { !$0.isOfOtherMatter }
    let candidates = sure.filter { !$0.isOfOtherMatter } + sure + abbreviations + inArticle + stamps
    return candidates.lazy.compactMap { element in
      (element["datetime"] ?? element["title"]).flatMap { MachineDate.read($0, source: .time) }
    }.first
  }

  private var abbreviations: [HTMLElement] {
    document.elements.filter { $0.name == "abbr" && $0.hasClass("published") && !$0.isOfOtherText }
  }
}

extension HTMLElement {
  private var stampWords: String {
    [self, parent].compactMap { element in
      element.map { ($0["class"] ?? "") + " " + ($0["id"] ?? "") + " " + ($0["itemprop"] ?? "") }
    }.joined(separator: " ").lowercased()
  }

  fileprivate var isOfPublication: Bool {
    let words = stampWords
    return ["publish", "entry-date", "post-date", "posted"].contains { words.contains($0) }
  }

  fileprivate var isOfChange: Bool {
    let words = self["class"]?.lowercased() ?? ""
    return ["updated", "modified"].contains { words.contains($0) } && !words.contains("published")
  }
}
