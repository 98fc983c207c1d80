/// A quick look at the bytes of a page.
package enum PageEncoding {
  /// Whether bytes can only be read as UTF-8 and stay as they are when they are: well-formed, without
  /// NUL, without the escapes of ISO-2022-JP.
  package static func isPlainUTF8(_ bytes: [UInt8]) -> Bool {
    let survey = UTF8Survey(bytes[...])
    return survey.isValid && !survey.hasZero && !bytes.contains(0x1B)
  }
}
