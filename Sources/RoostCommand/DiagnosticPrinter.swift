import PostModel

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Says on standard error what people should know; nothing else writes there.
struct DiagnosticPrinter {
  private let style = Style.of(2)

  /// Prints trouble in the input as `path:offset: severity: message`.
  func diagnostic(_ diagnostic: Diagnostic) {
    guard style.isOn else { return note(diagnostic.description) }
    let place = diagnostic.offset.map { "\(diagnostic.path):\($0)" } ?? diagnostic.path
    let severity = style(
      diagnostic.severity.rawValue + ":", diagnostic.severity == .error ? .red : .yellow)
    send("\(TerminalText.safe(place)): \(severity) \(TerminalText.safe(diagnostic.message))\n")
  }

  /// Prints a line.
  func note(_ text: String) {
    send(TerminalText.safe(text, keepsLines: true) + "\n")
  }

  /// Prints what ended the command.
  func failure(_ message: String) {
    let text = TerminalText.safe(message, keepsLines: true)
    send("\(style("roost:", .red)) \(text)\n")
  }

  /// Draws a line over the one before; the next line takes its place.
  func draw(_ line: String) {
    send("\r\(TerminalText.safe(line))\u{1B}[K")
  }

  /// Takes a drawn line away.
  func erase() {
    send("\r\u{1B}[K")
  }

  /// Nobody can be told that standard error itself fails.
  private func send(_ text: String) {
    var rest = Array(text.utf8)
    while !rest.isEmpty {
      let count = write(2, rest, rest.count)
      guard count > 0 else { return }
      rest.removeFirst(count)
    }
  }
}
