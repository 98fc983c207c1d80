/// Tells without reading an address whole that its host is none that any platform has.
///
/// Most links of a page lead elsewhere: they are let go after one look over their bytes.
struct KnownHosts: Sendable {
  private let needles: ByteNeedleSet

  /// Prepares hosts; each stands for its subdomains too.
  init(_ hosts: [String]) {
    needles = ByteNeedleSet(hosts + ["at://", "tg://"])
  }

  /// Whether a text may be an address at one of the hosts; `false` is certain.
  func mayBeHost(of text: some StringProtocol) -> Bool {
    needles.occur(in: String(text))
  }
}
