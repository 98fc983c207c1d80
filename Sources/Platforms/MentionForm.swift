/// How an account is named in the words of a platform's posts, behind the `@`.
public enum MentionForm: Sendable {
  /// Letters, digits and `_`: the name ends before anything else.
  case word
  /// Full stops within: `@harbour.light`.
  case dotted
  /// A domain name: `@quill.harbour.example`.
  case domain
}
