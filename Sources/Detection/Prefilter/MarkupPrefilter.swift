import Markup
import Platforms

/// Tells from a page's bytes, without parsing them, whether its markup may show or link a post.
///
/// What is looked for is derived from the declarations of the platforms: hosts with the paths of their
/// templates behind them, classes, attributes, elements. `false` is certain.
struct MarkupPrefilter: Sendable {
  private let set: PatternSet
  private let signs: [(sign: MarkupSign, length: Int)]
  private let probe: AddressProbe

  /// Compiles the declarations; `nil` where the scanner does not run on this processor.
  init?(platforms: [Platform] = Platform.all) {
    probe = AddressProbe(platforms: platforms)
    let found = MarkupSigns(platforms: platforms, probe: probe).found
    guard let set = PatternSet(found.map(\.pattern)) else { return nil }
    self.set = set
    signs = found.map { ($0.sign, $0.pattern.bytes.count) }
  }

  /// Makes the working memory of scans, one at a time.
  func makeScratch() -> PatternSet.Scratch? { set.makeScratch() }

  /// Where in markup a post may be named, in ascending order; `nil` where that cannot be told.
  func places(in bytes: UnsafeRawBufferPointer, with scratch: PatternSet.Scratch) -> [Int]? {
    var places: [Int] = []
    let isFailed = set.scan(bytes, with: scratch) { number, end in
      let (sign, length) = signs[number]
      if sign.mayHold(in: bytes, end - length..<end, probe: probe) { places.append(end - length) }
      return false
    }
    return isFailed ? nil : places.sorted()
  }

  /// Whether markup may hold a post.
  func mayHold(_ bytes: UnsafeRawBufferPointer, with scratch: PatternSet.Scratch) -> Bool {
    set.scan(bytes, with: scratch) { number, end in
      let (sign, length) = signs[number]
      return sign.mayHold(in: bytes, end - length..<end, probe: probe)
    }
  }
}
