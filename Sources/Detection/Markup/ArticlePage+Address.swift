import Markup
import Platforms

extension ArticlePage {
  /// The canonical address as the page states it.
  ///
  /// One that leads to the front page is distrusted while anything else names a page: templates
  /// write the site's address into every page.
  var statedURL: String? {
    let found = addresses
    return (found.first { !$0.isFrontPage } ?? found.first)?.text
  }

  /// All addresses that are stated for the page, the most trusted first.
  ///
  /// A canonical address ought to be absolute; one that is not even rooted, `4711`, is often an
  /// internal number.
  private var addresses: [PageLocation] {
    let stated = [
      facts.links["canonical"]?.first, facts.meta("og:url"), data.nodes.first?.address("url"),
      data.nodes.first?.address("mainEntityOfPage"), data.nodes.first?.address("@id"),
      facts.meta("parsely-link", "twitter:url", "dc.identifier", "dcterms.identifier"),
      markedAddress,
    ].compactMap(\.self).map { AddressWrapping.captured(by: $0) ?? $0 }
    let base = self.base
    let rooted = stated.filter { $0.hasPrefix("/") }.compactMap {
      PageLocation($0, relativeTo: base)
    }
    let own = address.flatMap { address in
      AddressWrapping.captured(by: address.text).flatMap(PageLocation.init) ?? address
    }
    return stated.compactMap(PageLocation.init) + rooted + [own].compactMap(\.self)
      + stated.compactMap { PageLocation($0, relativeTo: base) }
  }

  /// What relative addresses count from: `base`, the page's own address, or any that is absolute.
  private var base: PageLocation? {
    let candidates =
      [facts.base, address?.text, facts.meta("og:url"), facts.links["canonical"]?.first]
      + [facts.links["alternate"]?.first, facts.links["shortlink"]?.first]
    return candidates.lazy.compactMap { $0.flatMap(PageLocation.init) }.first
  }

  private var markedAddress: String? {
    let marked = facts.properties.first {
      $0["itemprop"] == "mainEntityOfPage" && !$0.isOfOtherText
    }
    return marked?["href"] ?? marked?["itemid"] ?? marked?["content"]
  }
}
