import PostModel
import Testing

@Suite("A post's key")
struct PostKeyTests {
  @Test("is the platform with the id, else the media code, else the fingerprint of the words")
  func kinds() {
    #expect(PostKey(platform: "x", id: "20").rawValue == "x:20")
    #expect(PostKey(platform: "x", mediaCode: "AbCdEf1234").rawValue == "x:pic/AbCdEf1234")
    #expect(PostKey(platform: "telegram", fingerprint: "0f").rawValue == "telegram:text/0f")
    #expect(PostKey(platform: nil, fingerprint: "0f").rawValue == "unknown:text/0f")
  }

  @Test("keeps the case of ids, which platforms tell apart")
  func caseKept() {
    #expect(
      PostKey(platform: "instagram", id: "BbYyLdVDhml")
        != PostKey(platform: "instagram", id: "BByyLdVDhml"))
  }
}
