import Testing

@testable import Markup

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#endif

/// The bytes of a text in an encoding that iconv knows.
func bytes(of text: String, in encoding: String) -> [UInt8] {
  guard encoding != "UTF-8", let converter = iconv_open(encoding, "UTF-8") else {
    return Array(text.utf8)
  }
  defer { iconv_close(converter) }
  var input = text.utf8.map { CChar(bitPattern: $0) }
  var output = [CChar](repeating: 0, count: input.count * 4 + 16)
  var left = input.count
  var free = output.count
  let size = output.count
  input.withUnsafeMutableBufferPointer { source in
    output.withUnsafeMutableBufferPointer { target in
      var from = source.baseAddress
      var to = target.baseAddress
      _ = iconv(converter, &from, &left, &to, &free)
      _ = iconv(converter, nil, nil, &to, &free)
    }
  }
  return output.prefix(size - free).map { UInt8(bitPattern: $0) }
}

@Suite("The character encoding of a page")
struct CharacterEncodingTests {
  static let samples: [(name: String, converter: String, text: String)] = [
    ("utf-8", "UTF-8", "Ein schöner Tag – mit „Zitat“ und 😀"),
    ("windows-1252", "CP1252", "Die Bürgermeisterin grüßt: „Schöne Tage“, sagte Müller"),
    ("windows-1252", "CP1252", "L’été dernier, à la frontière, les élèves ont été reçus"),
    ("windows-1252", "CP1252", "«¿Qué pasó?», preguntó el señor: «Nada», «€ 5»"),
    ("macintosh", "MACINTOSH", "L’été dernier, à la frontière, les élèves ont été reçus"),
    ("windows-1250", "CP1250", "Příliš žluťoučký kůň úpěl ďábelské ódy, řekl ministr"),
    ("windows-1250", "CP1250", "Wczoraj późnym wieczorem źródło podało, że się zaczęło"),
    ("iso-8859-2", "ISO-8859-2", "Wczoraj późnym wieczorem źródło podało, że się zaczęło"),
    ("windows-1251", "CP1251", "Президентът написа в мрежата, че срещата е утре"),
    ("koi8-r", "KOI8-R", "Вчера вечером министр написал в своём блоге о встрече"),
    ("iso-8859-5", "ISO-8859-5", "Вчера вечером министр написал в блоге о встрече"),
    ("windows-1253", "CP1253", "Ο πρωθυπουργός έγραψε χθες στον λογαριασμό του"),
    ("windows-1254", "CP1254", "Başkan dün akşam yaptığı paylaşımda şöyle dedi: değişiyor"),
    ("windows-1255", "CP1255", "ראש הממשלה כתב אמש בחשבון שלו כי הפגישה תתקיים"),
    ("windows-1256", "CP1256", "كتب الرئيس أمس في حسابه أن اللقاء سيكون غدا في العاصمة"),
    ("windows-1257", "CP1257", "Ministrs vakar rakstīja, ka šī tikšanās būšot vēlāk"),
    ("windows-874", "CP874", "นายกรัฐมนตรีเขียนในบัญชีของตนเมื่อวานนี้ว่าจะประชุม"),
    ("shift_jis", "CP932", "首相は昨日、自身のアカウントに会談は明日だと書いた。"),
    ("euc-jp", "EUC-JP", "首相は昨日、自身のアカウントに会談は明日だと書いた。"),
    ("iso-2022-jp", "ISO-2022-JP", "首相は昨日、自身のアカウントに会談は明日だと書いた。"),
    ("gbk", "GB18030", "总理昨天在他的账号上说，会议明天在首都举行，大家都可以来。"),
    ("big5", "BIG5", "總理昨天在他的帳號上說，會議明天在首都舉行，大家都可以來。"),
    ("euc-kr", "CP949", "총리는 어제 자신의 계정에 회담이 내일 수도에서 열린다고 썼다."),
    ("utf-16le", "UTF-16LE", "Ein schöner Tag im Büro der Bürgermeisterin"),
    ("utf-16be", "UTF-16BE", "Ein schöner Tag im Büro der Bürgermeisterin"),
  ]

