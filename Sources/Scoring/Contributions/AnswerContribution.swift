import Knowledge

/// Signed points that one answer brings.
public struct AnswerContribution: Hashable, Codable, Sendable {
  /// Nil for what no answer brings: a measurement, or a risk's likelihood before any answer.
  public var question: QuestionID?
  public var points: Double

  public init(question: QuestionID?, points: Double) {
    self.question = question
    self.points = points
  }
}

/// Adds points up by question, in the order in which questions first appear.
struct AnswerPoints {
  private var order: [QuestionID?] = []
  private var points: [QuestionID?: Double] = [:]

  mutating func add(_ amount: Double, to question: QuestionID?) {
    if points[question] == nil { order.append(question) }
    points[question, default: 0] += amount
  }

  /// The points spread evenly over the questions, or to none where there is no question.
  mutating func add(_ amount: Double, to questions: [QuestionID]) {
    guard !questions.isEmpty else { return add(amount, to: nil) }
    for question in questions { add(amount / Double(questions.count), to: question) }
  }

  /// The parts, with what rounding left over on the largest, so that their sum is exact to the last digits.
  func parts(adding total: Double) -> [AnswerContribution] {
    var parts = order.map { AnswerContribution(question: $0, points: points[$0] ?? 0) }
    let rest = total - parts.reduce(0) { $0 + $1.points }
    if let largest = parts.indices.max(by: { abs(parts[$0].points) < abs(parts[$1].points) }) {
      parts[largest].points += rest
    }
    return parts
  }
}
