import Markup
import PostModel
import Testing

@testable import Detection

/// What a reader says of a page given as text.
private func metadata(
  _ html: String, address: String? = nil, reader: ArticleReader = ArticleReader()
) -> ArticleMetadata {
  withHTMLDocument(parsing: Array(html.utf8), declaredEncoding: "utf-8") {
    reader.metadata(in: $0, address: address)
  }
}

private func linked(_ json: String) -> String {
  "<script type=\"application/ld+json\">\(json)</script>"
}

@Suite("The publication of an article")
struct ArticleDateTests {
  @Test(
    "is read wherever a page states it",
    arguments: [
      (
        linked(#"{"@type":"NewsArticle","datePublished":"2021-03-04T05:06:07+01:00"}"#),
        "2021-03-04T05:06:07+01:00", .jsonLD
      ),
      (
        linked(
          #"{"@graph":[{"@type":"WebSite"},{"@type":["Thing","BlogPosting"],"datePublished":"2021-03-04"}]}"#
        ),
        "2021-03-04", .jsonLD
      ),
      (
        linked(
          #"[{"@type":"Organization"},{"@type":"https://schema.org/ReportageNewsArticle","datePublished":["2021-03-04"]}]"#
        ),
        "2021-03-04", .jsonLD
      ),
      (
        linked(
          #"{"@type":"WebPage","mainEntity":{"@type":"Article","datePublished":{"@value":"2021-03-04"}}}"#
        ),
        "2021-03-04", .jsonLD
      ),
      (
        linked(
          "{\"@type\":\"Article\",\"description\":\"two\nlines\",\"datePublished\":\"2021-03-04\",}"
        ),
        "2021-03-04", .jsonLD
      ),
      (
        linked("/*<![CDATA[*/{\"@type\":\"Article\",\"datePublished\":\"2021-03-04\"}/*]]>*/;"),
        "2021-03-04", .jsonLD
      ),
      (
        linked(#"{"@type":"Article","name":"a "bad" quote","datePublished":"2021-03-04"}"#),
        "2021-03-04", .jsonLD
      ),
      (
        "<meta property='article:published_time' content='2021-03-04T05:06:07Z'>",
        "2021-03-04T05:06:07Z", .meta
      ),
      ("<meta name='DC.date.issued' content='2021-03-04'>", "2021-03-04", .meta),
      ("<meta name='dc.date' content='2021-03-04'>", "2021-03-04", .meta),
      (
        "<meta name='parsely-pub-date' content='2021-03-04T05:06:07Z'>", "2021-03-04T05:06:07Z",
        .meta
      ),
      ("<meta name='sailthru.date' content='2021-03-04 05:06:07'>", "2021-03-04T05:06:07", .meta),
      ("<meta name='citation_publication_date' content='2021/03/04'>", "2021-03-04", .meta),
      (
        "<meta name=pubdate content='Thu, 04 Mar 2021 05:06:07 GMT'>", "2021-03-04T05:06:07Z", .meta
      ),
      (
        "<meta name='parsely-page' content='{\"pub_date\":\"2021-03-04T05:06:07Z\"}'>",
        "2021-03-04T05:06:07Z", .meta
      ),
      ("<meta itemprop=datePublished content='2021-03-04'>", "2021-03-04", .meta),
      ("<span itemprop='datePublished' content='2021-03-04'>gestern</span>", "2021-03-04", .time),
      (
        "<span property='dc:date dc:created' content='2021-03-04'>gestern</span>", "2021-03-04",
        .time
      ),
      (
        "<article><header><time datetime='2021-03-04T05:06'>x</time></header>", "2021-03-04T05:06",
        .time
      ),
      (
        "<abbr class='published' title='2021-03-04T05:06:07+0100'>x</abbr>",
        "2021-03-04T05:06:07+01:00", .time
      ),
      (
        "<link rel=canonical href='https://blatt.example/2021/03/04/ein-fall/'>", "2021-03-04",
        .article
      ),
      (
        "<h1>Ein Fall</h1><p class='entry-date'>04.03.2021, 05:06 Uhr</p>", "2021-03-04T05:06",
        .printed
      ),
      (
        "<div id=top>Mon, 25 Dec 2023</div>\(String(repeating: "<a>x</a>", count: 20))"
          + "<h1>Ein Fall</h1><p>Sport &bull; 04.03.2021</p>",
        "2021-03-04", .printed
      ),
      (
        "<h2>Ein Fall</h2><div>04.03.2021 (ab)\(String(repeating: "<i>x</i>", count: 9))</div>",
        "2021-03-04", .printed
      ),
    ] as [(String, String, PostDate.Source)])
  func sources(html: String, value: String, source: PostDate.Source) {
    let found = metadata(html).published
    #expect(found?.value == value)
    #expect(found?.source == source)
  }

  @Test(
    "is not that of something else",
    arguments: [
      "<div class='comments'><time datetime='2021-03-04'>x</time></div>",
      "<ul class=related-posts><li><time datetime='2021-03-04'>x</time></ul>",
      "<div itemscope itemtype='http://schema.org/Comment'><i itemprop=datePublished content='2021-03-04'></i></div>",
      "<time class='updated' datetime='2021-03-04'>x</time>",
      linked(#"{"@type":"Organization","foundingDate":"2021-03-04"}"#),
      "<meta property='article:modified_time' content='2021-03-04'>",
      "<meta name='date' content='0000-00-00'>",
      "<p>Am 04.03.2021 geschah es, und niemand wusste davon.</p>",
    ])
  func traps(html: String) {
    #expect(metadata("<h1>Ein Fall</h1><p>Text</p>" + html).published == nil)
  }

  @Test("is the first one, not the last change")
  func modified() {
    let html =
      linked(#"{"@type":"Article","dateModified":"2021-05-06","datePublished":"2021-03-04"}"#)
    #expect(metadata(html).published?.value == "2021-03-04")
    #expect(metadata(html).modified?.value == "2021-05-06")
  }

  @Test("is that of the article, though the page speaks of others")
  func rank() {
    let html =
      linked(#"{"@type":"WebPage","datePublished":"2019-01-01"}"#)
      + linked(#"{"@type":"NewsArticle","datePublished":"2021-03-04"}"#)
    #expect(metadata(html).published?.value == "2021-03-04")
  }

  @Test("is asked of a reader of printed dates in the language of the page")
  func printed() {
    let reader = ArticleReader { text, language in
      guard text == "4 marca 2021", language?.rawValue == "pl" else { return nil }
      return PostDate(value: "2021-03-04", precision: .day, source: .printed)
    }
    let html = "<html lang=pl><h1>Pewien przypadek</h1><span class=data>4 marca 2021</span>"
    #expect(metadata(html, reader: reader).published?.value == "2021-03-04")
    #expect(metadata(html).published == nil)
  }
}

@Suite("The address of an article")
struct ArticleAddressTests {
  static let page = "https://blatt.example/a/ein-fall"

  @Test(
    "is absolute and its own",
    arguments: [
      ("<link rel='canonical' href='https://blatt.example/a/ein-fall'>", nil, page),
      ("<link rel=canonical href='/a/ein-fall'>", "https://blatt.example/x?y", page),
      ("<link rel=canonical href='https://archive.example/web/20150612081530/\(page)'>", nil, page),
      ("", "https://archive.example/web/20150612081530id_/\(page)", page),
      ("<base href='https://blatt.example/a/'><link rel=canonical href='ein-fall'>", nil, page),
      ("<link rel=canonical href='//blatt.example/a/ein-fall'>", nil, page),
      ("<meta property='og:url' content='\(page)'>", nil, page),
      (
        "<link rel=canonical href='https://blatt.example/'><meta property=og:url content='\(page)'>",
        nil, page
      ),
      ("<link rel=canonical href='4711'><meta property=og:url content='\(page)'>", nil, page),
      (linked("{\"@type\":\"NewsArticle\",\"mainEntityOfPage\":{\"@id\":\"\(page)\"}}"), nil, page),
      ("<link rel=canonical href='https://blatt.example/'>", page, page),
      ("<p>x", page, page),
      ("<link rel=canonical href='https://blatt.example/'>", nil, "https://blatt.example/"),
      ("<link rel=canonical href='/a/ein-fall'>", nil, nil),
      ("<link rel=canonical href='javascript:void(0)'>", nil, nil),
      ("<p>x", "file.html", nil),
    ] as [(String, String?, String?)])
  func address(html: String, address: String?, url: String?) {
    #expect(metadata(html, address: address).url == url)
  }

  @Test("names its site without www")
  func site() {
    #expect(metadata("x", address: "https://www.Blatt.example:8080/a?b").site == "blatt.example")
  }
}

@Suite("The headline of an article")
struct ArticleTitleTests {
  @Test(
    "is what the article shows, without the name of the site",
    arguments: [
      (
        "<title>Ein neuer Fall im Amt | Das Blatt</title><meta property=og:site_name content='Das Blatt'>",
        "Ein neuer Fall im Amt"
      ),
      (
        "<meta property=og:title content='Ein neuer Fall im Amt - Das Blatt'><meta property=og:site_name content='Das Blatt'>",
        "Ein neuer Fall im Amt"
      ),
      (
        "<title>Amt: so kam es</title><h1 class='site-title'><a href='/'>Das Blatt</a></h1><h1 class='entry-title'>Wie es im Amt dazu kam</h1>",
        "Wie es im Amt dazu kam"
      ),
      (
        "<meta property=og:title content='Ein neuer Fall im Amt'><h1>Politik</h1>",
        "Ein neuer Fall im Amt"
      ),
      (
        "<meta property=og:title content='Ein neuer Fall im Amt'><h1>Ein neuer\n <br>Fall im&nbsp;Amt</h1>",
        "Ein neuer Fall im Amt"
      ),
      ("<meta property=og:title content='&amp;quot;Nein&amp;quot; zum Amt'>", "\"Nein\" zum Amt"),
      ("<title>Ein neuer Fall</title><svg><title>Logo</title></svg>", "Ein neuer Fall"),
      ("<svg><title>Logo</title></svg><title>Ein neuer Fall</title>", "Ein neuer Fall"),
      (
        linked(#"{"@type":"Article","headline":"Ein neuer Fall &#8211; heute"}"#),
        "Ein neuer Fall – heute"
      ),
      ("<h1>Ein neuer Fall</h1>", "Ein neuer Fall"),
      ("<title>Erinne\u{AD}rung an den Fall</title>", "Erinnerung an den Fall"),
      ("<p>x", nil),
    ] as [(String, String?)])
  func title(html: String, title: String?) {
    #expect(metadata(html).title == title)
  }
}

@Suite("The language and the authors of an article")
struct ArticleLanguageTests {
  @Test(
    "is what the page declares",
    arguments: [
      ("<html lang='de-AT'>", "de-AT"), ("<html xml:lang=bg>", "bg"),
      ("<html><body lang=fr>", "fr"),
      ("<meta property='og:locale' content='en_GB'>", "en-GB"),
      ("<meta http-equiv='Content-Language' content='pl, en'>", "pl"),
      (linked(#"{"@type":"Article","inLanguage":"uk"}"#), "uk"),
      ("<html lang=''><meta property=og:locale content=it_IT>", "it-IT"), ("<p>x", nil),
    ] as [(String, String?)])
  func language(html: String, tag: String?) {
    #expect(metadata(html + "<p>x").language?.rawValue == tag)
  }

  @Test(
    "are the names that it states",
    arguments: [
      (
        linked(
          #"{"@type":"Article","author":[{"@type":"Person","name":"Ada Beispiel"},"By Ben Muster"]}"#
        ),
        ["Ada Beispiel", "Ben Muster"]
      ),
      (
        linked(#"{"@type":"Article","author":{"name":["Ada Beispiel","Ada  Beispiel"]}}"#),
        ["Ada Beispiel"]
      ),
      ("<meta name=author content='Ada Beispiel'>", ["Ada Beispiel"]),
      ("<meta property='article:author' content='https://social.example/ada'>", []),
      (
        "<meta name=citation_author content='Ada'><meta name=citation_author content='Ben'>",
        ["Ada", "Ben"]
      ),
      (
        "<span itemprop=author itemscope><a><span itemprop=name>Ada Beispiel</span></a> Redakteurin</span>",
        ["Ada Beispiel"]
      ),
      (
        "<a rel=author href='/ada'>Ada Beispiel</a><div class=comments><a rel=author>Zorn</a></div>",
        ["Ada Beispiel"]
      ),
    ] as [(String, [String])])
  func authors(html: String, names: [String]) {
    #expect(metadata(html).authors == names)
  }
}
