/// Things to look at or to listen to, side by side.
public struct Gallery: Sendable {
  public enum Media: Sendable {
    /// One `<svg>` element that draws a picture of pixels, with its true proportion.
    case picture(svg: String, isSmall: Bool)
    /// A WAV file, base64.
    case sound(base64: String)
    /// A file to keep: its name, its media type, and its bytes as base64.
    case file(name: String, type: String, base64: String)
  }

  public struct Item: Sendable {
    public var caption: String
    public var media: [Media]
  }

  public var title: String
  /// What to look for.
  public var note: String?
  public var items: [Item]
}
