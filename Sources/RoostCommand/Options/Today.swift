import FoundationEssentials
import PostModel

/// The day on which a question is asked.
enum Today {
  /// The day by Universal Time; `$ROOST_TODAY` (`2025-03-18`) stands in for it, so that examples that
  /// say "thirty days ago" can be repeated.
  static var date: CivilDate {
    let asked = ProcessInfo.processInfo.environment["ROOST_TODAY"] ?? ""
    let fields = asked.split(separator: "-").compactMap { Int($0) }
    if fields.count == 3,
      let date = CivilDate(year: fields[0], month: fields[1], day: fields[2])
    {
      return date
    }
    let days = (Date().timeIntervalSince1970 / 86_400).rounded(.down)
    return CivilDate(daysSinceEpoch: Int(days))
  }
}
