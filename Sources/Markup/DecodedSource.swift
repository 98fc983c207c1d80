/// A page's bytes in valid UTF-8.
struct DecodedSource {
  let utf8: [UInt8]
  let encoding: String
  let diagnostics: [MarkupDiagnostic]

  init(_ bytes: [UInt8], declaredEncoding: String?, limit: Int) {
    utf8 = Array(String(decoding: bytes.prefix(limit), as: UTF8.self).utf8.filter { $0 != 0 })
    encoding = "utf-8"
    diagnostics = []
  }
}
