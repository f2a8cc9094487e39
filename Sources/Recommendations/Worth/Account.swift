import Knowledge
import Scoring

/// One approach's costs and value while they are worked out.
struct Account {
  private(set) var worth: ApproachWorth
  private let shape: (PricePoint) -> CostShape
  private let value: MonthlyValue
  private let cases: Double?
  /// The score its value goes by, 0–1, at a point; nil when none is known.
  private let score: ((PricePoint) -> Double)?

  init(
    _ card: ApproachScore, _ situation: Situation, _ prices: Prices, _ knowledge: KnowledgeBase,
    rate: Double, value: MonthlyValue, cases: Double?, measured: MeasuredShare?
  ) {
    self.value = value
    self.cases = cases
    let isToday = situation.isTodaysWay
    let building = BuildingCost(situation: situation, prices: prices, knowledge: knowledge, rate: rate)
    let running = RunningCost(situation: situation, prices: prices, rate: rate)
    let parts = building.parts + running.parts
    let known = parts.filter(\.missing.isEmpty)
    shape = { point in known.reduce(CostShape()) { $0 + $1.shape(point) } }
    let today = isToday ? situation.number(Ask.baselineScore) : nil
    let measured = isToday ? nil : measured
    score = Self.score(measured, today: today, target: value.target)
    let items = parts.map { $0.item(cases: cases) }
    var seen: Set<QuestionID> = []
    let open = value.missing + (cases == nil ? [Ask.cases] : [])
    let missing = items.flatMap(\.missing) + (isToday ? [] : open)
    worth = ApproachWorth(
      id: card.id,
      shortfalls: Recommendations.shortfalls(
        card, policy: knowledge.policy, known: measured?.value ?? today, target: value.target),
      scoreOrigin: isToday ? .today : measured == nil ? .target : .measured,
      items: items, once: nil, monthly: nil, whole: nil,
      missing: missing.filter { seen.insert($0).inserted }, shape: shape(.likely), monthlyValue: nil,
      breakEven: nil, payback: nil, gainNeeded: nil, gainLeft: nil)
    sumUp(isToday: isToday)
  }

  private static func score(
    _ measured: MeasuredShare?, today: Double?, target: Double?
  ) -> ((PricePoint) -> Double)? {
    if let measured {
      let range = FigureRange(
        min(measured.low, measured.value), measured.value, max(measured.high, measured.value))
      return { $0(range, .score) }
    }
    return (today ?? target).map { score in { _ in score } }
  }

  private mutating func sumUp(isToday: Bool) {
    let (shape, cases, value) = (shape, cases, value)
    let onceKnown = worth.items.allSatisfy { !$0.kind.isOnce || $0.missing.isEmpty }
    let monthlyKnown = worth.items.allSatisfy { $0.kind.isOnce || $0.missing.isEmpty }
    if onceKnown { worth.once = spread { shape($0).once } }
    if monthlyKnown {
      worth.monthly = spread { shape($0).monthly(cases: cases ?? 0) }
      if onceKnown { worth.whole = spread { shape($0).whole(cases: cases ?? 0) } }
    }
    // Today's way neither gains on itself nor has to pay for itself.
    if isToday {
      worth.monthlyValue = AmountRange(low: 0, value: 0, high: 0)
      return
    }
    guard value.isKnownInPart else { return }
    let score = score ?? { _ in 0 }
    if let cases { worth.monthlyValue = spread { cases * value.perCase($0, score: score($0)) } }
    // Without a missing part, or the answer would be about half the story.
    guard value.missing.isEmpty, onceKnown, worth.items.allSatisfy(isKnownForAnyVolume) else { return }
    worth.breakEven = reach { shape($0).breakEven(valuePerCase: value.perCase($0, score: score($0))) }
    guard let cases else { return }
    worth.payback = reach {
      shape($0).payback(valuePerCase: value.perCase($0, score: score($0)), cases: cases)
    }
  }

  /// Whether only the number of cases is missing, which is what a break-even volume stands in for.
  private func isKnownForAnyVolume(_ item: CostItem) -> Bool { item.missing.allSatisfy { $0 == Ask.cases } }

  /// Works out how far this approach must beat the reference to pay what it costs more.
  mutating func compare(with reference: Account) {
    guard worth.id != reference.worth.id, let cases, cases > 0, let perRight = value.perRight,
      let mine = worth.whole, let theirs = reference.worth.whole, mine.value > theirs.value
    else { return }
    let (shape, other) = (shape, reference.shape)
    worth.gainNeeded = reach { point in
      let extra = shape(point).whole(cases: cases) - other(point).whole(cases: cases)
      guard extra > 0 else { return 0 }
      return perRight > 0 ? extra / (Worth.horizonMonths * cases * perRight) * 100 : nil
    }
    worth.gainLeft = reference.score.map { (1 - $0(.likely)) * 100 }
  }
}
