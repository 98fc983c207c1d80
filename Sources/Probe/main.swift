import Archive
import Detection
import Foundation
import PostModel

let detector = Detector(options: .init(minimumConfidence: 0))
var paths: [String] = []
nonisolated(unsafe) var explain = false
for argument in CommandLine.arguments.dropFirst() {
  if argument == "--explain" { explain = true; continue }
  var isFolder: ObjCBool = false
  if FileManager.default.fileExists(atPath: argument, isDirectory: &isFolder), isFolder.boolValue {
    paths += try FileManager.default.contentsOfDirectory(atPath: argument).sorted().map { argument + "/" + $0 }
  } else { paths.append(argument) }
}
func emit(_ document: Document) {
  let result = detector.detect(in: document)
  for citation in result.citations {
    FileHandle.standardOutput.write(Data(CitationCodec.encode(citation) + [10]))
  }
  if explain {
    for r in result.rejections { print("REJECT", document.provenance.path, r.candidate.kind, r.candidate.platform?.rawValue ?? "-", r.candidate.permalink ?? "-", r.reason) }
  }
}
for path in paths {
  let data = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
  if path.hasSuffix(".jsonl") {
    for line in data.split(separator: 10) {
      let o = try JSONSerialization.jsonObject(with: Data(line)) as! [String: Any]
      var d = Document(bytes: Array((o["text"] as! String).utf8), mediaType: .plainText, provenance: Provenance(path: path, format: "jsonl"))
      d.url = o["url"] as? String
      emit(d)
    }
    continue
  }
  emit(Document(bytes: data, mediaType: path.hasSuffix(".txt") ? .plainText : .html, provenance: Provenance(path: path, format: path.hasSuffix(".txt") ? "text" : "html")))
}
