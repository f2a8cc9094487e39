/// How cost follows the number of cases, in the base currency.
///
/// A month costs `fixed + perCase × cases + max(standby, busyPerCase × cases)`: a machine that stands by is
/// paid for whether it computes or not.
public struct CostShape: Hashable, Codable, Sendable {
  public var once: Double
  public var fixed: Double
  public var perCase: Double
  public var standby: Double
  public var busyPerCase: Double

  public init(
    once: Double = 0, fixed: Double = 0, perCase: Double = 0, standby: Double = 0, busyPerCase: Double = 0
  ) {
    self.once = once
    self.fixed = fixed
    self.perCase = perCase
    self.standby = standby
    self.busyPerCase = busyPerCase
  }

  static func + (left: CostShape, right: CostShape) -> CostShape {
    CostShape(
      once: left.once + right.once, fixed: left.fixed + right.fixed, perCase: left.perCase + right.perCase,
      standby: left.standby + right.standby, busyPerCase: left.busyPerCase + right.busyPerCase)
  }

  public func monthly(cases: Double) -> Double {
    fixed + perCase * cases + max(standby, busyPerCase * cases)
  }

  /// Building it and running it for `Worth.horizonMonths`.
  public func whole(cases: Double) -> Double {
    once + Worth.horizonMonths * monthly(cases: cases)
  }

  /// Whether a month's cost depends on the number of cases.
  var followsCases: Bool { perCase > 0 || busyPerCase > 0 }

  /// Cases a month from which the value pays building and running within the horizon; nil for never.
  ///
  /// Value × n = once ÷ months + fixed + perCase × n + max(standby, busyPerCase × n), solved for both
  /// sides of the maximum: the larger solution satisfies both.
  func breakEven(valuePerCase: Double) -> Double? {
    let afterCase = valuePerCase - perCase
    let base = once / Worth.horizonMonths + fixed
    guard base + standby > 0 else { return afterCase - busyPerCase >= 0 ? 0 : nil }
    guard afterCase > 0 else { return nil }
    let idle = (base + standby) / afterCase
    if busyPerCase * idle <= standby { return idle }
    guard afterCase > busyPerCase else { return nil }
    return max(idle, base / (afterCase - busyPerCase))
  }

  /// Months until the surplus has paid what it cost to build; nil for never.
  func payback(valuePerCase: Double, cases: Double) -> Double? {
    let surplus = valuePerCase * cases - monthly(cases: cases)
    if once == 0 { return surplus >= 0 ? 0 : nil }
    return surplus > 0 ? once / surplus : nil
  }
}
