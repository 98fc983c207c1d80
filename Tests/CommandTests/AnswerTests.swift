import Foundation
import TestSupport
import Testing

@Suite("Documents in, answers out")
struct AnswerTests {
  private static let first = "https://x.com/tidewatch/status/1901234567890123457"

  /// Four articles, two of which cite the same post.
  private func harbour() throws -> Workshop {
    let workshop = try Workshop()
    for number in 1...3 {
      try workshop.folder.write(TidePages.page(number, post: number), to: "in/\(number).html")
    }
    try workshop.folder.write(TidePages.page(4, post: 1), to: "in/4.html")
    return workshop
  }

  private func archive() throws -> Workshop {
    let workshop = try harbour()
    #expect(try workshop.run("import", "in").status == 0)
    return workshop
  }

  @Test("detect writes one line a citation, in the order of the input")
  func detect() throws {
    let run = try harbour().run("detect", "in/3.html", "in/1.html")
    #expect(run.status == 0)
    #expect(run.errors == "")
    let ids = run.output.matches(of: /"key":"x:(\d+)"/).map(\.output.1)
    #expect(ids == ["1901234567890123459", "1901234567890123457"])
    #expect(run.output.split(separator: "\n").allSatisfy { $0.hasPrefix(#"{"v":1,"id":""#) })
  }

  @Test("any number of jobs writes the same bytes")
  func jobs() throws {
    let workshop = try harbour()
    let one = try workshop.run("detect", "in", "--jobs", "1")
    #expect(!one.output.isEmpty)
    #expect(try workshop.run("detect", "in", "--jobs", "3").output == one.output)
  }

  @Test("standard input is read wherever documents are")
  func standardInput() throws {
    let workshop = try Workshop()
    let page = TidePages.page(1, post: 1)
    let detected = try workshop.run("detect", "-", input: page)
    #expect(detected.status == 0)
    #expect(detected.output.contains(#""source":{"path":"-","format":"html"}"#))
    #expect(try workshop.run("text", "-", input: page).output.contains("\nHigh water at noon,"))
    #expect(try workshop.run("import", "-", input: page).errors.contains(": 1 new in"))
  }