  @Test("is found from the words alone", arguments: samples)
  func guess(name: String, converter: String, text: String) {
    let page = bytes(of: "<html><body><p>\(text)</p></body></html>", in: converter)
    let (encoding, shown) = withHTMLDocument(parsing: page) { ($0.encoding, $0.text) }
    #expect(encoding == name)
    #expect(shown == text)
  }

  @Test("is taken from a meta element that is right", arguments: samples)
  func declaredInPage(name: String, converter: String, text: String) {
    let html = "<meta http-equiv='Content-Type' content='text/html; charset=\(name)'><p>\(text)"
    let shown = withHTMLDocument(parsing: bytes(of: html, in: converter)) { $0.text }
    #expect(shown == text)
  }

  @Test("is taken from the transport when it is right", arguments: samples)
  func declaredByTransport(name: String, converter: String, text: String) {
    let page = bytes(of: "<p>\(text)", in: converter)
    let shown = withHTMLDocument(parsing: page, declaredEncoding: name.uppercased()) { $0.text }
    #expect(shown == text)
  }

  @Test("is not believed when UTF-8 is claimed for what is not", arguments: samples.dropFirst())
  func claimsUTF8(name: String, converter: String, text: String) {
    let page = bytes(of: "<meta charset=utf-8><p>\(text)</p><b>end", in: converter)
    let shown = withHTMLDocument(parsing: page, declaredEncoding: "utf-8") { $0.text }
    #expect(shown == text + "\nend")
  }

  @Test(
    "is UTF-8 for well-formed UTF-8, whatever is claimed",
    arguments: ["iso-8859-1", "windows-1251", "shift_jis", "us-ascii", "utf-16", "nonsense"])
  func valid(claim: String) {
    let html = "<meta charset=\(claim)><p>caf\u{E9} \u{201E}Wort\u{201C} \u{1F600}</p><p>end"
    let (shown, encoding, complaints) = withHTMLDocument(
      parsing: Array(html.utf8), declaredEncoding: claim
    ) { ($0.text, $0.encoding, $0.diagnostics.map(\.message)) }
    #expect(shown == "caf\u{E9} \u{201E}Wort\u{201C} \u{1F600}\nend")
    #expect(encoding == "utf-8")
    #expect(complaints.isEmpty == (claim == "nonsense"))
  }

  @Test(
    "is known by any label",
    arguments: [
      ("ISO-8859-1", "windows-1252"), ("latin1", "windows-1252"), ("gb2312", "gbk"),
      ("Shift-JIS", "shift_jis"), ("x-sjis", "shift_jis"), ("ks_c_5601-1987", "euc-kr"),
      (" UTF8 ", "utf-8"), ("\"utf-8\"", "utf-8"), ("iso-8859-9", "windows-1254"),
      ("tis-620", "windows-874"), ("unicode", "utf-16le"),
    ])
  func labels(label: String, name: String) {
    #expect(CharacterEncoding(label: label)?.name == name)
  }

  @Test("has no label that means nothing", arguments: ["", "  ", "none", "utf-9"])
  func unknownLabels(label: String) {
    #expect(CharacterEncoding(label: label) == nil)
  }

  @Test("of every label is one that can be decoded")
  func converters() {
    for encoding in Set(CharacterEncoding.byLabel.values) {
      #expect(encoding.decode([0x3C, 0x00][...]) != nil, "\(encoding.name)")
    }
  }

  @Test("follows a byte order mark, and leaves the mark out")
  func marks() {
    for (mark, converter) in [
      ([0xEF, 0xBB, 0xBF], "UTF-8"), ([0xFF, 0xFE], "UTF-16LE"), ([0xFE, 0xFF], "UTF-16BE"),
    ] as [([UInt8], String)] {
      let page = mark + bytes(of: "<meta charset=windows-1251><p>Größe 日本</p>", in: converter)
      #expect(withHTMLDocument(parsing: page) { $0.text } == "Größe 日本")
      #expect(withHTMLDocument(parsing: page) { $0.root?.name } == "html")
    }
  }

