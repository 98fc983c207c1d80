import Archive
import ArgumentParser
import Platforms
import PostModel

/// Reads addresses of posts.
struct URLCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "url",
    abstract: "Say which post an address names; one JSON line for each.",
    discussion: """
      Nothing is fetched: platform, id, handle and time are read from the address itself. An address \
      that names no post has "post":null and a reason.

      Examples:
        roost url 'https://twitter.com/jack/status/20?s=21'
        cut -f2 links.tsv | roost url -
      """)

  @Argument(help: "Addresses, or - for standard input, one a line.")
  var addresses: [String]

  func run() throws {
    let reader = PostAddressReader()
    var output = StandardOutput()
    for address in LineInput(addresses) {
      try output.writeLine(AddressLine(address, reader.reading(of: address)).bytes)
    }
    try output.flush()
  }
}
