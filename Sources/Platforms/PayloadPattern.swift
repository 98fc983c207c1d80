/// How the data that pages carry for their scripts name a platform's post by a bare id:
/// `{"_type":"tweet","tweetId":"1901234567890123456"}`.
public struct PayloadPattern: Sendable {
  /// Words in the object's type, in lower case; one of them must be there.
  public let types: [String]
  /// The keys that may hold the id.
  public let keys: [String]
  /// Those of the keys that nothing else has: they tell a post in an object of any type or none.
  public let tellingKeys: [String]
  /// The syntax of an id that stands alone: stricter than in an address, since objects have ids of
  /// their own.
  public let syntax: TokenSyntax
  /// The post's address; `{id}` is filled in.
  public let address: String

  /// Declares the objects of a type.
  public init(
    types: [String], keys: [String], tellingKeys: [String] = [], _ syntax: TokenSyntax,
    address: String
  ) {
    self.types = types
    self.keys = tellingKeys + keys
    self.tellingKeys = tellingKeys
    self.syntax = syntax
    self.address = address
  }
}
