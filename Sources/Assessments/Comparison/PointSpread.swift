import Scoring

/// What one criterion, veto or risk brings in each case, and so why the cases score differently.
public struct PointSpread: Hashable, Sendable {
  public var origin: Contribution.Origin
  /// The criterion's, veto's or risk's id.
  public var id: String
  /// Signed points a case, in the cases' order: of the fit for criteria and vetoes, of the residual risk for
  /// risks.
  public var points: [Double]

  /// The largest less the smallest.
  public var width: Double { (points.max() ?? 0) - (points.min() ?? 0) }
}

/// Every contribution whose points differ between the cases, the widest first.
///
/// Each case's points are those of the approach it is judged by; what plays no part in a case brings it 0.
func spreads(_ judged: [ApproachScore?]) -> [PointSpread] {
  struct Key: Hashable {
    var origin: Contribution.Origin
    var id: String
  }
  var spreads: [Key: PointSpread] = [:]
  for (index, approach) in judged.enumerated() {
    for one in (approach?.contributions ?? []) + (approach?.riskContributions ?? []) {
      let empty = PointSpread(
        origin: one.origin, id: one.id, points: [Double](repeating: 0, count: judged.count))
      spreads[Key(origin: one.origin, id: one.id), default: empty].points[index] += one.points
    }
  }
  return spreads.values.filter { $0.width > 1e-9 }.sorted {
    $0.width == $1.width
      ? ($0.origin.rawValue, $0.id) < ($1.origin.rawValue, $1.id) : $0.width > $1.width
  }
}
