import PostModel
import Testing

@testable import Detection

@Suite("Codes of content systems in Markdown")
struct CodeSamplesTests {
  private func posts(in text: String) -> [String] {
    MarkdownRemnantTests.citations(in: text).map { "\($0.form) \($0.post.id ?? "-")" }
  }

  @Test(
    "name a post by its id or its address",
    arguments: [
      ("{{< x user=\"adaquill\" id=\"1521774011392135168\" >}}", "embed 1521774011392135168"),
      ("{{< instagram C5qtH2cLLbm >}}", "embed C5qtH2cLLbm"),
      ("{% youtube TYGIMaP6ukg %}", "embed TYGIMaP6ukg"),
      ("{% include media/youtube.html id=\"TYGIMaP6ukg\" %}", "embed TYGIMaP6ukg"),
      ("@[youtube](TYGIMaP6ukg)", "embed TYGIMaP6ukg"),
      ("[tweet 1521774011392135168]", "embed 1521774011392135168"),
      ("[embed]https://x.com/ada/status/1521774011392135168[/embed]", "embed 1521774011392135168"),
      ("{% tweet https://x.com/ada/status/1521774011392135168 %}", "embed 1521774011392135168"),
      (
        "{% include tweet.html url=\"https://x.com/ada/status/1521774011392135168\" %}",
        "embed 1521774011392135168"
      ),
      ("@[tweet](https://x.com/ada/status/1521774011392135168)", "embed 1521774011392135168"),
      ("![](https://x.com/ada/status/1521774011392135168)", "embed 1521774011392135168"),
      ("[the lamp](https://x.com/ada/status/1521774011392135168)", "link 1521774011392135168"),
      ("[![](https://a.example/b.jpg)](https://youtu.be/TYGIMaP6ukg)", "link TYGIMaP6ukg"),
    ])
  func named(code: String, post: String) {
    #expect(posts(in: "The keeper wrote it.\n\n\(code)\n\nNobody answered.") == [post])
  }

  @Test(
    "are shown as code or hidden",
    arguments: [
      "Write `{{< youtube TYGIMaP6ukg >}}` there.", "```\n{{< youtube TYGIMaP6ukg >}}\n```",
      "~~~ md\n{{< youtube TYGIMaP6ukg >}}", "    {{< youtube TYGIMaP6ukg >}}",
      "<!-- {{< youtube TYGIMaP6ukg >}} -->", "{% raw %}{% youtube TYGIMaP6ukg %}{% endraw %}",
      "{{</* youtube TYGIMaP6ukg */>}}", "{{< youtube >}}", "[youtube the lamp of the pier]",
    ])
  func samples(text: String) {
    #expect(posts(in: "The keeper wrote it.\n\n\(text)\n\nNobody answered.").isEmpty)
  }

  @Test("places within code are told, whatever overlaps")
  func places() {
    let samples = CodeSamples("a `b` ``c ` d`` e <!-- `f` --> g ` h")
    let held = (0..<35).map { samples.hold($0) ? "x" : "." }.joined()
    #expect(held == "..xxx.xxxxxxxxx...xxxxxxxxx........")
  }
}
