import Knowledge
import Questionnaires

/// A supply with question ids and option ids turned into indices.
indirect enum CompiledSupply: Sendable {
  case number(Int)
  case option(Int)
  case levels(Int, [Double])
  /// Levels of a question of which several options may hold: the largest chosen one counts.
  case largestLevel(Int, [Double])
  case difference(Int, Int)
  case product(Int, Int, Double)
  case combined(Supply.Combination, [CompiledSupply])

  init(_ supply: Supply, _ questionnaire: Questionnaire) {
    func index(_ question: QuestionID) -> Int {
      // Names were resolved when the knowledge was loaded; an index is always there.
      questionnaire.index(of: question) ?? 0
    }
    func values(_ question: QuestionID, _ numbers: [OptionID: Double]) -> [Double] {
      (questionnaire.question(question)?.options ?? []).map { numbers[$0.id] ?? 0 }
    }
    switch supply {
    case .number(let question): self = .number(index(question))
    case .option(let question): self = .option(index(question))
    case .levels(let question, let levels), .numbers(let question, let levels):
      if case .choices = questionnaire.question(question)?.kind {
        self = .largestLevel(index(question), values(question, levels))
      } else {
        self = .levels(index(question), values(question, levels))
      }
    case .difference(let first, let second): self = .difference(index(first), index(second))
    case .product(let first, let second, let factor):
      self = .product(index(first), index(second), factor)
    case .combined(let rule, let parts):
      self = .combined(rule, parts.map { CompiledSupply($0, questionnaire) })
    }
  }

  /// The supply's span over the answers; nil when no question it reads applies.
  func supplied(_ answers: [ResolvedAnswer]) -> Supplied? {
    switch self {
    case .number(let index): return number(answers[index])
    case .option: return nil
    case .levels(let index, let levels):
      guard answers[index].applies else { return nil }
      return Supplied(span(of: levels, answers[index]), optional: answers[index].mayBeHidden)
    case .largestLevel(let index, let levels):
      guard answers[index].applies else { return nil }
      return Supplied(largest(of: levels, answers[index]), optional: answers[index].mayBeHidden)
    case .difference(let first, let second):
      guard let left = number(answers[first]), let right = number(answers[second]) else { return nil }
      let difference = left.interval.joined(right.interval.falling { -$0 }, +)
      return Supplied(difference, optional: left.optional || right.optional)
    case .product(let first, let second, let factor):
      guard let left = number(answers[first]), let right = number(answers[second]) else { return nil }
      let product = left.interval.joined(right.interval) { $0 * $1 * factor }
      return Supplied(product, optional: left.optional || right.optional)
    case .combined(let rule, let parts):
      return combined(parts, by: rule, answers)
    }
  }

  /// All parts that apply joined one by one; what may drop out takes the longer way.
  private func combined(
    _ parts: [CompiledSupply], by rule: Supply.Combination, _ answers: [ResolvedAnswer]
  ) -> Supplied? {
    var result = Interval(0)
    var count = 0.0
    for part in parts {
      guard let supplied = part.supplied(answers) else { continue }
      if supplied.optional { return combine(parts.compactMap { $0.supplied(answers) }, by: rule) }
      result = count == 0 ? supplied.interval : join(result, supplied.interval, by: rule)
      count += 1
    }
    guard count > 0 else { return nil }
    return Supplied(rule == .mean ? result.rising { $0 / count } : result, optional: false)
  }

  private func number(_ answer: ResolvedAnswer) -> Supplied? {
    guard answer.applies else { return nil }
    return Supplied(
      Interval(low: answer.low, value: answer.value, high: answer.high), optional: answer.mayBeHidden)
  }

  private func largest(of levels: [Double], _ answer: ResolvedAnswer) -> Interval {
    var top = 0.0
    var sum = 0.0
    for (index, level) in levels.enumerated() where answer.options & (1 << UInt64(index)) != 0 {
      top = max(top, level)
      sum += level
    }
    guard answer.origin == .unknown else { return Interval(top) }
    return Interval(low: 0, value: sum / Double(max(1, levels.count)), high: top)
  }

  /// All parts joined; the span covers every way in which optional parts drop out.
  private func combine(_ parts: [Supplied], by rule: Supply.Combination) -> Supplied? {
    guard !parts.isEmpty else { return nil }
    var result = joined(parts.map(\.interval), by: rule)
    let optional = parts.indices.filter { parts[$0].optional }
    guard !optional.isEmpty else { return Supplied(result, optional: false) }
    for subset in 1..<(1 << optional.count) {
      let left = parts.indices.filter { index in
        optional.firstIndex(of: index).map { subset & (1 << $0) == 0 } ?? true
      }
      guard !left.isEmpty else { continue }
      let fewer = joined(left.map { parts[$0].interval }, by: rule)
      result.low = min(result.low, fewer.low)
      result.high = max(result.high, fewer.high)
    }
    return Supplied(result, optional: optional.count == parts.count)
  }

  private func joined(_ parts: [Interval], by rule: Supply.Combination) -> Interval {
    var result = parts[0]
    for part in parts.dropFirst() { result = join(result, part, by: rule) }
    return rule == .mean ? result.rising { $0 / Double(parts.count) } : result
  }

  private func join(_ first: Interval, _ second: Interval, by rule: Supply.Combination) -> Interval {
    switch rule {
    case .min: first.joined(second, Swift.min)
    case .max: first.joined(second, Swift.max)
    case .mean: first.joined(second, +)
    case .product: first.joined(second, *)
    }
  }
}

/// What a scenario supplies; `optional` when an unknown answer decides whether it counts at all.
struct Supplied {
  var interval: Interval
  var optional: Bool

  init(_ interval: Interval, optional: Bool) {
    self.interval = interval
    self.optional = optional
  }

  /// The span with the value it has when it does not count taken in.
  func including(_ absent: Double) -> Interval {
    guard optional else { return interval }
    return Interval(
      low: min(interval.low, absent), value: interval.value, high: max(interval.high, absent))
  }
}

/// Least, central and greatest of the numbers whose options are possible; the centre is the one
/// chosen, else their mean.
func span(of numbers: [Double], _ answer: ResolvedAnswer) -> Interval {
  if let chosen = answer.chosen, answer.options == 1 << UInt64(chosen) {
    return Interval(numbers[chosen])
  }
  var low = Double.infinity
  var high = -Double.infinity
  var sum = 0.0
  var count = 0.0
  for (index, number) in numbers.enumerated() where answer.options & (1 << UInt64(index)) != 0 {
    low = min(low, number)
    high = max(high, number)
    sum += number
    count += 1
  }
  guard count > 0 else { return Interval(0) }
  return Interval(low: low, value: answer.chosen.map { numbers[$0] } ?? sum / count, high: high)
}
