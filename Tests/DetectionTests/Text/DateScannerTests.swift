import Languages
import PostModel
import Testing

@testable import Detection

@Suite("Dates as platforms print them")
struct PrintedDateTests {
  static let scanner = DateScanner(packs: LanguagePack.all)

  @Test(
    "a printed date is read without being told its language",
    arguments: [
      ("May 4, 2022", "2022-05-04"), ("25. September 2018", "2018-09-25"),
      ("19 janvier 2020", "2020-01-19"), ("1er janvier 2020", "2020-01-01"),
      ("8 de enero de 2019", "2019-01-08"), ("4 de março de 2019", "2019-03-04"),
      ("16 мая 2018 г.", "2018-05-16"), ("17 август 2024 г.", "2024-08-17"),
      ("2 Eylül 2017", "2017-09-02"), ("3 stycznia 2016", "2016-01-03"),
      ("2019年6月28日", "2019-06-28"), ("2019년 12월 1일", "2019-12-01"),
      ("31. května 2017", "2017-05-31"), ("6 Φεβρουαρίου 2018", "2018-02-06"),
      ("28 juni 2016", "2016-06-28"), ("3 listopada 2016", "2016-11-03"),
      ("3. listopada 2016.", "2016-10-03"), ("6 באפריל 2025", "2025-04-06"),
      ("8 tháng 10, 2021", "2021-10-08"), ("Thứ Sáu, 8 tháng 10, 2021", "2021-10-08"),
      ("18 มิถุนายน 2025", "2025-06-18"), ("16 มีนาคม 2563", "2020-03-16"),
      ("15 ส.ค. 67", "2024-08-15"), ("12. toukokuuta 2021", "2021-05-12"),
      ("2020. április 29.", "2020-04-29"), ("25 ديسمبر 2019", "2019-12-25"),
      ("25 كانون الأول 2019", "2019-12-25"), ("12 मार्च 2020", "2020-03-12"),
      ("২৬ মার্চ ২০২১", "2021-03-26"), ("۲۲ مارس ۲۰۲۰", "2020-03-22"),
      ("۲۶ اسفند ۱۴۰۳", "2025-03-16"), ("19 грудня 2022 р.", "2022-12-19"),
      ("5 decembrie 2019", "2019-12-05"), ("Thursday, October 24, 2019", "2019-10-24"),
      ("Friday, 28 October 2016", "2016-10-28"), ("Lundi 18 janvier 2021", "2021-01-18"),
      ("Viernes, 1 de enero de 2021", "2021-01-01"), ("Вторник, 17 марта 2020 г.", "2020-03-17"),
      ("Sexta, 5 de dezembro de 2014", "2014-12-05"), ("Martedì 16 marzo 2021", "2021-03-16"),
      ("mar. 16 mar. 2021", "2021-03-16"), ("Selasa, 25 Mei 2021", "2021-05-25"),
      ("Sep 1, 2018 at 11:43pm PDT", "2018-09-01"), ("Jun 17, 2019 um 12:17 PDT", "2019-06-17"),
      ("Wrz 28, 2017 o 1:37 PDT", "2017-09-28"), ("23 Mag 2020 alle ore 9:20 PDT", "2020-05-23"),
      ("20 Авг 2019 в 8:43 PDT", "2019-08-20"), ("2017 4월 10 8:24오후 PDT", "2017-04-10"),
      ("Ápr 29., 2020, időpont: 1:48 (PDT időzóna szerint)", "2020-04-29"),
      ("12. Kesä 2020 klo 6.50 PDT", "2020-06-12"), ("26 Φεβ, 2024 στις 4:15 πμ PST", "2024-02-26"),
      ("24 Août 2025 à 9h12 PDT", "2025-08-24"), ("May 14, 2024 at 3:43 PM", "2024-05-14"),
      ("11 January 2026 at 05:43", "2026-01-11"), ("2025年12月27日 12:23", "2025-12-27"),
      ("5:38 PM - 07 Jun 2019", "2019-06-07"), ("2019-06-28", "2019-06-28"),
      ("28.06.2019", "2019-06-28"), ("6/28/2019", "2019-06-28"), ("May 2022", "2022-05"),
      ("October\u{A0}8,\u{A0}2017", "2017-10-08"), ("10.out.2024", "2024-10-10"),
    ])
  func printedDate(text: String, expected: String) {
    let date = Self.scanner.printedDate(text[...], hint: nil)
    #expect(date?.value == expected)
    #expect(date?.source == .printed)
  }

  @Test(
    "what is no date, or more than a date, is none",
    arguments: [
      "", "2022", "May", "May 4", "Read more", "May 4, 2022 was a Wednesday", "34 May 2022",
      "31 February 2022", "May 4, 20222", "4-1 win", "12:30", "06/07/2019", "3 of 4",
    ])
  func noDate(text: String) {
    #expect(Self.scanner.printedDate(text[...], hint: nil) == nil)
  }

