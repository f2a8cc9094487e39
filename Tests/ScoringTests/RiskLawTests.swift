import Knowledge
import Questionnaires
import Scoring
import TestSupport
import Testing

/// More to go wrong or less against it never makes the whole look safer, on the project's own rubrics.
struct RiskLawTests {
  let knowledge: KnowledgeBase

  init() throws { knowledge = try realKnowledge() }

  /// The sheets to try, 1,000 spread over several changes of the knowledge.
  private static let sheets = 1000
  private static let changes = 10

  /// Scores random sheets with the knowledge as it is and as `change` leaves it; the total must not fall.
  private func expectNoLower(
    seed: UInt64, _ change: (inout KnowledgeBase, inout TestGenerator) -> Void
  ) {
    var generator = TestGenerator(seed: seed)
    let before = Scorer(knowledge: knowledge)
    for _ in 0..<Self.changes {
      var changed = knowledge
      change(&changed, &generator)
      let after = Scorer(knowledge: changed)
      for _ in 0..<(Self.sheets / Self.changes) {
        let sheet = randomSheet(knowledge, unknown: 0.2, using: &generator)
        let old = totals(before.summary(for: sheet))
        let new = totals(after.summary(for: sheet))
        for (approach, risk) in old {
          for (left, right) in zip(risk, new[approach] ?? []) { #expect(right >= left - 1e-9, "\(approach)") }
        }
        #expect(old.count == new.count)
      }
    }
  }

  /// Every approach's inherent and residual risk: lowest, central, highest.
  private func totals(_ card: ScoreSummary) -> [ApproachID: [Double]] {
    var totals: [ApproachID: [Double]] = [:]
    for score in card.approaches {
      totals[score.id] = [score.risk.inherent, score.risk.residual].flatMap { [$0.low, $0.value, $0.high] }
    }
    return totals
  }

  @Test func `one more risk never lowers a total`() {
    expectNoLower(seed: 21) { knowledge, generator in
      let rubric = Int.random(in: knowledge.rubrics.indices, using: &generator)
      guard var risk = knowledge.rubrics[rubric].risks.randomElement(using: &generator) else { return }
      let original = risk.id
      risk.id = RiskID("\(knowledge.rubrics[rubric].id).one-more")
      knowledge.rubrics[rubric].risks.append(risk)
      for index in knowledge.approaches.indices {
        knowledge.approaches[index].exposure[risk.id] = knowledge.approaches[index].exposure[original]
      }
    }
  }

  @Test func `one more driver never lowers a total`() {
    let drivers = knowledge.rubrics.flatMap(\.risks).flatMap(\.drivers)
    expectNoLower(seed: 22) { knowledge, generator in
      let rubric = Int.random(in: knowledge.rubrics.indices, using: &generator)
      let risk = Int.random(in: knowledge.rubrics[rubric].risks.indices, using: &generator)
      if let driver = drivers.randomElement(using: &generator) {
        knowledge.rubrics[rubric].risks[risk].drivers.append(driver)
      }
    }
  }

  @Test func `one mitigation less never lowers a total`() {
    expectNoLower(seed: 23) { knowledge, generator in
      let rubric = Int.random(in: knowledge.rubrics.indices, using: &generator)
      for risk in knowledge.rubrics[rubric].risks.indices {
        let count = knowledge.rubrics[rubric].risks[risk].mitigations.count
        if count > 0 {
          knowledge.rubrics[rubric].risks[risk].mitigations.remove(
            at: Int.random(in: 0..<count, using: &generator))
        }
      }
    }
  }

  @Test func `every mitigation of the catalog lowers its risks when it is in place`() {
    let carried = knowledge.rubrics.flatMap(\.risks)
    for entry in knowledge.mitigations {
      for lowering in entry.lowers {
        let risk = carried.first { $0.id == lowering.risk }
        #expect(risk?.mitigations.contains { $0.id == entry.id && $0.removed == lowering.removed } == true)
        #expect(lowering.removed.highestLevel > 0, "\(entry.id) of \(lowering.risk)")
      }
    }
  }
}
