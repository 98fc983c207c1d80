import Languages
import PostModel
import Testing

@testable import Detection

private let scanner = QuotationScanner(
  packs: LanguagePack.all, dates: DateScanner(packs: LanguagePack.all))

private func platforms(_ text: String, _ language: String) -> [String?] {
  let date = PostDate(value: "2025-05-14", precision: .day, source: .header)
  return scanner.sightings(
    in: text, context: TextContext(language: LanguageTag(language), published: date)
  ).map { $0.platform?.rawValue }
}

@Suite("Ties that carry over some sentences")
struct CarriedTieTests {
  private static let ferry =
    "Ada Quill wrote about the ferry on X. The boat had not left since Monday."
  private static let museum =
    "Директор музея Пётр Лозин похвалил новую выставку. Об этом он написал в своем Telegram-канале."

  @Test(
    "what the same author wrote or added there is a post",
    arguments: [
      (
        "en",
        ferry + " Nobody could say why. “The captain is asleep and so is the tide,” Quill wrote.",
        "x"
      ),
      (
        "en",
        "Ada Quill published a post on Threads.\n\nThe harbour was empty.\n\nHere is the post:\n\n“The captain is asleep and so is the tide.”",
        "threads"
      ),
      (
        "ru",
        museum + " Лозин назвал залы светлыми. «Но в подвале по-прежнему сыро», — добавил он.",
        "telegram"
      ),
      (
        "uk",
        "Директор музею Петро Лозин похвалив нову виставку. Про це він повідомив у Facebook. Лозин назвав зали світлими. «Але в підвалі досі сиро», — додав він.",
        "facebook"
      ),
      (
        "ko",
        "배우 하늬솔은 19일 자신의 인스타그램에 사진 두 장을 올렸다. 고양이와 함께 찍은 사진에 “오늘도 창가는 네 차지구나”라고 적었다.",
        "instagram"
      ),
      (
        "de",
        "In einem Beitrag auf Truth Social äußerte sich der Bürgermeister Jens Kolbe zur Fähre.\n\nSie liegt seit Montag fest.\n\nIn dem Beitrag heißt es:\n\n„Die Fähre schläft, und der Fluss schläft mit ihr.“",
        "truthsocial"
      ),
    ])
  func carried(_ language: String, _ text: String, _ platform: String) {
    #expect(platforms(text, language) == [platform])
  }

  @Test(
    "what was said elsewhere, or by others, is none",
    arguments: [
      (
        "en",
        ferry + " In a letter to the council she was blunter. “The captain is asleep,” she wrote."
      ),
      ("en", ferry + " “The tide is nobody's servant,” Bram Hask wrote."),
      ("en", ferry + " “The tide is nobody's servant,” the newspaper wrote."),
      ("en", ferry + " “The tide is nobody's servant,” she said."),
      (
        "en",
        ferry + " “It may float again,” said Bram Hask. “The tide is nobody's servant,” he wrote."
      ),
      ("ru", museum + " В интервью он был резче. «Но в подвале по-прежнему сыро», — добавил он."),
      (
        "it",
        "Su Twitter Carlo Bensi ha pubblicato un messaggio. Il Gazzettino del Lago ha scritto: «Il vento non vota e non paga la quota»."
      ),
      (
        "ko",
        "배우 하늬솔은 19일 자신의 인스타그램에 사진 두 장을 올렸다. 그는 인터뷰에서 “오늘도 창가는 고양이 차지”라고 말했다."
      ),
    ])
  func notCarried(_ language: String, _ text: String) {
    #expect(platforms(text, language).isEmpty)
  }

  @Test(
    "an answer is no piece of the post that it answers",
    arguments: [
      (
        "en",
        "Ada Quill shared a tweet that invited all to “come and see our new harbour” and replied: “At last something here worth seeing”.",
        "come and see our new harbour"
      ),
      (
        "it",
        "Su X Carlo Bensi ha condiviso un tweet che invitava a “vedere il nuovo porto della città” e ha replicato: “Finalmente qualcosa che vale la pena di vedere”.",
        "vedere il nuovo porto della città"
      ),
      (
        "ru",
        "В своем Telegram-канале клуб написал: «Приходите посмотреть нашу гавань» и ответил: «Наконец здесь есть на что посмотреть».",
        "Приходите посмотреть нашу гавань"
      ),
      (
        "en",
        "On X the club wrote: “Come and see our new harbour” and added: “Bring a boat along”.",
        "Come and see our new harbour Bring a boat along"
      ),
    ])
  func answered(_ language: String, _ text: String, _ post: String) {
    let context = TextContext(language: LanguageTag(language), published: nil)
    #expect(scanner.sightings(in: text, context: context).first?.text == post)
  }
}