  @Test(
    "the hint decides where languages disagree",
    arguments: [
      ("06/07/2019", "de", "2019-07-06"), ("06/07/2019", "en", nil),
      ("12/03/20", "fr", "2020-03-12"),
      ("3 listopada 2016", "hr", "2016-10-03"), ("lis 3, 2017", "pl", "2017-11-03"),
      ("lis 3, 2017", "hr", "2017-10-03"),
    ])
  func hint(text: String, language: String, expected: String?) {
    let date = Self.scanner.printedDate(text[...], hint: LanguageTag(language))
    #expect(date?.value == expected)
  }

  @Test(
    "a date at the beginning ends where other text begins",
    arguments: [
      ("May 4, 2022|Next sentence", "2022-05-04"), ("16 мая 2018 г.| На сайте", "2018-05-16"),
      ("July 24, 2023|\nThe council met at 8:30", "2023-07-24"),
      ("2019年6月28日|に投稿した", "2019-06-28"), (" January 9, 2021| On Sunday", "2021-01-09"),
      ("May 14, 2024 at 3:43 PM| The mayor", "2024-05-14"),
      ("11. September 2024| 40 people", "2024-09-11"),
    ])
  func leadingDate(marked: String, expected: String) throws {
    let parts = marked.split(separator: "|")
    let text = parts.joined()
    let found = try #require(Self.scanner.leadingDate(in: text[...], hint: nil))
    #expect(found.date?.value == expected)
    #expect(String(text[..<found.end]) == parts[0])
  }

  @Test("the Persian calendar agrees with known days")
  func persian() {
    let days = [
      (1403, 1, 1, "2024-03-20"), (1403, 12, 30, "2025-03-20"), (1404, 1, 1, "2025-03-21"),
      (1399, 10, 22, "2021-01-11"), (1357, 11, 22, "1979-02-11"),
    ]
    for (year, month, day, expected) in days {
      #expect(CivilDate(persianYear: year, month: month, day: day)?.description == expected)
    }
  }
}

@Suite("Dates in prose")
struct ProseDateTests {
  static let scanner = DateScanner(packs: LanguagePack.all)

  @Test(
    "a day in prose is relative to the article's date",
    arguments: [
      ("bg", "2025-03", "публикация в X (бивш Twitter) на 15 март.", "2025-03-15"),
      ("en", "2025-03-18", "wrote on X on Sunday", "2025-03-16"),
      ("en", "2025-03-18", "wrote on X on Tuesday", "2025-03-18"),
      ("en", "2025-01-02", "wrote on 30 December:", "2024-12-30"),
      ("en", "2024-11", "took to the network on November 4 and wrote", "2024-11-04"),
      ("de", "2025-03-18", "schrieb sie gestern auf Twitter", "2025-03-17"),
      ("fa", "2025-03-18", "یکشنبه ۲۶ اسفند در کانال تلگرام خود نوشت", "2025-03-16"),
      ("fa", "2025-03-18", "دیروز در شبکه نوشت", "2025-03-17"),
      ("id", "2023-05-01", "cuit dia pada Kamis (27/4), pukul 19.44 WIB", "2023-04-27"),
      ("ja", "2025-08-05", "片桐さんは3日、フェイスブックに書いた", "2025-08-03"),
      ("ko", "2020-06-13", "어제 트위터에 적었다", "2020-06-12"),
      ("ko", "2020-07-02", "25일 자신의 트위터에 적었다", "2020-06-25"),
      ("th", "2025-06-19", "โพสต์ผ่านเฟซบุ๊กเมื่อวานนี้ว่า", "2025-06-18"),
      ("da", "2025-08-20", "skrev i går på Facebook", "2025-08-19"),
      ("fr", "2025-11-14", "En février 2022, elle tweetait déjà", "2022-02"),
      ("pt", "2024-10-11", "nesta quinta-feira", "2024-10-10"),
      ("tr", "2025-10", "11 Ekim'de X'teki paylaşımında", "2025-10-11"),
      ("zh-Hant", "2024-05-02", "昨日發文寫道", "2024-05-01"),
      ("de", "2024-05-02", "am 15.04. auf Twitter", "2024-04-15"),
    ])
  func proseDate(language: String, base: String, text: String, expected: String) throws {
    let precision: PostDate.Precision = base.utf8.count == 7 ? .month : .day
    let base = PostDate(value: base, precision: precision, source: .header)
    let dates = Self.scanner.proseDates(
      in: text[...], language: LanguageTag(language), base: base)
    #expect(dates.map(\.date.value).contains(expected))
  }

  @Test("what was inferred is named")
  func inferred() throws {
    let base = PostDate(value: "2025-03", precision: .month, source: .header)
    let dates = Self.scanner.proseDates(
      in: "на 15 март", language: LanguageTag("bg"), base: base)
    #expect(dates.map(\.date.inferred) == [[.year]])
    #expect(dates.map(\.date.source) == [.prose])
  }

  @Test(
    "without a base only a written year makes a date",
    arguments: [("on Sunday", 0), ("yesterday", 0), ("on 4 May", 0), ("on 4 May 2022", 1)])
  func noBase(text: String, count: Int) {
    let dates = Self.scanner.proseDates(in: text[...], language: LanguageTag("en"), base: nil)
    #expect(dates.count == count)
  }
}
