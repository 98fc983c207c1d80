import Digests
package import PostModel

/// Tells whether a line of an archive is what it says it is.
package enum CitationCheck {
  /// The citation of a line whose identifiers follow from its content.
  ///
  /// - Throws: `ArchiveError` with the code `newerVersion`, `malformedLine` or `invalidCitation`.
  package static func citation(of line: ArchiveLine) throws(ArchiveError) -> Citation {
    try citation(of: line.bytes, path: line.path, offset: line.position.offset)
  }

  /// The citation of a line of a file, whose identifiers follow from its content.
  package static func citation(
    of line: some Collection<UInt8>, path: String, offset: Int
  ) throws(ArchiveError) -> Citation {
    let citation: Citation
    do {
      citation = try CitationCodec.decode(line)
    } catch {
      throw error.at(path: path, offset: offset)
    }
    if let problem = problems(with: citation).first {
      throw ArchiveError(.invalidCitation, problem, path: path, offset: offset)
    }
    return citation
  }

  /// What is wrong with the identifiers of a citation, in full sentences.
  static func problems(with citation: Citation) -> [String] {
    guard citation.id.number != nil else {
      return ["The identifier \"\(citation.id.rawValue)\" is not 32 lower case hex digits."]
    }
    let article = citation.article
    let document = CitationIdentity.documentIdentity(address: article.url, digest: article.digest)
    let id = CitationIdentity.citationID(
      document: article.id, selector: citation.selector, postKey: citation.post.key)
    let advice = "The line was changed from outside."
    var problems: [String] = []
    if document != article.id {
      problems.append("The article's identifier does not follow from its content. \(advice)")
    }
    if id != citation.id {
      problems.append("The citation's identifier does not follow from its content. \(advice)")
    }
    return problems
  }
}
