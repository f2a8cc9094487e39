/// The questions' places in an order in which every condition speaks only of questions before it.
///
/// - Returns: the order, and the questions that wait for one another where there is none (the order then
///   leaves them as they stand).
public func visibilityOrder(of questions: [PointsQuestion]) -> (order: [Int], circle: [QuestionID]) {
  var places: [QuestionID: Int] = [:]
  for (place, question) in questions.enumerated() { places[question.id] = place }
  var search = DepthFirst(
    needs: questions.map { $0.visibleIf?.questions.compactMap { places[$0] } ?? [] })
  for place in questions.indices { search.visit(place) }
  return (search.order, search.circle.map { questions[$0].id })
}

private struct DepthFirst {
  enum Mark { case new, open, done }

  let needs: [[Int]]
  var marks: [Mark]
  var path: [Int] = []
  var order: [Int] = []
  var circle: [Int] = []

  init(needs: [[Int]]) {
    self.needs = needs
    marks = Array(repeating: .new, count: needs.count)
  }

  mutating func visit(_ place: Int) {
    switch marks[place] {
    case .done: return
    case .open:
      if circle.isEmpty, let start = path.firstIndex(of: place) { circle = Array(path[start...]) }
      return
    case .new: break
    }
    marks[place] = .open
    path.append(place)
    for other in needs[place] { visit(other) }
    path.removeLast()
    marks[place] = .done
    order.append(place)
  }
}
