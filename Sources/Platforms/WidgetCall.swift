/// A call by which a page's script asks a platform's program to show a post:
/// `VK.Widgets.Post("id", owner, post, 'hash')`.
public struct WidgetCall: Sendable {
  /// The function, as scripts write it.
  public let function: String
  /// The post's address; `{0}`, `{1}` stand for the arguments, `{video}` for a named property of an
  /// argument that is an object.
  public let address: String

  /// Says which arguments of a function name a post.
  public init(_ function: String, _ address: String) {
    self.function = function
    self.address = address
  }
}