  @Test("is found in an XML declaration")
  func xmlDeclaration() {
    let html = "<?xml version=\"1.0\" encoding=\"windows-1251\"?>\n<html><p>да</html>"
    let page = bytes(of: html, in: "CP1251")
    #expect(withHTMLDocument(parsing: page) { $0.encoding } == "windows-1251")
    #expect(withHTMLDocument(parsing: page) { $0.text } == "да")
  }

  @Test("of the page wins over a Western default of the server that makes no sense")
  func serverDefault() {
    let text = "Президентът написа в мрежата, че срещата е утре"
    let page = bytes(of: "<meta charset=windows-1251><p>\(text)", in: "CP1251")
    let shown = withHTMLDocument(parsing: page, declaredEncoding: "iso-8859-1") { $0.text }
    #expect(shown == text)
  }

  @Test(
    "is believed where no better reading is known",
    arguments: [
      ("iso-8859-15", "ISO-8859-15", "Le prix est de 5 € à la gare"),
      ("windows-1258", "CP1258", "Hà Nội ngày mai có mưa và gió"),
      ("iso-8859-3", "ISO-8859-3", "Eĥoŝanĝo ĉiuĵaŭde"),
      ("gbk", "GB18030", "窦骁"), ("euc-kr", "CP949", "뷁"), ("big5", "BIG5", "蘇嘉"),
    ])
  func rare(name: String, converter: String, text: String) {
    let page = bytes(of: "<meta charset=\(name)><p>\(text)", in: converter)
    #expect(withHTMLDocument(parsing: page) { $0.encoding } == name)
  }

  @Test("of a short page is what it declares")
  func shortPage() {
    let page = bytes(of: "<meta charset=iso-8859-2><p>\u{17E}", in: "ISO-8859-2")
    #expect(withHTMLDocument(parsing: page) { $0.text } == "\u{17E}")
  }
}

@Suite("Bytes that are wrong")
struct WrongBytesTests {
  @Test("cost themselves alone in a UTF-8 page")
  func strayByte() {
    let page = Array("<p>über ".utf8) + [0xFF] + Array(" Größe ".utf8) + [0xE2, 0x80]
    let (shown, complaints) = withHTMLDocument(
      parsing: page + Array("<b>ende — ü ö ä é</b>".utf8), declaredEncoding: "utf-8"
    ) { ($0.text, $0.diagnostics.map(\.message)) }
    #expect(shown == "über \u{FFFD} Größe \u{FFFD}ende — ü ö ä é")
    #expect(complaints == ["3 bytes are not utf-8; U+FFFD replaces them"])
  }

  @Test("do not end a page in another encoding")
  func strayInShiftJIS() {
    let page =
      bytes(of: "<meta charset=shift_jis><p>これは日本語の文章です。", in: "CP932") + [0xFF, 0xFD]
      + bytes(of: "まだ続きます。</p>", in: "CP932")
    #expect(
      withHTMLDocument(parsing: page) { $0.text }
        == "これは日本語の文章です。\u{FFFD}\u{FFFD}まだ続きます。")
  }

  @Test("at the end of a page that was cut off are one replacement")
  func cutOff() {
    let page = Array("<p>Größe über alles <b>né".utf8).dropLast()
    #expect(
      withHTMLDocument(parsing: Array(page)) { $0.text } == "Größe über alles n\u{FFFD}")
  }

  @Test("of zero are dropped")
  func zeros() {
    let page = Array("<p>a\0b</p><a hre\0f='x'>c</a>".utf8)
    #expect(withHTMLDocument(parsing: page) { $0.text } == "ab\nc")
  }

  @Test("of no page at all are an ordinary outcome")
  func binary() {
    var state: UInt64 = 88_172_645_463_325_252
    let noise = (0..<100_000).map { _ -> UInt8 in
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return UInt8(truncatingIfNeeded: state)
    }
    let count = withHTMLDocument(parsing: noise) { $0.elements.count + $0.text.utf8.count }
    #expect(count > 0)
    #expect(withHTMLDocument(parsing: []) { $0.text.isEmpty && $0.root == nil })
    #expect(withHTMLDocument(parsing: [0, 0, 0]) { $0.text.isEmpty })
  }
}
