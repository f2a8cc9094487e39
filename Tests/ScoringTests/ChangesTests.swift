import Foundation
import Knowledge
import Questionnaires
import Scoring
import TestSupport
import Testing

/// What would change the verdict, against every combination tried one by one.
struct ChangesTests {
  /// The miniature knowledge with an action on four of its questions.
  private func knowledge() throws -> KnowledgeBase {
    var files = miniatureFiles()
    let questions = try #require(files["catalog/questions/q.yaml"])
    func action(_ effort: String, _ to: String?) -> String {
      let reached = to.map { ", to: [\"\($0)\"]" } ?? ""
      return "    action: {effort: \(effort)\(reached), how: {en: text, zh: 文本}}\n"
    }
    var lines: [String] = []
    var id = ""
    for line in questions.split(separator: "\n", omittingEmptySubsequences: false) {
      if let start = line.range(of: "- id: q.") { id = String(line[start.upperBound...]) }
      lines.append(String(line))
      guard line.hasPrefix("    help:") else { continue }
      switch id {
      case "labels": lines.append(action("medium", nil))
      case "quality": lines.append(action("low", "good"))
      case "open": lines.append(action("high", "yes"))
      case "stakes": lines.append(action("high", "low"))
      case "review": lines.append(action("low", "yes"))
      default: break
      }
    }
    files["catalog/questions/q.yaml"] = lines.joined(separator: "\n")
    // Rules rank first here, and must not hide what the answers change.
    files["rubrics/policy.yaml"] = files["rubrics/policy.yaml"]?
      .replacingOccurrences(of: "no-ai-first: redesign", with: "no-ai-first: go")
      .replacingOccurrences(of: "fit-at-least: 80", with: "fit-at-least: 92")
    let root = try write(files)
    defer { try? FileManager.default.removeItem(at: root) }
    return try KnowledgeBase.load(from: root)
  }

  private let best: [QuestionID: AnswerValue] = [
    "q.labels": .number(10_000), "q.quality": .option("good"), "q.open": .option("yes"),
    "q.stakes": .option("low"), "q.review": .option("yes"),
  ]

  @Test func `the sets found are all of the smallest ones`() throws {
    let scorer = Scorer(knowledge: try knowledge())
    var generator = TestGenerator(seed: 21)
    var sizes: [Int: Int] = [:]
    for _ in 0..<400 {
      let sheet = randomSheet(
        scorer.knowledge, scenario: "games/other", unknown: 0.1, using: &generator)
      let changes = scorer.changes(for: sheet)
      guard let target = changes.target else {
        #expect(changes.verdict == .go && changes.sets.isEmpty)
        continue
      }
      let expected = smallest(sheet, target, scorer)
      let found = Set(changes.sets.map { Set($0.changes.map(\.question)) })
      #expect(found == Set(expected), "\(sheet)")
      for set in changes.sets {
        // What is told does what it says, the tightened number included.
        var changed = sheet
        for change in set.changes { changed.answers[change.question] = Answer(change.answer) }
        #expect(rank(scorer.summary(for: changed).verdict) <= rank(target))
        #expect(scorer.summary(for: changed).verdict == set.verdict)
      }
      sizes[expected.first?.count ?? 0, default: 0] += 1
    }
    #expect((sizes[1] ?? 0) > 20 && (sizes[2] ?? 0) > 20)
  }

  /// Every smallest set of questions that, put at their best, reach the target; empty beyond three.
  private func smallest(_ sheet: AnswerSheet, _ target: Verdict, _ scorer: Scorer) -> [Set<QuestionID>] {
    let visible = scorer.questionnaire(for: sheet.scenario).visibleQuestions(sheet).map(\.id)
    let ids = visible.filter { id in
      best[id].map { best in
        if case .number(let number) = sheet.answers[id]?.value { return number < 10_000 }
        return sheet.answers[id]?.value != best
      } ?? false
    }
    for size in 1...3 {
      let reaching = (0..<(1 << ids.count)).filter { $0.nonzeroBitCount == size }.compactMap { bits in
        let set = ids.indices.filter { bits & (1 << $0) != 0 }.map { ids[$0] }
        var changed = sheet
        for id in set { changed.answers[id] = best[id].map { Answer($0) } }
        return rank(scorer.summary(for: changed).verdict) <= rank(target) ? Set(set) : nil
      }
      if !reaching.isEmpty { return reaching }
    }
    return []
  }

  private func rank(_ verdict: Verdict) -> Int {
    VerdictLevel(rawValue: verdict.rawValue)?.rank ?? 4
  }

  @Test func `a changed number is the nearest that suffices`() throws {
    let scorer = Scorer(knowledge: try knowledge())
    var generator = TestGenerator(seed: 22)
    var numbers = 0
    for _ in 0..<400 {
      let sheet = randomSheet(scorer.knowledge, scenario: "games/other", using: &generator)
      let changes = scorer.changes(for: sheet)
      for set in changes.sets where set.changes.count == 1 && set.changes[0].question == "q.labels" {
        guard case .number(let number) = set.changes[0].answer, let target = changes.target else { continue }
        var less = sheet
        less.answers["q.labels"] = Answer(.number(number * 0.97))
        #expect(rank(scorer.summary(for: less).verdict) > rank(target))
        numbers += 1
      }
    }
    #expect(numbers > 5)
  }

  @Test func `every pivotal answer changes the verdict, and no other single option does`() throws {
    let knowledge = try realKnowledge()
    let scorer = Scorer(knowledge: knowledge)
    var generator = TestGenerator(seed: 23)
    var pivots = 0
    for _ in 0..<40 {
      let sheet = randomSheet(knowledge, unknown: 0.05, using: &generator)
      let changes = scorer.changes(for: sheet)
      var verdicts: [QuestionID: Set<Verdict>] = [:]
      for pivot in changes.pivotal {
        var changed = sheet
        changed.answers[pivot.question] = Answer(pivot.answer)
        #expect(scorer.summary(for: changed).verdict == pivot.verdict)
        #expect(pivot.verdict != changes.verdict)
        verdicts[pivot.question, default: []].insert(pivot.verdict)
        pivots += 1
      }
      for question in scorer.questionnaire(for: sheet.scenario).visibleQuestions(sheet)
      where question.kind == .choice {
        for option in question.options {
          var changed = sheet
          changed.answers[question.id] = Answer(.option(option.id))
          let verdict = scorer.summary(for: changed).verdict
          #expect(verdict == changes.verdict || verdicts[question.id]?.contains(verdict) == true)
        }
      }
    }
    #expect(pivots > 100)
  }
}
