import Datasets
import Pilots
import Recommendations
import Testing

/// Time passes only while models train: every question whether to stop costs a hundredth of a second.
struct BudgetTests {
  func run(_ data: Dataset, budget: Double) throws -> PilotResult {
    let clock = FakeClock()
    return try runPilot(
      dataset: data, configuration: smallPilot, seed: 42, budgetSeconds: budget, clock: { clock.now },
      memory: { 0 }, journal: MemoryJournal(),
      isCancelled: {
        clock.advance(0.01)
        return false
      })
  }

  @Test(arguments: [0.5, 1, 2, 4, 8, 16, 32])
  func `keeps within five per cent`(_ budget: Double) throws {
    let result = try run(Table.separable(rows: 200), budget: budget)
    #expect(result.candidates.map(\.candidate).starts(with: [.baseline, .linear]))
    #expect(result.cost.seconds <= 1.05 * budget)
    #expect(result.cost.budgetSeconds == budget)
  }

  @Test func `a budget without end cuts nothing`() throws {
    let result = try run(Table.separable(rows: 100), budget: .infinity)
    #expect(!result.cost.budgetExhausted && result.candidates.count == 4)
  }

  @Test func `a rich budget cuts nothing`() throws {
    let result = try run(Table.separable(rows: 200), budget: 1_000)
    #expect(!result.cost.budgetExhausted)
    #expect(result.candidates.count == 4)
    let standing = try pilot(Table.separable(rows: 200))
    #expect(result.candidates == standing.candidates)
  }

  @Test func `no budget at all still runs the baseline and the linear model`() throws {
    let result = try run(Table.separable(rows: 200), budget: 0)
    #expect(result.candidates.map(\.candidate) == [.baseline, .linear])
    #expect(result.folds == 2)
    #expect(result.cost.budgetExhausted)
    let kinds = result.notes.map(\.kind)
    #expect(kinds.contains(PilotRemark.candidateSkipped))
    #expect(kinds.contains(PilotRemark.foldsCut))
    #expect(kinds.contains(PilotRemark.penaltiesCut))
  }

  @Test func `a short budget cuts the network's epochs and says to how many`() throws {
    let budgets = stride(from: 1.0, to: 12, by: 0.5)
    let cut = try budgets.lazy.map { try run(Table.separable(rows: 200), budget: $0) }.first {
      $0.notes.contains { $0.kind == PilotRemark.epochsCut }
    }
    let result = try #require(cut)
    let remark = try #require(result.notes.first { $0.kind == PilotRemark.epochsCut })
    let epochs = try #require(Int(remark.detail))
    #expect(epochs >= 3 && epochs < smallPilot.maximumEpochs)
    // A budget that cuts the network may leave no time for trees either.
    let candidates = result.candidates.map(\.candidate).filter { $0 != .trees }
    #expect(candidates == [.baseline, .linear, .smallNetwork])
  }

  @Test func `progress rises to one and tells where it is`() throws {
    let heard = Progress()
    _ = try pilot(Table.separable(rows: 90)) { heard.append($0) }
    let all = heard.all
    #expect(zip(all, all.dropFirst()).allSatisfy { $0.fractionDone <= $1.fractionDone })
    #expect(all.last?.fractionDone == 1)
    #expect(all.first?.phase == .preparing && all.last?.phase == .timing)
    #expect(all.contains { $0.candidate == .smallNetwork && $0.fold == 3 && $0.epoch == 1 && $0.loss != nil })
    #expect(all.allSatisfy { ($0.fold ?? 1) <= $0.folds })
  }
}
