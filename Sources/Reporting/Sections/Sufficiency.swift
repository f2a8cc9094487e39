import Charts
import Knowledge
import Recommendations

extension ReportContext {
  /// Which approach is the cheapest that is good enough.
  func cheapestSentence(_ worth: Worth) -> LocalizedText {
    guard let id = worth.cheapestSufficient else { return SufficiencyWording.none }
    let cost = worth.approaches.first { $0.id == id }?.whole.map { money($0.value, worth) }
    return SufficiencyWording.cheapest(title(id), cost, byCost: worth.cheapestByCost)
  }

  /// That the approach does not pay at the volume answered; nil when it does, or when it cannot be told.
  func notPaying(_ worth: Worth) -> LocalizedText? {
    let id = worth.cheapestSufficient ?? card.judged
    guard let cases = worth.cases, let approach = worth.approaches.first(where: { $0.id == id }),
      let reach = approach.breakEven
    else { return nil }
    let name = title(id)
    guard let from = reach.value else { return SufficiencyWording.neverPays(name) }
    guard from > cases else { return nil }
    return SufficiencyWording.paysLater(name, numbers.threeDigits(from), numbers.threeDigits(cases))
  }

  /// What an approach that costs more than the cheapest sufficient one has to bring; nil for the others.
  func gainSentence(_ id: ApproachID) -> LocalizedText? {
    guard let worth = assessment.recommendation.worth, let cheapest = worth.cheapestSufficient,
      let mine = worth.approaches.first(where: { $0.id == id }), let reach = mine.gainNeeded,
      let cost = mine.whole?.value,
      let least = worth.approaches.first(where: { $0.id == cheapest })?.whole?.value
    else { return nil }
    let extra = money(cost - least, worth)
    let name = title(cheapest)
    guard let needed = reach.value else { return SufficiencyWording.noScorePays(extra, than: name) }
    let points = numbers.reach(reach, never: say(ValueWording.never))
    if let left = mine.gainLeft, needed > left {
      return SufficiencyWording.outOfReach(extra, than: name, points, left: numbers.threeDigits(left))
    }
    return SufficiencyWording.gain(extra, than: name, points)
  }

  /// Value and costs of the first year by volume; nil when there is no value to compare with.
  func volumeChart(_ worth: Worth) -> ChartFigure? {
    guard let perCase = worth.perCase, perCase > 0, worth.missing.allSatisfy({ $0 == casesQuestion })
    else { return nil }
    let shown = chartedApproaches(worth)
    guard !shown.isEmpty else { return nil }
    let volumes = self.volumes(worth, shown)
    let gain = VolumeLines.Line(
      mark: "+", label: say(SufficiencyWording.gainLine),
      points: volumes.map { ChartPoint($0, Worth.horizonMonths * perCase * $0) }, isGain: true)
    let costs = shown.map { approach in
      let place = worth.approaches.firstIndex { $0.id == approach.id } ?? 0
      return VolumeLines.Line(
        mark: "\(place + 1)", label: say(SufficiencyWording.costLine(title(approach.id))),
        points: volumes.map { ChartPoint($0, approach.shape.whole(cases: $0)) }, isGain: false)
    }
    let chart = VolumeLines(
      lines: [gain] + costs, volumeName: say(SufficiencyWording.volumeAxis),
      amountName: say(SufficiencyWording.amountAxis(worth.currency)), volume: worth.cases,
      volumeMark: worth.cases.map { say(SufficiencyWording.volumeMark(numbers.threeDigits($0))) } ?? "")
    let places = shown.map { (name: title($0.id), from: breakEvenText($0)) }
    return figure(
      chart, id: "volume", title: SufficiencyWording.chartTitle,
      description: say(SufficiencyWording.chartDescription(places)), isInTable: true)
  }

  /// The powers of ten with exponents 0, 0.1 … 0.9.
  private var tenthsOfDecade: [Double] {
    [1, 1.2589, 1.5849, 1.9953, 2.5119, 3.1623, 3.9811, 5.0119, 6.3096, 7.9433]
  }

  private var casesQuestion: QuestionID { "value.decisions-per-month" }

  /// At most four whose costs are known: the cheapest sufficient, the judged one, then by rank.
  private func chartedApproaches(_ worth: Worth) -> [ApproachWorth] {
    let known = worth.approaches.filter { $0.scoreOrigin != .today && $0.breakEven != nil }
    let first = known.filter { $0.id == worth.cheapestSufficient || $0.id == card.judged }
    let chosen = Set((first + known.filter { !first.contains($0) }).prefix(4).map(\.id))
    return known.filter { chosen.contains($0.id) }
  }

  /// Volumes over whole decades around what was answered and where it pays, ten a decade.
  private func volumes(_ worth: Worth, _ shown: [ApproachWorth]) -> [Double] {
    let marks = (shown.compactMap { $0.breakEven?.value } + [worth.cases].compactMap { $0 })
      .filter { $0 >= 1 && $0 < 1e12 }
    let least = (marks.min() ?? 100) / 10
    let most = max((marks.max() ?? 100_000) * 10, least * 100)
    var decade = 1.0
    while decade * 10 <= least { decade *= 10 }
    var volumes = [decade]
    while decade < most {
      volumes += (1..<10).map { decade * tenthsOfDecade[$0] } + [decade * 10]
      decade *= 10
    }
    return volumes
  }
}
