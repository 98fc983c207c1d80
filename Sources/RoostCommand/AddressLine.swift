import Archive
import Platforms
import PostModel

/// What an address says, as a line of JSON.
///
///     {"url":"…","post":{"key":"x:20","platform":"x","id":"20","permalink":"…","handle":"jack"}}
///     {"url":"…","post":null,"platform":"x","reason":"a share button"}
struct AddressLine {
  /// The line without its line feed.
  let bytes: [UInt8]

  /// Describes the reading of an address.
  init(_ address: String, _ reading: PostAddressReader.Reading) {
    var writer = JSONWriter()
    writer.object {
      $0.member("url", address)
      switch reading {
      case .post(let reference): $0.object("post") { Self.write(reference, to: &$0) }
      case .other(let platform, let reason):
        $0.key("post")
        $0.null()
        $0.member("platform", platform?.rawValue)
        $0.member("reason", reason)
      }
    }
    bytes = writer.bytes
  }

  private static func write(_ reference: PostReference, to writer: inout JSONWriter) {
    let platform = Platform.all.first { $0.id == reference.platform }
    let key = reference.id.map { PostKey(platform: reference.platform, id: $0) }
    writer.member("key", key?.rawValue)
    writer.member("platform", reference.platform.rawValue)
    writer.member("id", reference.id)
    writer.member("permalink", reference.permalink)
    writer.member("handle", reference.handle)
    guard let date = reference.id.flatMap({ id in platform?.time?(id) }) else { return }
    writer.object("published") {
      $0.member("value", date.value)
      $0.member("precision", date.precision.rawValue)
      $0.member("source", date.source.rawValue)
    }
  }
}
