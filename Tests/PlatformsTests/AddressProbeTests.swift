import Foundation
import Platforms
import PostModel
import Testing

@Suite("The probe of addresses")
struct AddressProbeTests {
  private let probe = AddressProbe()
  private let reader = PostAddressReader()

  /// Whether any literal of the probe is found in a text and may be a post.
  private func mayBePost(_ text: String) -> Bool {
    if probe.signs.contains(where: { text.lowercased().contains($0.lowercased()) }) { return true }
    let bytes = Array(text.utf8)
    let holdsTime = bytes.indices.contains { place in
      let before = String(decoding: bytes[..<place].suffix(2), as: UTF8.self).uppercased()
      return AddressProbe.numberSigns.contains { before.hasSuffix($0) }
        && bytes.withUnsafeBytes { AddressProbe.mayBeTime(place, in: $0) }
    }
    if holdsTime { return true }
    let lower = Array(text.lowercased().utf8)
    return bytes.withUnsafeBytes { raw in
      probe.literals.indices.contains { index in
        let host = Array(probe.literals[index].utf8)
        return (0...max(0, lower.count - host.count)).contains { start in
          lower[start...].starts(with: host)
            && probe.mayBePost(index, endingAt: start + host.count, in: raw)
        }
      }
    }
  }

  @Test(
    "lets every post through, however it is written and wherever it ends",
    arguments: Platform.all.map(\.id))
  func posts(_ platform: PlatformID) throws {
    for example in try #require(Platform.declared(platform)).examples.map(\.link)
    where reader.reference(in: example) != nil {
      let percent = example.utf8.reduce("") { text, byte in
        // A hyphen of a host is never encoded (RFC 3986, 2.3).
        let isPlain =
          byte >= 0x61 && byte <= 0x7A || byte >= 0x30 && byte <= 0x39
          || [0x2D, 0x2E].contains(byte)
        return text + (isPlain ? String(UnicodeScalar(byte)) : "%" + String(byte, radix: 16))
      }
      for written in [
        example, "(\(example)).", "\"\(example)\"", "\(example) 12", "'\(example)'>x",
        example.replacing("/", with: "\\/"), example.replacing("/", with: "\\u002F"),
        example.replacing("/", with: "&#x2F;").replacing("?", with: "&#63;"),
        example.replacing("&", with: "&amp;"),
        example.uppercased().contains("%") ? example : percent,
      ] {
        #expect(mayBePost(written), "\(written)")
      }
    }
  }

  @Test(
    "lets share links and profiles go",
    arguments: [
      "https://twitter.com/intent/tweet?text=status/20", "https://x.com/ferry",
      "https://t.me/share/url?url=a",
      "https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fsea.example",
      "https://max.com/ferry/status/20",
      "https://www.reddit.com/submit?url=x", "https://pinterest.com/pin/create/button/?url=y",
    ])
  func others(_ text: String) {
    #expect(!mayBePost(text))
  }
}
