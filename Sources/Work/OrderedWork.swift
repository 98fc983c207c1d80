import Dispatch
import Synchronization

/// Work on a row of pieces by several tasks, with the results in the order of the pieces.
///
/// This is the only place with parallelism. One hand makes the pieces, any number of tasks work on
/// them, and the same one hand takes the results in order, so that what is written does not depend on
/// the number of tasks. Memory is bounded: no more than `jobs` pieces are worked on, and no more than
/// twice as many are held in all.
package struct OrderedWork: Sendable {
  /// How many pieces are worked on at once, at least one.
  package let jobs: Int

  /// Allows some pieces at once.
  package init(jobs: Int) {
    self.jobs = max(1, jobs)
  }

  /// Makes, works and takes until `next` gives `nil`, or until something throws.
  package func run<Piece: Sendable, Result: Sendable>(
    next: () -> Piece?, work: @escaping @Sendable (Piece) -> Result,
    take: (Result) throws -> Void
  ) async throws {
    guard jobs > 1 else {
      while let piece = next() { try take(work(piece)) }
      return
    }
    try await withThrowingTaskGroup(of: (Int, Result).self) { group in
      var window = Window<Result>()
      while let piece = next() {
        let number = window.begin()
        group.addTask { (number, work(piece)) }
        while window.running >= jobs || window.held >= jobs * 2, let done = try await group.next() {
          for result in window.finish(done.0, with: done.1) { try take(result) }
        }
      }
      while let done = try await group.next() {
        for result in window.finish(done.0, with: done.1) { try take(result) }
      }
    }
  }

  /// The pieces that were begun and not yet taken.
  private struct Window<Result> {
    private var waiting: [Int: Result] = [:]
    private var begun = 0
    private var taken = 0

    /// How many pieces are being worked on.
    var running: Int { begun - taken - waiting.count }
    /// How many pieces are worked on or wait for an earlier one.
    var held: Int { begun - taken }

    mutating func begin() -> Int {
      begun += 1
      return begun - 1
    }

    /// The results whose turn has come.
    mutating func finish(_ number: Int, with result: Result) -> [Result] {
      waiting[number] = result
      var ready: [Result] = []
      while let next = waiting.removeValue(forKey: taken) {
        ready.append(next)
        taken += 1
      }
      return ready
    }
  }
}

// MARK: Without tasks

extension OrderedWork {
  /// The same for callers that are no tasks: they wait until all is taken.
  ///
  /// While pieces are worked on, the results of those before are taken, so that of two processors one
  /// may read and the other write. With more pieces `ahead` than jobs there is work at hand too while
  /// one result takes long to be taken; so many are held at most. `meanwhile` is done once, before the
  /// first result is taken, while the first pieces are worked on. What any of them throws ends it.
  package func runWaiting<Piece: Sendable, Output: Sendable>(
    ahead: Int = 1, next: () throws -> Piece?, work: @escaping @Sendable (Piece) throws -> Output,
    meanwhile: () throws -> Void = {}, take: (Output) throws -> Void
  ) throws {
    guard jobs > 1 else {
      try meanwhile()
      while let piece = try next() { try take(work(piece)) }
      return
    }
    // Each does one piece at a time, so that no more than `jobs` are worked on however many are ahead.
    let hands = (0..<jobs).map { DispatchQueue(label: "roost.work.\($0)") }
    var begun = 0
    func begin(_ piece: Piece) -> Promise<Output> {
      defer { begun += 1 }
      return Promise(by: hands[begun % jobs]) { try work(piece) }
    }
    var promised: [Promise<Output>] = []
    // Nothing goes on behind the caller's back, whatever is thrown.
    defer { for promise in promised { promise.wait() } }
    func fill() throws {
      while promised.count < max(jobs, ahead), let piece = try next() {
        promised.append(begin(piece))
      }
    }
    try fill()
    try meanwhile()
    while let first = promised.first {
      let output = try first.output()
      promised.removeFirst()
      try fill()
      try take(output)
    }
  }

  /// What a piece will have become.
  private final class Promise<Output: Sendable>: Sendable {
    private let group = DispatchGroup()
    // The compiler has no other word for: written once, by one hand, before another reads it.
    private let result = Mutex<Result<Output, any Error>?>(nil)

    init(by hand: DispatchQueue, _ work: @escaping @Sendable () throws -> Output) {
      hand.async(group: group) {
        let done = Result { try work() }
        self.result.withLock { $0 = done }
      }
    }

    func wait() {
      group.wait()
    }

    func output() throws -> Output {
      wait()
      guard let done = result.withLock({ $0 }) else { throw CancellationError() }
      return try done.get()
    }
  }
}
