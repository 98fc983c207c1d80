import PostModel
import Testing

@Suite("A language tag")
struct LanguageTagTests {
  @Test(
    "is normalised in case and separators",
    arguments: [
      ("bg", "bg"), ("BG", "bg"), ("en_US", "en-US"), ("en-gb", "en-GB"),
      ("zh-hant-tw", "zh-Hant-TW"),
      ("SR_LATN", "sr-Latn"), ("es-419", "es-419"), ("iw", "he"), ("in-ID", "id-ID"),
      ("ast", "ast"),
      ("de-DE-1996", "de-DE-1996"), ("pt_BR.UTF-8", "pt"),
    ])
  func normalised(written: String, tag: String) {
    #expect(LanguageTag(written)?.rawValue == tag)
  }

  @Test(
    "is not made of what is no language",
    arguments: [
      "", "und", "zxx", "qme", "QHT", "art", "mul", "e", "engl", "12", "--", "é", "x-default",
    ])
  func none(written: String) {
    #expect(LanguageTag(written) == nil)
  }

  @Test("has its language before script and region")
  func primary() {
    #expect(LanguageTag("zh-Hant")?.primary == "zh")
    #expect(LanguageTag("fr")?.primary == "fr")
  }
}
