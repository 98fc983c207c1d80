import Foundation
import Markup
import Platforms

/// The words of a post's fallback element, with the display texts of shortened links taken out.
struct PostWords {
  /// The words.
  let text: String
  /// Addresses behind links whose display text was taken out.
  let links: [String]
  /// What `lang` says of the words.
  let language: String?
  /// What follows the last paragraph.
  let tail: String
  /// How many paragraphs the element holds.
  let paragraphs: Int
  /// Whether all the words are those of one link.
  let isOnlyLink: Bool

  /// Reads an element.
  init(_ element: HTMLElement) {
    var text = element.text
    var links: [String] = []
    var paragraphs = 0
    var language: String?
    var linked = 0
    for child in element.descendants {
      if child.name == "p" {
        paragraphs += 1
        language = language ?? child["lang"]
      }
      guard child.name == "a" else { continue }
      let shown = child.text
      linked = max(linked, shown.utf8.count)
      // `docs.example/spreadsheets/d…` is how X prints a long address: no words of the post.
      guard let address = child["href"], address.contains("//t.co/"), !shown.isEmpty,
        !shown.hasPrefix("pic."), !"@#$".contains(shown.prefix(1)), !shown.contains("//t.co/")
      else { continue }
      if let place = text.firstRange(of: shown) { text.removeSubrange(place) }
      links.append(address)
    }
    let last = element.children.last { $0.name == "p" }
    tail = last.map { Self.words(behind: $0, in: element) } ?? ""
    self.text = text
    self.links = links
    self.language = language ?? element["lang"] ?? element["data-lang"]
    self.paragraphs = paragraphs
    isOnlyLink = linked == element.text.utf8.count
  }
}

extension PostWords {
  /// The author's name and where the signature begins, where the words and the signature are parted
  /// by the markup: a name may hold the dash that opens it, `— Ines — writes (@ines)`.
  func signature(of found: Attribution) -> (name: String, start: String.Index)? {
    guard let dash = tail.first, "—–-―".contains(dash),
      let close = tail.range(of: "(@\(found.handle))", options: .backwards),
      let place = text.range(of: tail.prefix { $0 != "\n" }, options: .backwards)
    else { return nil }
    let name = tail[tail.index(after: tail.startIndex)..<close.lowerBound].trimmingSpaces()
    return name.isEmpty || name.contains("\n") ? nil : (name, place.lowerBound)
  }

  /// The same where no account is named: `— Ines May 4, 2022`.
  func signature(before stamp: String) -> (name: String, start: String.Index)? {
    guard let dash = tail.first, "—–-―".contains(dash), tail.hasSuffix(stamp),
      let place = text.range(of: tail, options: .backwards)
    else { return nil }
    let name = tail.dropFirst().dropLast(stamp.count).trimmingSpaces()
    return name.isEmpty || name.contains("\n") || name.count > 60 ? nil : (name, place.lowerBound)
  }

  private static func words(behind last: HTMLElement, in element: HTMLElement) -> String {
    let shown = last.text
    let all = element.text
    guard !shown.isEmpty, let place = all.range(of: shown, options: .backwards) else { return "" }
    return all[place.upperBound...].trimmingSpaces()
  }
}

extension String {
  /// The first place of a text, compared byte by byte.
  func firstRange(of needle: String) -> Range<Index>? {
    let hay = Array(utf8)
    let wanted = Array(needle.utf8)
    guard !wanted.isEmpty, hay.count >= wanted.count else { return nil }
    for start in 0...(hay.count - wanted.count)
    where hay[start] == wanted[0] && hay[start..<(start + wanted.count)].elementsEqual(wanted) {
      let from = utf8.index(utf8.startIndex, offsetBy: start)
      return from..<utf8.index(from, offsetBy: wanted.count)
    }
    return nil
  }
}
