/// Who wrote a post, as far as an article shows it.
public struct Account: Hashable, Sendable {
  /// The handle without `@`, in its own case; compared without case.
  public var handle: String?
  /// The display name.
  public var name: String?
  /// The address of the account's page.
  public var url: String?

  /// Makes an account of what is known.
  public init(handle: String? = nil, name: String? = nil, url: String? = nil) {
    self.handle = handle
    self.name = name
    self.url = url
  }

  /// Whether nothing at all is known.
  public var isEmpty: Bool { handle == nil && name == nil && url == nil }
}
