/// One question's answer as the scoring reads it: what is possible, and what is most likely.
public struct ResolvedAnswer: Sendable, Hashable {
  public enum Origin: Sendable, Hashable {
    case answered, preset, unknown, notApplicable, hidden, measured
  }

  public var origin: Origin
  /// Bit i is set when option i is possible; for several choices, when it is chosen.
  public var options: UInt64
  /// The option answered or measured; nil when several are possible.
  public var chosen: Int?
  /// Whether an unknown answer decides if the question is asked at all.
  public var mayBeHidden = false
  /// A number answer's span and central value.
  public var low: Double
  public var value: Double
  public var high: Double

  public init(
    origin: Origin, options: UInt64 = 0, chosen: Int? = nil, low: Double = 0, value: Double = 0,
    high: Double = 0
  ) {
    self.origin = origin
    self.options = options
    self.chosen = chosen
    self.low = low
    self.value = value
    self.high = high
  }

  /// Whether the answer counts at all: hidden and not-applicable ones do not.
  public var applies: Bool { origin != .notApplicable && origin != .hidden }

  public static let hidden = ResolvedAnswer(origin: .hidden)
  public static let notApplicable = ResolvedAnswer(origin: .notApplicable)

  /// A known option.
  public static func option(_ index: Int, origin: Origin) -> ResolvedAnswer {
    ResolvedAnswer(origin: origin, options: 1 << UInt64(index), chosen: index)
  }

  /// A known number.
  public static func number(_ value: Double, origin: Origin) -> ResolvedAnswer {
    ResolvedAnswer(origin: origin, low: value, value: value, high: value)
  }
}
