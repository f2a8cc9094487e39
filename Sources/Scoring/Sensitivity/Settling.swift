import Knowledge
import Questionnaires

/// The fewest answers that would settle a `cannot-tell`.
public struct Settling: Hashable, Codable, Sendable {
  public var questions: [QuestionID]
  /// Of all ways those answers can turn out, the share that settles the verdict whatever the rest is, 0–1.
  public var share: Double
  /// Whether no smaller set settles as surely; false where there were too many unknown answers to try all sets.
  public var isFewest: Bool

  public init(questions: [QuestionID], share: Double, isFewest: Bool) {
    self.questions = questions
    self.share = share
    self.isFewest = isFewest
  }
}

extension Probe {
  /// How many outcomes are worth working out before the search settles for less.
  private static let searchLimit = 40_000
  private static let largestSet = 4
  private static let samples = 400

  /// The smallest set of unknown answers of which the policy's share of outcomes settles the verdict.
  ///
  /// Sets are tried in the order of their size, so the first that does is a smallest one; among sets of that
  /// size the surest, then the one asked first. Where that is too much work, the answers that narrow fit and
  /// risk most are taken in order until they settle it.
  mutating func settling() -> Settling {
    let unknown = unknown
    let values = unknown.map { possibleAnswers($0) }
    var work = 0
    for size in 1...Self.largestSet where size <= unknown.count {
      var best: (set: [Int], share: Double)?
      let sets = combinations(of: unknown.count, choosing: size)
      work += sets.reduce(0) { $0 + $1.reduce(1) { $0 * values[$1].count } }
      guard work <= Self.searchLimit else { break }
      for set in sets {
        let share = settledShare(set.map { values[$0] }, atLeast: best?.share ?? neededShare)
        if let share, share > best?.share ?? 0 { best = (set, share) }
      }
      if let best {
        return Settling(
          questions: best.set.map { questionnaire.questions[unknown[$0]].id }, share: best.share,
          isFewest: true)
      }
    }
    return byNarrowing(unknown)
  }

  private var neededShare: Double { scorer.knowledge.policy.settledShare }

  /// The share of all combinations of the values that settles the verdict; nil once it cannot reach `bound`.
  private mutating func settledShare(_ values: [[Change]], atLeast bound: Double) -> Double? {
    let total = values.reduce(1) { $0 * $1.count }
    let mayFail = Int((1 - bound) * Double(total) + 1e-9)
    var failed = 0
    for number in 0..<total {
      var rest = number
      let changes = values.map { choices in
        defer { rest /= choices.count }
        return choices[rest % choices.count]
      }
      if outcome(changes).verdict == .cannotTell {
        failed += 1
        if failed > mayFail { return nil }
      }
    }
    return 1 - Double(failed) / Double(total)
  }

  /// The unknown answers in the order of how much their middle value narrows fit and risk, as many as settle it.
  private mutating func byNarrowing(_ unknown: [Int]) -> Settling {
    var widths: [(index: Int, width: Double)] = []
    for index in unknown {
      let values = possibleAnswers(index)
      let outcome = outcome([values[values.count / 2]])
      widths.append((index, outcome.width))
    }
    let order = widths.sorted { ($0.width, $0.index) < ($1.width, $1.index) }.map(\.index)
    var fewest = order.count
    var share = sampledShare(order)
    var tooFew = 0
    while fewest - tooFew > 1 {
      let middle = (tooFew + fewest) / 2
      let reached = sampledShare(Array(order.prefix(middle)))
      if reached >= neededShare { (fewest, share) = (middle, reached) } else { tooFew = middle }
    }
    let questions = order.prefix(fewest).map { questionnaire.questions[$0].id }
    return Settling(questions: questions, share: share, isFewest: false)
  }

  private mutating func sampledShare(_ unknown: [Int]) -> Double {
    var generator = SplitMix64(seed: 1)
    var settled = 0
    for _ in 0..<Self.samples {
      let changes = unknown.map { randomAnswer($0, using: &generator) }
      if outcome(changes).verdict != .cannotTell { settled += 1 }
    }
    return Double(settled) / Double(Self.samples)
  }
}

extension Outcome {
  /// How far fit and risk are open, in points.
  var width: Double { fit.high - fit.low + residual.high - residual.low }
}

/// Every way to choose `size` of `count` things, in order.
func combinations(of count: Int, choosing size: Int) -> [[Int]] {
  guard size > 0 else { return [[]] }
  guard size <= count else { return [] }
  var result: [[Int]] = []
  var chosen = Array(0..<size)
  while true {
    result.append(chosen)
    guard let place = chosen.indices.last(where: { chosen[$0] < count - size + $0 }) else { return result }
    chosen[place] += 1
    for later in chosen.indices where later > place { chosen[later] = chosen[later - 1] + 1 }
  }
}
