internal import CHyperscan

/// Sequences of bytes that are all looked for in one pass over a text (Vectorscan).
final class PatternSet: Sendable {
  /// A sequence.
  struct Pattern: Hashable, Sendable {
    /// Its bytes, at least one.
    var bytes: [UInt8]
    /// Whether the case of ASCII letters does not matter.
    var isCaseless: Bool

    init(_ text: String, isCaseless: Bool) {
      bytes = Array(text.utf8)
      self.isCaseless = isCaseless
    }
  }

  // The address of what was compiled: it is never written to again, and scans of any number of tasks
  // may read it at once, which a pointer's type does not say and a number's need not.
  private let address: Int
  // The same of a working memory that no scan uses: it is only copied.
  private let scratch: Int

  /// Compiles sequences; `nil` where the library does not run on this processor.
  init?(_ patterns: [Pattern]) {
    let compiled = roost_patterns_compile(
      patterns.flatMap(\.bytes), patterns.map(\.bytes.count),
      patterns.map { $0.isCaseless ? 1 : 0 }, UInt32(patterns.count))
    guard let compiled else { return nil }
    guard let memory = roost_scratch_make(compiled) else {
      roost_patterns_free(compiled)
      return nil
    }
    address = Int(bitPattern: compiled)
    scratch = Int(bitPattern: memory)
  }

  deinit {
    roost_scratch_free(UnsafeMutableRawPointer(bitPattern: scratch))
    roost_patterns_free(UnsafeMutableRawPointer(bitPattern: address))
  }

  /// Makes the working memory of scans, one at a time.
  func makeScratch() -> Scratch? {
    Scratch(roost_scratch_clone(UnsafeRawPointer(bitPattern: scratch)))
  }

  /// Looks through bytes until `found` gives `true`; gives whether it did.
  ///
  /// `found` is told the number of a pattern and the offset behind the place where it stands. Where
  /// the scan fails, the answer is `true`: what was not looked through may hold anything.
  func scan(
    _ bytes: UnsafeRawBufferPointer, with scratch: Scratch, found: (Int, Int) -> Bool
  ) -> Bool {
    withoutActuallyEscaping(found) { found in
      var state = Scan(found: found)
      let status = withUnsafeMutablePointer(to: &state) { state in
        roost_patterns_scan(
          UnsafeRawPointer(bitPattern: address), scratch.memory, bytes.baseAddress, bytes.count,
          { context, pattern, end in
            guard let state = context?.assumingMemoryBound(to: Scan.self) else { return 1 }
            guard state.pointee.found(Int(pattern), end) else { return 0 }
            state.pointee.isFound = true
            return 1
          }, state)
      }
      return state.isFound || status != 0
    }
  }

  private struct Scan {
    let found: (Int, Int) -> Bool
    var isFound = false
  }

  /// The working memory of one scan at a time.
  final class Scratch {
    fileprivate let memory: UnsafeMutableRawPointer

    fileprivate init?(_ memory: UnsafeMutableRawPointer?) {
      guard let memory else { return nil }
      self.memory = memory
    }

    deinit {
      roost_scratch_free(memory)
    }
  }
}
