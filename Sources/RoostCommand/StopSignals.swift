import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The signals by which people and systems ask a command to stop.
enum StopSignals {
  /// The last signal that was caught, 0 before there is one.
  private static let caught = Atomic<Int32>(0)

  /// Does something that a signal cancels; gives what came of it, and the signal if there was one.
  ///
  /// Only the first signal is caught: the next one ends the process at once.
  static func stopping<Result: Sendable>(
    _ body: @escaping @Sendable () async throws -> Result
  ) async throws -> (Result, signal: Int32?) {
    catchOnce()
    return try await withThrowingTaskGroup(of: Result?.self) { group in
      group.addTask { try await body() }
      group.addTask {
        while caught.load(ordering: .relaxed) == 0,
          (try? await Task.sleep(for: .milliseconds(50))) != nil
        {}
        return nil
      }
      while let result = try await group.next() {
        // Cancels the work after a signal, and the wait for signals after the work.
        group.cancelAll()
        if let result { return (result, signalCaught) }
      }
      throw CancellationError()
    }
  }

  /// Ends the process by a signal, as its sender expects.
  static func obey(_ number: Int32) {
    signal(number, SIG_DFL)
    // Threads of the pool block signals; sent to the process, it reaches the main thread.
    kill(getpid(), number)
    sleep(1)
  }

  private static var signalCaught: Int32? {
    let number = caught.load(ordering: .relaxed)
    return number == 0 ? nil : number
  }

  private static func catchOnce() {
    // Made before a handler may need it, since making it is nothing for a handler to do.
    caught.store(0, ordering: .relaxed)
    for number in [SIGINT, SIGTERM] {
      signal(number) { number in
        StopSignals.caught.store(number, ordering: .relaxed)
        signal(number, SIG_DFL)
      }
    }
  }
}
