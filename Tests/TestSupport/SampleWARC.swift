/// Records of web archives, as crawlers write them.
public enum SampleWARC {
  /// A record: a header of lines, an empty line, the block, two empty lines.
  public static func record(
    _ type: String, headers: [String] = [], block: [UInt8], length: Int? = nil,
    version: String = "WARC/1.0", lineEnd: String = "\r\n"
  ) -> [UInt8] {
    let lines =
      [version, "WARC-Type: \(type)"] + headers
      + ["Content-Length: \(length ?? block.count)", "", ""]
    return Array(lines.joined(separator: lineEnd).utf8) + block
      + Array((lineEnd + lineEnd).utf8)
  }

  /// The headers that every record of a page has.
  public static func headers(_ number: Int, type: String) -> [String] {
    let digits = String(number)
    let tail = String(repeating: "0", count: 12 - digits.count) + digits
    return [
      "WARC-Record-ID: <urn:uuid:5ea00000-0000-4000-8000-\(tail)>",
      "WARC-Date: 2025-03-19T04:05:\(10 + number % 50)Z",
      "WARC-Target-URI: https://harbour.example/\(number)", "Content-Type: \(type)",
    ]
  }

  /// A response of a server.
  public static func response(
    _ number: Int, head: [String] = ["Content-Type: text/html; charset=utf-8"],
    status: String = "HTTP/1.1 200 OK", body: [UInt8]
  ) -> [UInt8] {
    let message = ([status] + head + ["", ""]).joined(separator: "\r\n")
    return record(
      "response", headers: headers(number, type: "application/http; msgtype=response"),
      block: Array(message.utf8) + body)
  }

  /// A page of some length.
  public static func page(_ number: Int, paragraphs: Int = 3) -> [UInt8] {
    let lines = (0..<paragraphs).map {
      "<p>Boat \($0) of page \(number) came in with the tide.</p>"
    }
    return Array(
      ("<!doctype html><html><head><title>Page \(number)</title></head><body>"
        + lines.joined(separator: "\n") + "</body></html>").utf8)
  }

  /// The information that a crawl begins with.
  public static let information = record(
    "warcinfo", headers: ["Content-Type: application/warc-fields"],
    block: Array("software: mill/1.0\r\nformat: WARC File Format 1.0\r\n".utf8))

  /// A crawl: information, then for each page its request, the page and what was noted about it.
  public static func crawl(pages: Int, paragraphs: Int = 3) -> [[UInt8]] {
    [information]
      + (0..<pages).flatMap { number in
        [
          record(
            "request", headers: headers(number, type: "application/http; msgtype=request"),
            block: Array("GET /\(number) HTTP/1.1\r\nHost: harbour.example\r\n\r\n".utf8)),
          response(number, body: page(number, paragraphs: paragraphs)),
          record(
            "metadata", headers: headers(number, type: "application/warc-fields"),
            block: Array("fetchTimeMs: 12\r\n".utf8)),
        ]
      }
  }
}
