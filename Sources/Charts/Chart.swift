/// The words every chart carries for readers who do not see it.
public struct ChartWords: Hashable, Sendable {
  /// Unique in the page; letters, digits and hyphens.
  public var id: String
  public var title: String
  /// What a reader should take from the picture, with the numbers that matter.
  public var description: String
  /// Shown in place of the picture when there is nothing to draw.
  public var nothing: String

  public init(id: String, title: String, description: String, nothing: String) {
    precondition(id.utf8.allSatisfy(isNameByte), "a chart's id is letters, digits and hyphens")
    self.id = id
    self.title = title
    self.description = description
    self.nothing = nothing
  }
}

/// Numbers that can be drawn.
///
/// Charts scale to the width they are given: they have a view box and no size of their own. Values that
/// are not finite are left out.
public protocol Chart: Sendable {
  /// One `<svg>` element with title and description.
  func svg(_ words: ChartWords) -> String
}

/// A point of a line or a cloud.
public struct ChartPoint: Hashable, Sendable {
  public var x: Double
  public var y: Double

  public init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }

  var isFinite: Bool { x.isFinite && y.isFinite }
}

/// A value with the span around it.
public struct ChartRange: Hashable, Sendable {
  public var value: Double
  public var low: Double
  public var high: Double

  public init(_ value: Double, low: Double, high: Double) {
    self.value = value
    self.low = low
    self.high = high
  }

  var isFinite: Bool { value.isFinite && low.isFinite && high.isFinite }
}

private func isNameByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
    true
  default: false
  }
}
