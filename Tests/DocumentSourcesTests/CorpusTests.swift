import DocumentSources
import PostModel
import TestSupport
import Testing

@Suite("JSON documents of the known corpora")
struct CorpusTests {
  @Test("C4: the time of the crawl is no date of publication")
  func c4() {
    let reading = Reading([fixture("c4.jsonl")])
    #expect(reading.texts.map { $0.prefix(3) } == ["The", "Пре"])
    #expect(
      reading.documents.map(\.url) == ["https://herald.example/council", "https://vest.example/1"])
    #expect(reading.documents.first?.captured == "2019-04-23T06:32:35Z")
    #expect(reading.documents.allSatisfy { $0.published == nil && $0.mediaType == .plainText })
    let places = reading.documents.map { [$0.provenance.offset, $0.provenance.length] }
    #expect(places == [[0, 130], [131, 126]])
  }

  @Test("FineWeb: identifier, language and the date of the crawl")
  func fineWeb() throws {
    let document = try #require(Reading([fixture("fineweb.jsonl")]).documents.first)
    #expect(document.provenance.record == "<urn:uuid:11111111-2222-3333-4444-555555555555>")
    #expect(document.language == LanguageTag("bg"))
    #expect(document.captured == "2024-02-21T10:11:12Z")
    #expect(document.published == nil)
  }

  @Test("OSCAR: fields within fields")
  func oscar() throws {
    let document = try #require(Reading([fixture("oscar.jsonl")]).documents.first)
    #expect(document.url == "https://journal.example/a")
    #expect(document.captured == "2022-11-27T08:00:00Z")
    #expect(document.language == LanguageTag("fr"))
    #expect(document.provenance.record == "<urn:uuid:aaaa>")
  }

  @Test("HPLT: the first of several languages")
  func hplt() throws {
    let document = try #require(Reading([fixture("hplt.jsonl")]).documents.first)
    #expect(document.url == "https://novini.example/x")
    #expect(document.language == LanguageTag("bg"))
  }

  @Test("news-please: one object over many lines")
  func newsPlease() throws {
    let document = try #require(Reading([fixture("newsplease.json")]).documents.first)
    #expect(document.provenance.format == "json")
    #expect(document.title == "Minister speaks")
    #expect(
      document.published
        == CivilDate(year: 2025, month: 3, day: 18).map {
          PostDate(day: $0, source: .corpus)
        })
  }

  @Test("NELA-GT: an array of articles")
  func nela() {
    let reading = Reading([fixture("nela.json")])
    #expect(reading.texts == ["First article.", "Second article."])
    #expect(reading.documents.map(\.published?.value) == ["2019-01-05", "2019-01-06"])
    #expect(reading.documents.map(\.provenance.record) == ["daily--1", "daily--2"])
  }

  @Test("fields of other names are mapped")
  func ownFields() throws {
    let fields = try FieldNames(parsing: "html=page, url=meta.where,date=when")
    let reading = Reading([fixture("own-fields.jsonl")], options: SourceOptions(fields: fields))
    let document = try #require(reading.documents.first)
    #expect(document.mediaType == .html)
    #expect(document.url == "https://own.example/1")
    #expect(document.published?.value == "2025-03")
    #expect(document.published?.precision == .month)
    #expect(document.published?.source == .corpus)
  }

  @Test(
    "a mapping that cannot be read says why",
    arguments: [
      ("text", "'text' is no PART=FIELD"),
      ("words=text", "'words' is none of html, text, url, title, date, captured, language, id"),
      ("text=", "'text=' is no PART=FIELD"),
    ])
  func badMapping(_ list: String, _ message: String) {
    let error = #expect(throws: FieldNamesError.self) { try FieldNames(parsing: list) }
    #expect(error?.description == message)
  }

  @Test(
    "dates are read as precisely as they are written",
    arguments: [
      ("\"2025\"", "2025"), ("\"2025-03\"", "2025-03"), ("\"2025-03-15\"", "2025-03-15"),
      ("\"2025/03/15\"", "2025-03-15"), ("\"2025-03-15T10:20:30Z\"", "2025-03-15T10:20:30Z"),
      ("\"2025-03-15T10:20:30.5+02:00\"", "2025-03-15T08:20:30Z"),
      ("\"2025-03-15 23:30 -0100\"", "2025-03-16T00:30Z"),
      ("\"2025-03-15 10:20:30\"", "2025-03-15"), ("1742033130", "2025-03-15T10:05:30Z"),
      ("20250315", "2025-03-15"), ("\"20250315102030\"", "2025-03-15T10:20:30Z"),
      ("\"15 March\"", nil), ("\"2025-13-15\"", nil), ("\"\"", nil), ("null", nil), ("{}", nil),
    ] as [(String, String?)])
  func dates(_ json: String, _ value: String?) throws {
    let folder = try ScratchFolder()
    let path = try folder.write("{\"text\":\"A text.\",\"date\":\(json)}\n", to: "a")
    #expect(Reading([path]).documents.map(\.published?.value) == [value])
  }
}
