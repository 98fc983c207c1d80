import PostModel

/// What accounts are called in a post and in the articles that cite it.
struct AccountNames {
  /// Handles in lower case.
  private var handles: Set<String> = []
  /// Display names, the longest first, each with the handle that it stands for.
  private var names: [(name: [Character], handle: String)] = []

  /// Collects the author's names and the handles that the words mention.
  init(_ merged: MergedPost) {
    var known: [String: String] = [:]
    for post in [merged.post] + merged.citations.map(\.post) {
      let handle = post.author?.handle ?? merged.post.author?.handle
      if let handle { handles.insert(handle.lowercased()) }
      handles.formUnion(post.mentions.map { $0.lowercased() })
      if let name = post.author?.name, name.count > 2 { known[name.lowercased()] = handle ?? name }
    }
    names = known.map { (Array($0.key), $0.value) }.sorted {
      ($0.name.count, $1.handle) > ($1.name.count, $0.handle)
    }
  }

  /// Whether a handle stands in an address as a whole word.
  func areIn(_ address: String) -> Bool {
    let words = address.lowercased().split { !Self.isOfHandle($0) }
    return words.contains { handles.contains(String($0)) }
      || words.contains { $0.split(separator: ".").contains { handles.contains(String($0)) } }
      || handles.contains { $0.contains(".") && address.lowercased().contains($0) }
  }

  /// The text with each handle and each name replaced by what its handle becomes.
  func replaced(in text: String, by pseudonym: (String) -> String) -> String {
    replacedHandles(in: replacedNames(in: text, by: pseudonym), by: pseudonym)
  }

  private func replacedNames(in text: String, by pseudonym: (String) -> String) -> String {
    var characters = Array(text)
    for (name, handle) in names {
      var result: [Character] = []
      var index = 0
      while index < characters.count {
        if Self.matches(name, in: characters, at: index) {
          result += Array(pseudonym(handle))
          index += name.count
        } else {
          result.append(characters[index])
          index += 1
        }
      }
      characters = result
    }
    return String(characters)
  }

  private static func matches(_ name: [Character], in text: [Character], at start: Int) -> Bool {
    let end = start + name.count
    guard end <= text.count, start == 0 || !isLetter(text[start - 1]),
      end == text.count || !isLetter(text[end])
    else { return false }
    return zip(name, text[start..<end]).allSatisfy { String($0) == $1.lowercased() }
  }

  private func replacedHandles(in text: String, by pseudonym: (String) -> String) -> String {
    var result = ""
    var word = ""
    func flush() {
      // A full stop at the end belongs to the sentence.
      let stops = String(word.reversed().prefix { $0 == "." || $0 == "-" }.reversed())
      let name = String(word.dropLast(stops.count))
      // A handle of one or two letters is a word of many languages, unless a sign leads it.
      let isName = handles.contains(name.lowercased()) && (name.count > 2 || result.last == "@")
      result += (isName ? pseudonym(name) : name) + stops
      word = ""
    }
    for character in text {
      if Self.isOfHandle(character) {
        word.append(character)
      } else {
        flush()
        result.append(character)
      }
    }
    flush()
    return result
  }

  private static func isOfHandle(_ character: Character) -> Bool {
    isLetter(character) || character == "_" || character == "." || character == "-"
  }

  private static func isLetter(_ character: Character) -> Bool {
    character.isLetter || character.isNumber
  }
}
