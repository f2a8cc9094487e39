import Knowledge

/// Devices on which the target can be trained or used, with what that takes.
public struct HardwareOption: Hashable, Codable, Sendable {
  public var device: DeviceID
  public var name: LocalizedText
  /// Devices at work at once.
  public var count: Int
  /// Whether it would be rented from outside; else it is of the kind that is at hand.
  public var isRented: Bool
  /// Memory, time, money, energy and the time of an answer, as far as they apply.
  public var figures: [HardwareFigure]
  /// The answers that make it an option.
  public var causedBy: [QuestionID]

  /// The figure of one kind; nil where it does not apply.
  public func figure(_ kind: EstimateKind) -> Estimate? { figures.first { $0.kind == kind }?.estimate }
}

/// One figure with the command that gives the same.
public struct HardwareFigure: Hashable, Codable, Sendable {
  public var kind: EstimateKind
  public var estimate: Estimate
  public var command: String

  /// Nil where the settings yield no figure.
  init?(_ kind: EstimateKind, _ pairs: [String], in unit: EstimateUnit) {
    guard let settings = try? EstimateSettings(pairs: pairs),
      let figure = try? Recommendations.estimate(kind, settings, in: unit)
    else { return nil }
    self.kind = kind
    estimate = figure
    command = (["surefoot estimate", kind.rawValue] + pairs + ["--unit", unit.rawValue])
      .joined(separator: " ")
  }
}

/// Devices that do not come into question, all for the same reason.
public struct RuledOutHardware: Hashable, Codable, Sendable {
  public var devices: [DeviceID]
  public var what: LocalizedText
  public var reason: LocalizedText
  public var causedBy: [QuestionID]
}

/// The options, best first, and what was ruled out.
struct HardwareChoice {
  var options: [HardwareOption] = []
  var ruledOut: [RuledOutHardware] = []
}
