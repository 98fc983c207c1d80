import RoostKit

/// What the README shows of the library.
func importAndAsk(_ folder: String, into path: String) async throws -> [String] {
  var lines: [String] = []
  func print(_ words: String...) { lines.append(words.joined(separator: " ")) }

  let archive = try Archive.openOrCreate(at: path, created: "2025-03-18T09:30:00Z")
  let plan = DetectionPlan(inputs: [.path(folder)], jobs: 2)
  let report = try await Importer(ImportPlan(plan, into: archive)).run { diagnostic in
    print(diagnostic.description)
  }
  let index = try ArchiveIndex(archive: archive)
  let quoted = PostQuery(.form([.quote]), .platform(["facebook"]))
  for post in try index.posts(matching: quoted).posts {
    print(post.post.key.rawValue, post.citers.first?.url ?? "", post.post.text ?? "")
  }
  print("\(report.found) citations")
  return lines
}

/// What `GettingStarted` shows of the detector alone.
func detect(in page: String) -> [String] {
  var lines: [String] = []
  func print(_ words: String...) { lines.append(words.joined(separator: " ")) }

  let detector = Detector()
  let document = Document(
    bytes: Array(page.utf8), mediaType: .html,
    provenance: Provenance(path: "page.html", format: "html"))
  for citation in detector.detect(in: document).citations {
    print(citation.form.rawValue, citation.post.permalink ?? citation.post.text ?? "")
  }
  return lines
}
