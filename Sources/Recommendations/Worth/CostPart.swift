import Knowledge

/// A line of cost before it is drawn: what it comes to at any price and volume.
struct CostPart {
  var kind: CostItem.Kind
  var how: LocalizedText
  var causedBy: [QuestionID] = []
  /// Answers without which there is no figure; then `shape` is not asked.
  var missing: [QuestionID] = []
  var basis: [Basis] = []
  var shape: (PricePoint) -> CostShape = { _ in CostShape() }

  func item(cases: Double?) -> CostItem {
    var missing = missing
    let followsCases = missing.isEmpty && shape(.likely).followsCases
    if followsCases, cases == nil { missing.append(Ask.cases) }
    var item = CostItem(
      kind: kind, amount: nil, how: how, causedBy: causedBy + (followsCases ? [Ask.cases] : []),
      missing: missing, basis: basis)
    guard missing.isEmpty else { return item }
    let isOnce = kind.isOnce
    item.amount = spread { isOnce ? shape($0).once : shape($0).monthly(cases: cases ?? 0) }
    return item
  }
}

/// The questions value and cost are worked out from.
enum Ask {
  static let cases: QuestionID = "value.decisions-per-month"
  static let minutes: QuestionID = "value.minutes-saved-per-decision"
  static let gain: QuestionID = "value.gain-per-correct"
  static let errorCost: QuestionID = "value.cost-per-error"
  static let baseline: QuestionID = "task.baseline"
  static let baselineScore: QuestionID = "task.baseline-score"
  static let targetScore: QuestionID = "task.target-score"
  static let labels: QuestionID = "data.labelled-examples"
  static let machine: QuestionID = "compute.available"
  static let latency: QuestionID = "compute.latency"
  static let leaves: QuestionID = "privacy.may-leave-organisation"
}

extension FigureRange {
  /// The range in a sentence: 1–2–5, or one number where there is no spread.
  var inWords: String {
    low == high ? plain(likely) : "\(plain(low))–\(plain(likely))–\(plain(high))"
  }

  static func * (factor: Double, range: FigureRange) -> FigureRange {
    FigureRange(factor * range.low, factor * range.likely, factor * range.high)
  }
}

extension PricedOptions {
  /// The answered option's range, or the span over all of them while the answer is unknown.
  func range(in situation: Situation) -> FigureRange {
    situation.option(question).flatMap { ranges[$0] } ?? span
  }
}
