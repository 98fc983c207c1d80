#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Standard output, for what machines read and for what people asked to see.
///
/// What is written stays in memory until `flush` or until there is much of it. Call `flush` at the
/// end: a failure to write is an error and must not be lost.
struct StandardOutput {
  private static let limit = 1 << 16
  private let isTerminal = Terminal.isTerminal(1)
  private var pending: [UInt8] = []

  /// Writes a line of JSON.
  mutating func writeLine(_ line: some Sequence<UInt8>) throws(OutputError) {
    pending += isTerminal ? TerminalText.escapingControls(Array(line)) : Array(line)
    pending.append(0x0A)
    if pending.count >= Self.limit { try flush() }
  }

  /// Writes what an exporter made.
  mutating func write(_ bytes: [UInt8]) throws(OutputError) {
    pending += isTerminal ? TerminalText.escapingControls(bytes) : bytes
    if pending.count >= Self.limit { try flush() }
  }

  /// Writes text as it is, without a line end.
  mutating func write(_ text: String) throws(OutputError) {
    pending += isTerminal ? Array(TerminalText.safe(text, keepsLines: true).utf8) : Array(text.utf8)
    if pending.count >= Self.limit { try flush() }
  }

  /// Writes text that was made for a terminal, with its colours, and ends the line.
  mutating func writeStyled(_ text: String) throws(OutputError) {
    pending += Array(text.utf8)
    pending.append(0x0A)
    if pending.count >= Self.limit { try flush() }
  }

  /// Hands everything to the system.
  mutating func flush() throws(OutputError) {
    var rest = pending
    pending = []
    while !rest.isEmpty {
      #if canImport(Darwin)
      let count = Darwin.write(1, rest, rest.count)
      #elseif canImport(Musl)
      let count = Musl.write(1, rest, rest.count)
      #else
      let count = Glibc.write(1, rest, rest.count)
      #endif
      if count < 0 {
        if errno == EINTR { continue }
        throw OutputError(
          isClosedPipe: errno == EPIPE,
          description: "Standard output cannot be written: \(String(cString: strerror(errno))).")
      }
      rest.removeFirst(count)
    }
  }
}
