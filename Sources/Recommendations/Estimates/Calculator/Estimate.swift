import Knowledge

/// One figure about a model, its training or its use, as low, likely and high with how it was found.
public struct Estimate: Hashable, Codable, Sendable {
  /// In `unit`, as the two ends are.
  public var likely: Double
  public var low: Double
  public var high: Double
  public var unit: EstimateUnit
  /// The formula with its assumptions, in words.
  public var how: LocalizedText
  public var basis: [Basis]

  init(_ band: Band, _ unit: EstimateUnit, _ how: LocalizedText, _ basis: [Basis]) {
    (likely, low, high) = (band.likely, band.low, band.high)
    (self.unit, self.how, self.basis) = (unit, how, basis)
  }

  /// The same figure in another unit of the same quantity; nil for a unit of another quantity.
  public func converted(to other: EstimateUnit) -> Estimate? {
    guard other.quantity == unit.quantity else { return nil }
    var result = self
    // First times, then over: whole numbers of bytes come out exact.
    result.likely = likely * unit.factor / other.factor
    result.low = low * unit.factor / other.factor
    result.high = high * unit.factor / other.factor
    result.unit = other
    return result
  }
}

/// Computes the figure `kind` names from `settings`.
///
/// - Parameter unit: the unit to give it in; nil for the kind's own, which is GB for memory.
public func estimate(
  _ kind: EstimateKind, _ settings: EstimateSettings, in unit: EstimateUnit? = nil
) throws(EstimateError) -> Estimate {
  try settings.check(against: kind)
  let figure: Estimate =
    switch kind {
    case .parameters: try parameterFigure(settings)
    case .trainingFLOPs: try workFigure(settings)
    case .trainingTime: try timeFigure(settings, in: unit)
    case .trainingMemory: try trainingMemoryFigure(settings)
    case .inferenceMemory: try inferenceFigure(settings)
    case .cache: try cacheFigure(settings)
    case .cost: try costFigure(settings)
    case .energy: try energyFigure(settings)
    case .answerTime: try answerTimeFigure(settings)
    }
  guard [figure.low, figure.likely, figure.high].allSatisfy(\.isFinite) else {
    throw .tooLarge(kind: kind.rawValue)
  }
  guard let unit else {
    return figure.unit == .bytes ? figure.converted(to: .gigabytes) ?? figure : figure
  }
  guard let converted = figure.converted(to: unit) else {
    throw .wrongUnit(unit.rawValue, known: EstimateUnit.names(of: figure.unit.quantity))
  }
  return converted
}

/// `kind` and `unit` as a person writes them; an empty unit stands for the kind's own.
public func estimate(
  kind: String, settings: EstimateSettings, unit: String = ""
) throws(EstimateError) -> Estimate {
  guard let known = EstimateKind(rawValue: kind) else {
    throw .unknownKind(kind, known: EstimateKind.allCases.map(\.rawValue))
  }
  return try estimate(known, settings, in: unit.isEmpty ? nil : EstimateUnit(named: unit))
}
