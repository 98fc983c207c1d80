import Archive
import Detection
import Foundation
import PostModel
import TestSupport
import Testing

@Suite("The prefilter")
struct PrefilterTests {
  private static let fast = Detector()
  private static let slow = Detector(options: Detector.Options(usesPrefilter: false))

  /// Asked apart, so that a failure does not print the whole detector.
  private func passes(_ document: Document) -> Bool { Self.fast.mayCite(document) }

  private func lines(_ detector: Detector, _ document: Document) -> [String] {
    detector.detect(in: document).citations.map {
      String(decoding: CitationCodec.encode($0), as: UTF8.self)
    }
  }

  private func page(_ markup: String) -> Document {
    Document(
      bytes: Array(markup.utf8), mediaType: .html, provenance: Provenance(path: "p", format: "html")
    )
  }

  private func text(_ words: String) -> Document {
    Document(
      bytes: Array(words.utf8), mediaType: .plainText,
      provenance: Provenance(path: "t", format: "text"))
  }

  @Test(
    "what is read with it and without it gives the same lines",
    arguments: try GoldenCase.pages() + GoldenCase.broken() + GoldenCase.texts())
  func sameLines(_ golden: GoldenCase) throws {
    let document = Document(
      bytes: try golden.source(), mediaType: golden.mediaType,
      provenance: Provenance(path: golden.folder, format: "html"))
    #expect(lines(Self.fast, document) == lines(Self.slow, document))
  }

