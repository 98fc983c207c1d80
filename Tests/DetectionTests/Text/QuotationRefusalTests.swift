import Languages
import PostModel
import Testing

@testable import Detection

private let scanner = QuotationScanner(
  packs: LanguagePack.all, dates: DateScanner(packs: LanguagePack.all))

private func words(of text: String, _ language: String) -> [String] {
  scanner.sightings(in: text, context: TextContext(language: LanguageTag(language)))
    .compactMap(\.text)
}

@Suite("Words beside a network's name that are no post")
struct QuotationRefusalTests {
  @Test(
    "what a broadcaster prints round an embed ties nothing behind it",
    arguments: [
      (
        "en",
        "End of Twitter post by @wrenpier “We have asked for a second ferry,” the office said."
      ),
      (
        "en",
        "Skip Facebook post by Wren Pier “We have asked for a second ferry,” the office said."
      ),
      (
        "es",
        "Fin del contenido de Twitter, @muelle “Hemos pedido un segundo barco”, dijo la oficina."
      ),
      (
        "ru",
        "Конец поста Twitter «Мы просили второй паром», — сказала Анна Буйкова."
      ),
    ])
  func frames(language: String, text: String) {
    #expect(words(of: text, language) == [])
  }

  @Test(
    "a network that is talked of is not where the words stand",
    arguments: [
      (
        "de",
        "Im Radio sagt Möwe, dass er sich freue, wenn seine Tweets „auf viele Leser stoßen“."
      ),
      (
        "en",
        "Ida Wren replied on X to Paul Gull, who had said: “We would be on the rocks without the lamp.”"
      ),
      (
        "sr",
        "Ministar Janko Galeb gostovao je u Dnevniku.\n\n- Taj čovek je prvi koji je objavio na Tviteru, i digao uzbunu. Luka radi kao i uvek - rekao je Galeb."
      ),
      (
        "ar",
        "علق رئيس الميناء الجديد “سالم نورس البحري” على تغريدة طلب فيها الصيادون منه حذف حسابه على تويتر."
      ),
      (
        "en",
        "“The ferry does not carry bicycles any more, nor prams.” The council had stopped the harbour from showing its YouTube video."
      ),
    ])
  func talkedOf(language: String, text: String) {
    #expect(words(of: text, language) == [])
  }

  @Test(
    "an answer to a question leans on no network named before it",
    arguments: [
      (
        "ru",
        "Мэр просил не верить публикациям в Telegram-каналах. «У нас есть правила, и чайки их знают»,— ответил мэр на вопрос из зала."
      ),
      (
        "en",
        "The mayor published a post on Facebook. “We have rules, and the gulls know them,” she wrote when asked."
      ),
    ])
  func answers(language: String, text: String) {
    #expect(words(of: text, language) == [])
  }

  @Test(
    "the same words cite a post where the place is theirs",
    arguments: [
      ("en", "“We have asked for a second ferry,” the office said in a Twitter post.", 1),
      ("en", "Ida Wren shared a message on X, which said: “The lamp is lit, and so are we.”", 1),
      ("en", "In a tweet the mayor said “the lamp is lit and will stay so”.", 1),
      ("de", "In einem Video auf Instagram sagte sie: „Ich freue mich auf viele Leser“.", 1),
      ("ru", "«У нас есть правила», — ответил мэр в Telegram на вопрос читателя.", 1),
    ])
  func kept(language: String, text: String, count: Int) {
    #expect(words(of: text, language).count == count)
  }
}