  @Test("import says what happened, and again that nothing did")
  func importing() throws {
    let workshop = try harbour()
    let first = try workshop.run("import", "in", "--archive", "a")
    #expect(first.status == 0)
    #expect(first.output == "")
    #expect(first.errors == "4 documents (2.3 kB); 4 citations (4 embed): 4 new in a\n")
    let second = try workshop.run("import", "in", "--archive", "a")
    #expect(
      second.errors
        == "0 documents (0 bytes); 0 citations: 0 new in a; 4 files were read before\n")
  }

  @Test("the archive is the option, else the environment, else the folder here")
  func archives() throws {
    let workshop = try harbour()
    let environment = ["ROOST_ARCHIVE": "b"]
    #expect(try workshop.run("import", "in/1.html", environment: environment).status == 0)
    #expect(try workshop.run("import", "in/2.html").status == 0)
    let third = ["import", "in/3.html", "--archive", "c"]
    #expect(try workshop.run(third, environment: environment).status == 0)
    for (archive, post) in [("b", "457"), ("roost.archive", "458"), ("c", "459")] {
      let run = try workshop.run("query", "--archive", archive, "--format", "ids")
      #expect(run.output == "1901234567890123\(post)\n")
    }
  }

  @Test("query answers as a table and in every format")
  func query() throws {
    let workshop = try archive()
    let table = try workshop.run("query", "--format", "table", "--sort", "oldest")
    #expect(
      table.output == """
        DATE        PLATFORM  AUTHOR      ARTICLES  POST
        2025-03-16  x         @tidewatch         2  High water at noon, number 1
        2025-03-16  x         @tidewatch         1  High water at noon, number 2
        2025-03-16  x         @tidewatch         1  High water at noon, number 3

        """)
    let ids = try workshop.run("query", "noon", "--format", "ids", "--limit", "2")
    #expect(ids.output.split(separator: "\n").count == 2)
    let lines = try workshop.run("query", "--handle", "@TideWatch")
    #expect(lines.output.split(separator: "\n").count == 3)
    #expect(lines.output.hasPrefix(#"{"v":1,"post":{"key":"x:19"#))
    let json = try workshop.run("query", "--format", "json").output
    let posts = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [Any]
    #expect(posts?.count == 3)
    let words = try workshop.run("query", "-", "--format", "urls", input: "\"number 1\"\n")
    #expect(words.output == Self.first + "\n")
  }

  @Test("a table says that there is more than it shows")
  func more() throws {
    let run = try archive().run("query", "--format", "table", "--limit", "1")
    #expect(run.output.split(separator: "\n").count == 2)
    #expect(run.errors.hasPrefix("1 of 3 posts; --limit 0 shows all, --after "))
  }

  @Test("nothing that matches is 1")
  func nothing() throws {
    let workshop = try archive()
    let query = try workshop.run("query", "zeppelin")
    #expect([query.output, query.errors] == ["", ""])
    #expect(query.status == 1)
    let show = try workshop.run("show", "x:1")
    #expect(show.status == 1)
    #expect(show.errors == "roost: no post is named 'x:1' in ./roost.archive\n")
    #expect(try workshop.run("articles", "x:1").status == 1)
    #expect(try workshop.run("posts", "https://gazette.example/none").status == 1)
  }

  @Test("both directions of the index")
  func directions() throws {
    let workshop = try archive()
    let articles = try workshop.run(
      "articles", Self.first, "--format", "table", environment: ["COLUMNS": "100"])
    #expect(
      articles.output == """
        DATE        SITE             FORM          TITLE          ADDRESS
        2025-03-18  gazette.example  embed (copy)  Tide report 1  https://gazette.example/tide/1
        2025-03-18  gazette.example  embed         Tide report 4  https://gazette.example/tide/4

        """)
    let posts = try workshop.run(
      "posts", "https://gazette.example/tide/4", "in/2.html", "--format", "urls")
    #expect(posts.output == Self.first + "\nhttps://x.com/tidewatch/status/1901234567890123458\n")
    let lines = try workshop.run("articles", "-", input: "x:1901234567890123458\n")
    #expect(lines.output.split(separator: "\n").count == 1)
    #expect(lines.output.contains(#""url":"https://gazette.example/tide/2""#))
  }

  @Test("show says where each field comes from and who cites the post")
  func show() throws {
    let run = try archive().run("show", "1901234567890123457", "--format", "table")
    #expect(run.status == 0)
    for part in [
      Self.first, "@tidewatch Tide Watch", "(post-id)", "cited by 2 articles", "← gazette.example",
      "Tide report 4", "«",
    ] {
      #expect(run.output.contains(part), "\(part)")
    }
  }

  @Test("deleting the index changes no answer")
  func indexDeleted() throws {
    let workshop = try archive()
    let before = try workshop.run("query").output
    #expect(!before.isEmpty)
    try FileManager.default.removeItem(atPath: workshop.folder.path("roost.archive/index.sqlite"))
    #expect(try workshop.run("query").output == before)
    let rebuilt = try workshop.run("index")
    #expect(rebuilt.status == 0)
    #expect(rebuilt.errors == "3 posts in ./roost.archive/index.sqlite\n")
    #expect(try workshop.run("query").output == before)
  }

  @Test("verify tells a sound archive from one that was changed")
  func verify() throws {
    let workshop = try archive()
    let sound = try workshop.run("verify")
    #expect(sound.status == 0)
    #expect(sound.output == "")
    #expect(sound.errors.hasPrefix("./roost.archive: sound: 4 citations in 1 segment, "))
    let name = "roost.archive/citations/000001.jsonl"
    let lines = String(decoding: try workshop.folder.content(of: name), as: UTF8.self)
    try workshop.folder.write(lines.replacing("tide/4", with: "tide/5"), to: name)
    let changed = try workshop.run("verify", "-", input: "roost.archive\n")
    #expect(changed.status == 2)
    #expect(changed.output.contains("\(name):4: "))
  }

  @Test("url says which post an address names, or why none")
  func url() throws {
    let run = try Workshop().run(
      "url", "https://twitter.com/tidewatch/status/1901234567890123456?s=20", "-",
      input: "https://twitter.com/intent/tweet?text=a\n\n  tide  \n")
    #expect(run.status == 0)
    #expect(
      run.output == """
        {"url":"https://twitter.com/tidewatch/status/1901234567890123456?s=20","post":\
        {"key":"x:1901234567890123456","platform":"x","id":"1901234567890123456",\
        "permalink":"https://x.com/tidewatch/status/1901234567890123456","handle":"tidewatch",\
        "published":{"value":"2025-03-16T11:30:18.872Z","precision":"millisecond",\
        "source":"post-id"}}}
        {"url":"https://twitter.com/intent/tweet?text=a","post":null,"platform":"x",\
        "reason":"a share or follow dialog"}
        {"url":"tide","post":null,"reason":"no platform is known at this host"}

        """)
  }

  @Test("entities gives a line of JSON for every line, places in code points")
  func entities() throws {
    let run = try Workshop().run(
      "entities", "@odile see gull.com/a #fog", "-", input: "🌊 $GULL  @odile/ferries\n\n")
    #expect(run.status == 0)
    #expect(
      run.output == """
        {"text":"@odile see gull.com/a #fog","reply":"odile","entities":[\
        {"kind":"mention","value":"odile","start":0,"end":6},\
        {"kind":"link","value":"gull.com/a","start":11,"end":21},\
        {"kind":"hashtag","value":"fog","start":22,"end":26}]}
        {"text":"🌊 $GULL  @odile/ferries","entities":[\
        {"kind":"cashtag","value":"GULL","start":2,"end":7},\
        {"kind":"list","value":"odile","list":"ferries","start":9,"end":23}]}
        {"text":"","entities":[]}

        """)
  }

  @Test("date gives EDTF, says what was inferred, and asks for what it lacks")
  func date() throws {
    let run = try Workshop().run(
      "date", "--lang", "bg", "--base", "2025-03-18", "в публикация на 15 март", "-",
      input: "2019年6月28日\nкораби\n")
    #expect(run.status == 0)
    #expect(
      run.output == """
        {"text":"в публикация на 15 март","date":{"value":"2025-03-15","precision":"day",\
        "source":"prose","inferred":["year"]},"start":16,"end":23}
        {"text":"2019年6月28日","date":{"value":"2019-06-28","precision":"day",\
        "source":"printed"},"start":0,"end":10}
        {"text":"кораби","date":null,"reason":"no date was read"}

        """)
    #expect(try Workshop().run("date", "--lang", "en", "on Tuesday").output.contains("--base"))
    #expect(try Workshop().run("date", "--base", "March", "on Tuesday").status == 64)
    #expect(try Workshop().run("date", "--lang", "?", "on Tuesday").status == 64)
  }

  @Test("a language pack of one's own finds what this build does not know")
  func languagePack() throws {
    let workshop = try Workshop()
    let packs = Fixtures.package.appending(path: "Sources/Languages/Packs")
    let english = try String(contentsOf: packs.appending(path: "en.json"), encoding: .utf8)
    try workshop.folder.write(
      english.replacing("\"language\": \"en\"", with: "\"language\": \"tlh\"")
        .replacing("A post shared by {name}", with: "Lampwork of {name}"), to: "tlh.json")
    try workshop.folder.write("Fog.\n\nLampwork of Ada (@ada.q)\n", to: "a.txt")
    #expect(try workshop.run("detect", "a.txt").output == "")
    let run = try workshop.run("detect", "a.txt", "--language-pack", "tlh.json")
    #expect(run.status == 0)
    #expect(run.output.contains(#""author":{"handle":"ada.q","name":"Ada","#))
    for command in ["explain", "text"] {
      #expect(try workshop.run(command, "a.txt", "--language-pack", "tlh.json").status == 0)
    }
    #expect(try workshop.run("import", "a.txt").errors.contains(" 0 citations"))
    let again = try workshop.run("import", "a.txt", "--language-pack", "tlh.json")
    #expect(again.errors.contains(": 1 new in"))
  }

  @Test("a language pack that is none is named: 64; one that is not there: 74")
  func badLanguagePack() throws {
    let workshop = try Workshop()
    try workshop.folder.write("{}", to: "mine.json")
    try workshop.folder.write("Fog.", to: "a.txt")
    let bad = try workshop.run("detect", "a.txt", "--language-pack", "mine.json")
    #expect(bad.status == 64)
    #expect(bad.errors.hasPrefix("roost: mine.json: key “language” is missing"))
    #expect(try workshop.run("detect", "a.txt", "--language-pack", "none.json").status == 74)
  }

  @Test("explain names the rules and the post")
  func explain() throws {
    let run = try harbour().run("explain", "in/1.html")
    #expect(run.status == 0)
    for part in ["in/1.html (html)", "1 citation", "embed  ", "x.permalink", "@tidewatch"] {
      #expect(run.output.contains(part), "\(part)")
    }
  }

  @Test("lists name what this build knows", arguments: ["platforms", "languages", "formats"])
  func lists(_ subject: String) throws {
    let table = try Workshop().run("list", subject, "--format", "table")
    let lines = try Workshop().run("list", subject)
    #expect(table.status == 0)
    #expect(lines.output.split(separator: "\n").allSatisfy { $0.hasPrefix("{") })
    #expect(
      table.output.split(separator: "\n").count == lines.output.split(separator: "\n").count + 1)
  }
}