  @Test("a page in another packing loses nothing", arguments: try GoldenCase.pages())
  func sameLinesRepacked(_ golden: GoldenCase) throws {
    let source = String(decoding: try golden.source(), as: UTF8.self)
    let packings = [
      "<div data-embed-html=\"\(source.replacing("&", with: "&amp;").replacing("\"", with: "&quot;"))\"></div>",
      "<div data-embed-code=\"\(Data(source.utf8).base64EncodedString())\"></div>",
      "<!doctype html><html lang=en><body>\(source)<script>var a = 'twitter.com';</script></body>",
    ]
    for packing in packings {
      #expect(lines(Self.fast, page(packing)) == lines(Self.slow, page(packing)))
    }
  }

  /// A link, a frame or an embed, each disguised as pages disguise them; all name a post.
  static let disguises = [
    "<a href='https://twitter.com/ferry/status/1901234567890123456'>x</a>",
    "<a href=https://twitter.com/ferry/status/1901234567890123456 >x</a>",
    "<a href='https&#58;&#47;&#47;tw&#105;tter&#46;com&#x2F;ferry/status/1901234567890123456'>x</a>",
    "<a href='HTTPS://Mobile.Twitter.COM/ferry/status/1901234567890123456'>x</a>",
    "<a href='https://l.facebook.com/l.php?u=https%3A%2F%2Ftwitter.com%2Fferry%2Fstatus%2F1901234567890123456'>x</a>",
    "<a href='https://twitter.com/#!/ferry/status/1901234567890123456'>x</a>",
    "<a href=' https://twitter.com/ferry/\n status/1901234567890123456 '>x</a>",
    "<a href='https://web.archive.org/web/2020/https://twitter.com/ferry/status/20'>x</a>",
    "<script>var s = {\"type\":\"tweet\",\"url\":\"https:\\/\\/twitter.com\\/ferry\\/status\\/1901234567890123456\"}</script>",
    "<script>var s = {\"type\":\"tweet\",\"url\":\"https:\\u002F\\u002Ftwitter.com\\u002Fferry\\u002Fstatus\\u002F1901234567890123456\"}</script>",
    "<script>var s = {\"html\":\"\\u003ciframe src=\\u0022https://www.youtube.com/embed/abcdefghijk\\u0022\\u003e\"}</script>",
    "<iframe data-src='https://sea.example/@ines/116242278064339656/embed'></iframe>",
    "<div data-x='%3Ciframe%20src%3D%22https%3A%2F%2Fwww.youtube.com%2Fembed%2Fabcdefghijk%22%3E'></div>",
    "<lite-youtube videoid=abcdefghijk></lite-youtube>",
    "<div class='embed youtube-player' data-id=abcdefghijk></div>",
    "<script type=application/json>{\"type\":\"youtube\",\"id\":\"abcdefghijk\"}</script>",
    "<script type=application/json>{\"kind\" : \"tweet\",\"id\":\"1901234567890123456\"}</script>",
    "<script type=application/json>{\"tweetId\":\"1901234567890123456\"}</script>",
    "<div title='a > b' data-id=abcdefghijk data-note='c > d' data-provider=youtube></div>",
    "<script>self.__next_f.push([1,\"5:{\\\"type\\\":\\\"tweet\\\",\\\"url\\\":\\\"https://twit\"])</script><script>self.__next_f.push([1,\"ter.com/tquill/status/1877898731856859002\\\"}\\n\"])</script>",
    "<div data-provider=youtube consent-original-data-id-_=abcdefghijk></div>",
    "<p>https://www.instagram.com/p/Bxyzabcdefg/</p>",
    "<p>Post by Name, “The tide is late today,” Ines Mar wrote on <span>T</span>witter.</p>",
    "<p>“The tide is late today,” Ines Mar wr&#111;te on Twi<b>tt</b>er.</p>",
    "<p>A post <i>shared</i> by\n Ines Mar (<b>@inesmar</b>)</p>",
    "<p>The tide is late.</p><p>&mdash; Ines Mar &#40;<b>@</b>inesmar) May 4, 2022</p>",
    "<p>BREAKING: the tide is late! pic.twi<wbr>tter.com/Zk3vQ9wLmD</p>",
  ]

  @Test("no disguise hides a post", arguments: disguises)
  func disguised(_ markup: String) {
    let document = page("<html lang=en><body><article>\(markup)</article></body></html>")
    let found = lines(Self.slow, document)
    #expect(!found.isEmpty, "the example must be one that the slow way finds")
    #expect(lines(Self.fast, document) == found)
  }

  @Test("a page in UTF-16 is read")
  func wide() throws {
    let markup = "<html><body>\(Self.disguises[0])</body></html>"
    var document = page("")
    document.bytes = [0xFF, 0xFE] + Array(markup.data(using: .utf16LittleEndian) ?? Data())
    #expect(!lines(Self.slow, document).isEmpty)
    #expect(lines(Self.fast, document) == lines(Self.slow, document))
  }

  /// What most pages hold of platforms: nothing of it is a post.
  static let idle = [
    "<a href='https://twitter.com/intent/tweet?url=https%3A%2F%2Fsea.example%2F1'>Share on Twitter</a>",
    "<a href='https://www.facebook.com/sharer/sharer.php?u=https://sea.example/2020/1'>Share</a>",
    "<a href='https://t.me/share/url?url=https://sea.example/1'>Telegram</a>",
    "<a href='https://www.instagram.com/harbourtimes/'>Instagram</a>",
    "<style>.twitter-tweet{margin:0}</style><script>$('.twitter-tweet').hide()</script>",
    "<script src='https://platform.twitter.com/widgets.js'></script>",
    "<link href='https://sea.example/wp-json/oembed/1.0/embed?url=https%3A%2F%2Fsea.example'>",
    "<p>The mayor said: “The tide is late today.”</p><p>Follow us on X and Facebook.</p>",
    "<body class='single postid-123456'><script>var c = {\"postId\":\"123456\"}</script>",
    "<div class=elementor-element data-id=a1b2c3d><p>The ferry was late.</p></div>",
    "<script>var t = {\"service\":\"harbour\",\"twitter\":\"ferry\",\"id\":\"1901234567890123456\"}</script>",
    "<blockquote cite=https://sea.example/1>The tide was late.</blockquote>",
    "<a href=https://pages.sea.example/pages/1901234567890123456>The ferry</a>",
    "<p>Mail <a href='mailto:desk@sea.example'>desk@sea.example</a></p>",
  ]

  @Test("what only shares and follows goes unread", arguments: idle)
  func letsGo(_ markup: String) {
    let document = page("<html lang=en><body>\(markup)</body></html>")
    #expect(lines(Self.slow, document).isEmpty)
    #expect(!passes(document))
  }

  @Test(
    "a text without any sign of a post goes unread",
    arguments: [
      "The ferry was late. Facebook shares fell.\nNobody said why.",
      "Паромът закъсня.\nНикой не каза защо, пише във Фейсбук кметът.",
      "See https://twitter.com/ferry and write to desk@sea.example.",
      "The ferry was late again, and nobody at the pier said why.\nHarbour office, telephone 555 0142",
      """
      The ferry was late again this morning, and nobody at all who
      stood at the pier was told why, or when another one would be
      there; the harbour office did not answer, and the ticket desk
      closed at noon, as it does on every Thursday of the winter.
      """,
    ])
  func textGoes(_ words: String) {
    #expect(lines(Self.slow, text(words)).isEmpty)
    #expect(!passes(text(words)))
  }

  @Test(
    "a text with a sign of a post is read",
    arguments: [
      "The tide is late — Ines Mar (@inesmar) May 4, 2022",
      "The tide is late pic.twitter.com/nwM4eI9yoX",
      "The tide is latepic.twitter.com/nwM4eI9yoX",
      "Приливът закъснява #пристанpic.x.com/nwM4eI9yoX",
      "„Приливът закъснява“, написа Инес Мар в ТУИТЪР.",
      "„Приливът закъснява“, написа Инес Мар в Х.",
      "“The tide is late,” Ines Mar tweeted.",
      "“The tide is late,” Ines Mar wrote on Insta\u{AD}gram.",
      "See https://twitter.com/ferry/status/20 for more.",
      "– Jeg sto på kaia med laks og så ferga kjøre forbi.\n\nDet skriver kokk Ines Mar på Facebook.",
      "The harbour.\n\nThe ferry was late again, and nobody said why.\n"
        + "Napsal Lubor Vydra Čtvrtek, 14. března 2024",
      "Skip Facebook frame, 1\nThe ferry was late again today.\nEnd of Facebook frame, 1",
    ])
  func textStays(_ words: String) {
    #expect(passes(text(words)))
    #expect(lines(Self.fast, text(words)) == lines(Self.slow, text(words)))
  }

  @Test("a line of JSON that holds a post is decoded, as its escapes write it")
  func records() throws {
    let look = try #require(Self.fast.makeRecordLook())
    func mayCite(_ line: String) -> Bool {
      Array(line.utf8).withUnsafeBytes { look.mayCite($0) }
    }
    #expect(
      !mayCite(#"{"text":"The ferry was late.\nNobody said why.","url":"https://sea.example"}"#))
    #expect(mayCite(#"{"text":"The tide\n— Ines Mar (@inesmar) May 4, 2022"}"#))
    #expect(mayCite(#"{"text":"see https:\/\/twitter.com\/ferry\/status\/20"}"#))
    #expect(mayCite(#"{"text":"\u0438"}"#))
    #expect(mayCite(#"{"text":"“Late,”\nX says"}"#))
    #expect(mayCite(#"{"html":"<p>"}"#))
    #expect(mayCite(#"{"text":"One.\n\nTwo two\n\nThree"}"#))
  }

  /// Words, and whether they hold a phrase that can tie a quotation to a post.
  static let phrases: [(words: String, ties: Bool)] = [
    ("Er stand in einer Halle, und in einem Raum daneben stand Gabriel.", false),
    ("Хорошо, сказал лоцман.", false),
    ("Elle est restée dans la rue, sans message.", false),
    ("ガブリエル(Gabriel)さんは話した。", false),
    ("The twittering birds, the facebookless pupils, the Twitterverse", false),
    ("on social media", true),
    (#"on social\nmedia"#, true),
    (#"he said.\nTwitter"#, true),
    ("in den sozialen Medien", true),
    ("facebookovém profilu", true),
    ("ובטוויטר", true),
    ("彼女はTwitterで話した", true),
    ("İnstagram hesabından", true),
    ("retweetete", true),
    ("пише він у Х", true),
  ]

  @Test("only a whole phrase ties, with what its language glues to it", arguments: phrases)
  func ties(_ words: String, _ ties: Bool) throws {
    let look = try #require(Self.fast.makeRecordLook())
    let line = Array("{\"text\":\"\(words)\"}".utf8)
    #expect(line.withUnsafeBytes { look.mayCite($0) } == ties)
  }
}
