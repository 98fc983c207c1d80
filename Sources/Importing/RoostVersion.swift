/// The version of this build.
public enum RoostVersion {
  /// The version by the rules of semver.org.
  public static let current = "0.1.0"
}
