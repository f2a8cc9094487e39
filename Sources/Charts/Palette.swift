/// The colours of charts and reports, dark enough to read on paper and in daylight.
///
/// Text colours reach 4.5:1 on every light surface here (WCAG 2.2, 1.4.3), marks 3:1 (1.4.11); the tests
/// compute it. No chart tells two things apart by colour alone.
public enum Palette {
  public static let paper = "#ffffff"
  /// Panels and the even rows of tables.
  public static let mist = "#f4f6f8"
  public static let ink = "#1a2027"
  public static let soft = "#4a5560"
  public static let blue = "#0b4f8a"
  public static let orange = "#9a3f00"
  public static let green = "#17603a"
  public static let red = "#9b1c1c"
  /// Lines that must be seen: axes, whiskers.
  public static let line = "#6b7681"
  /// Lines that may be overlooked: grids, borders.
  public static let faint = "#d5dbe1"
  public static let paleBlue = "#dbe8f4"
  public static let paleGreen = "#e2f0e7"
  public static let paleAmber = "#fbf0dc"
  public static let paleRed = "#f9e4e2"
  public static let paleGrey = "#e9edf1"

  /// Contrast ratio of two colours, 1–21 (WCAG 2.2, relative luminance); nil unless both are `#rrggbb`.
  public static func contrast(_ first: String, _ second: String) -> Double? {
    guard let one = luminance(first), let two = luminance(second) else { return nil }
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)
  }

  private static func luminance(_ colour: String) -> Double? {
    guard colour.hasPrefix("#"), colour.utf8.count == 7,
      let number = Int(colour.dropFirst(), radix: 16)
    else { return nil }
    let parts = [number >> 16, number >> 8, number].map { linear(Double($0 & 0xff) / 255) }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  private static func linear(_ channel: Double) -> Double {
    guard channel > 0.04045 else { return channel / 12.92 }
    return power((channel + 0.055) / 1.055, 2.4)
  }
}
