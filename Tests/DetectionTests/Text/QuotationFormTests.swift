import Languages
import PostModel
import Testing

@testable import Detection

private let scanner = QuotationScanner(
  packs: LanguagePack.all, dates: DateScanner(packs: LanguagePack.all))

/// How many quotations a text has.
private func count(_ text: String, _ language: String) -> Int {
  let readable = ReadableText(text)
  return scanner.sightings(
    in: readable.text, context: TextContext(language: LanguageTag(language)),
    blocks: readable.blocks
  ).count
}

@Suite("Quotations as carelessly printed texts have them")
struct QuotationFormTests {
  @Test(
    "a quotation may go over lines, and over an empty line where it is plain",
    arguments: [
      (
        "en",
        "“Our pier was not built for this.\nWe will build a new one,” the mayor Ida Wren wrote on X.",
        1
      ),
      (
        "en",
        "The mayor wrote on X: “Our pier was not built for this.\n\nWe will build a new one.”", 1
      ),
      (
        "ro",
        "„A fost o iarnă lungă la far\nși nimeni nu a stins lumina.\nNoi am rămas”, a scris Ioan Pescaru, pe Facebook.",
        1
      ),
      (
        "uk",
        "\"Іду з гавані.\nДві репліки.\nЧайки лишаються\", - написала Олена Чайка у Facebook.", 1
      ),
      (
        "zh",
        "“灯塔今晚重新亮起来了，\n请大家来看”林海鸥在微博上写道。", 1
      ),
      (
        "de",
        "„Das Licht brennt wieder.\n\nKommt alle zum Hafen“, schrieb Ida Möwe auf Instagram.", 1
      ),
      (
        "en",
        "A “pier without end\n\nThe mayor wrote on X about the harbour” is what gulls call it.", 0
      ),
    ])
  func lines(language: String, text: String, expected: Int) {
    #expect(count(text, language) == expected)
  }

  @Test(
    "straight single marks quote beside punctuation, apostrophes never",
    arguments: [
      (
        "en",
        "The mayor wrote on Twitter: 'We will rebuild the pier and we'll do it fast.'", 1
      ),
      (
        "en",
        "'We will rebuild the pier, and the gulls' nests stay,' Ida Wren wrote on Facebook.", 1
      ),
      (
        "en",
        "Ida Wren's 'best pier ever' isn't what the mayor's office wrote on X about.", 0
      ),
      (
        "en",
        "The boys' club and the girls' club don't write on X; it's 'cause the mayor won't.", 0
      ),
      (
        "ar",
        "كتب رئيس البلدية سالم نورس على تويتر: 'سنبني الرصيف من جديد قريبا.'", 1
      ),
      (
        "es",
        "La alcaldesa Ida Gaviota escribió en Twitter: 'Vamos a reconstruir el muelle.'", 1
      ),
    ])
  func straight(language: String, text: String, expected: Int) {
    #expect(count(text, language) == expected)
  }

  @Test(
    "a blank before the closing mark and a mark of the wrong direction are read as they are meant",
    arguments: [
      (
        "en",
        "“Our pier was not built for this, and we will build a new one. ” the mayor wrote on X.", 1
      ),
      (
        "zh",
        "林海鸥在微博上写道：“灯塔今晚重新亮起来了，请大家一起来看。 ”", 1
      ),
      (
        "en",
        "Ida Wren wrote on X: \"Our pier was not built for this. \" Then she left.", 1
      ),
      (
        "de",
        "„Unser Steg war dafür nicht gebaut. “, schrieb Ida Möwe auf X.", 1
      ),
      (
        "es",
        "”Amigos, el faro está encendido otra vez”, comentó Ida Gaviota en su cuenta de Instagram.",
        1
      ),
      (
        "en",
        "In a statement, Ida Wren said she hoped ” to send out a first post on Truth Social very soon” and that the pier “would stand against any storm.”",
        0
      ),
    ])
  func blanks(language: String, text: String, expected: Int) {
    #expect(count(text, language) == expected)
  }

  @Test(
    "a block of Markdown behind a colon is what the colon announces",
    arguments: [
      (
        "de",
        "Ida Möwe, Leiterin des Hafens, schrieb auf X:\n\n> „Unser Steg war dafür nicht gebaut, und wir bauen einen neuen.“\n\nMehr nicht.",
        1
      ),
      (
        "en",
        "The mayor Ida Wren wrote on X:\n\n> Our pier was not built for this,\n> and we will build a new one.\n>\n> Come and see.\n\nNobody came.",
        1
      ),
      (
        "en",
        "**The mayor wrote on X:**\n> Our pier was not built for this, and we will build a new one.",
        1
      ),
      (
        "en",
        "The mayor wrote in a letter:\n\n> Our pier was not built for this, and we will build a new one.",
        0
      ),
      (
        "en",
        "On 3 May Ida Wren wrote:\n\n> Our pier was not built for this. Is it on X?\n\nYes.", 0
      ),
      (
        "zh",
        "林海鸥在微博上写道：\n\n> 灯塔今晚重新亮起来了，请大家来看。", 1
      ),
    ])
  func blocks(language: String, text: String, expected: Int) {
    #expect(count(text, language) == expected)
  }

  @Test(
    "a whole name and a network before a colon tell of a post",
    arguments: [
      (
        "hu",
        "Halász Ida, Facebook: „Ma reggel megint kigyulladt a világítótorony.”", 1
      ),
      (
        "en",
        "Ida Wren, Facebook: “Our pier was not built for this, and we will build a new one.”", 1
      ),
      (
        "en",
        "Ida Wren, head of Facebook: “Our pier was not built for this.”", 0
      ),
      (
        "en",
        "Meanwhile, Facebook: “Our pier was not built for this.”", 0
      ),
    ])
  func bylines(language: String, text: String, expected: Int) {
    #expect(count(text, language) == expected)
  }

  @Test(
    "two words behind a verb of a platform are a post",
    arguments: [
      (
        "en",
        "One gull keeper tweeted, “Fire them.”", 1
      ),
      (
        "en",
        "She tweeted the “Long Pier” picture.", 0
      ),
    ])
  func short(language: String, text: String, expected: Int) {
    #expect(count(text, language) == expected)
  }
}
