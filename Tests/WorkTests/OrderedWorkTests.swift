import Synchronization
import TestSupport
import Testing

@testable import Work

@Suite("Work keeps its order whatever the number of tasks")
struct OrderedWorkTests {
  private struct Refusal: Error {}

  /// Counts how many pieces are held at once.
  private final class Gauge: Sendable {
    private let held = Atomic<Int>(0)
    private let most = Atomic<Int>(0)

    func add() {
      let now = held.add(1, ordering: .sequentiallyConsistent).newValue
      most.max(now, ordering: .sequentiallyConsistent)
    }

    func remove() {
      held.subtract(1, ordering: .sequentiallyConsistent)
    }

    var highest: Int { most.load(ordering: .sequentiallyConsistent) }
  }

  @Test("results come in the order of the pieces", arguments: [1, 2, 3, 8])
  func order(jobs: Int) async throws {
    var pieces = (0..<200).makeIterator()
    var results: [Int] = []
    try await OrderedWork(jobs: jobs).run(
      next: { pieces.next() },
      work: { number in
        // Uneven work, so that later pieces are done before earlier ones.
        let rounds = number % 7 == 0 ? 20_000 : 10
        return (0..<rounds).reduce(number) { sum, _ in sum }
      },
      take: { results.append($0) })
    #expect(results == Array(0..<200))
  }

  @Test("no more than twice the tasks' number of pieces is held", arguments: [1, 2, 5])
  func bound(jobs: Int) async throws {
    let gauge = Gauge()
    var pieces = (0..<100).makeIterator()
    try await OrderedWork(jobs: jobs).run(
      next: { () -> Int? in
        guard let piece = pieces.next() else { return nil }
        gauge.add()
        return piece
      },
      work: { $0 },
      take: { _ in gauge.remove() })
    #expect(gauge.highest <= jobs * 2)
  }

  @Test("what the taker throws ends the work", arguments: [1, 4])
  func refusal(jobs: Int) async throws {
    var pieces = (0...).makeIterator()
    var taken = 0
    await #expect(throws: Refusal.self) {
      try await OrderedWork(jobs: jobs).run(
        next: { pieces.next() }, work: { $0 },
        take: { _ in
          taken += 1
          if taken == 10 { throw Refusal() }
        })
    }
    #expect(taken == 10)
  }

  @Test("one that waits takes all in order", arguments: [1, 2, 3, 8])
  func waiting(jobs: Int) throws {
    let gauge = Gauge()
    var pieces = (0..<200).makeIterator()
    var results: [Int] = []
    try OrderedWork(jobs: jobs).runWaiting(
      next: { () -> Int? in
        guard let piece = pieces.next() else { return nil }
        gauge.add()
        return piece
      },
      work: { number in (0..<(number % 7 == 0 ? 20_000 : 10)).reduce(number) { sum, _ in sum } },
      take: {
        results.append($0)
        gauge.remove()
      })
    #expect(results == Array(0..<200))
    #expect(gauge.highest <= jobs + 1)
  }

  @Test("pieces ahead are held, and no more than the jobs are worked on", arguments: [2, 3])
  func ahead(jobs: Int) throws {
    let (held, worked) = (Gauge(), Gauge())
    var pieces = (0..<100).makeIterator()
    var results: [Int] = []
    try OrderedWork(jobs: jobs).runWaiting(
      ahead: 12,
      next: { () -> Int? in
        guard let piece = pieces.next() else { return nil }
        held.add()
        return piece
      },
      work: { number in
        worked.add()
        defer { worked.remove() }
        return (0..<2000).reduce(number) { sum, _ in sum }
      },
      take: {
        results.append($0)
        held.remove()
      })
    #expect(results == Array(0..<100))
    #expect((12...13).contains(held.highest))
    #expect(worked.highest <= jobs)
  }

  @Test("what is done meanwhile comes once, before all results", arguments: [1, 3], [0, 9])
  func meanwhile(jobs: Int, count: Int) throws {
    var pieces = (0..<count).makeIterator()
    var order: [String] = []
    try OrderedWork(jobs: jobs).runWaiting(
      ahead: 4, next: { pieces.next() }, work: { $0 }, meanwhile: { order.append("meanwhile") },
      take: { order.append("\($0)") })
    #expect(order == ["meanwhile"] + (0..<count).map { "\($0)" })
  }

  @Test("what any of the three throws ends the waiting", arguments: [1, 4], 0..<3)
  func waitingRefusal(jobs: Int, thrower: Int) {
    var pieces = (0..<100).makeIterator()
    var taken: [Int] = []
    #expect(throws: Refusal.self) {
      try OrderedWork(jobs: jobs).runWaiting(
        next: { () -> Int? in
          let piece = pieces.next()
          if thrower == 0, piece == 10 { throw Refusal() }
          return piece
        },
        work: { number in
          if thrower == 1, number == 10 { throw Refusal() }
          return number
        },
        take: { number in
          if thrower == 2, number == 10 { throw Refusal() }
          taken.append(number)
        })
    }
    #expect(taken == Array(0..<taken.count) && taken.count <= 10)
  }
}
