import Assessments
import Knowledge
import Pilots
import Reporting
import Scoring
import Testing

@Suite struct ReportTests {
  private func markdown(_ fixture: Fixture, _ language: Language = .english, times: Bool = true) -> String {
    markdownText(
      report(
        for: fixture.assessment, knowledge: fixture.knowledge, language: language, includeTimes: times))
  }

  @Test func `sections stand in the promised order`() throws {
    let fixture = try Fixture()
    let report = report(for: fixture.assessment, knowledge: fixture.knowledge, language: .english)
    #expect(
      report.sections.map(\.id) == [
        "verdict", "changes", "approaches", "contributions", "evidence", "configuration", "value",
        "pilot", "next", "risks", "rules", "cases", "answers", "record",
      ])
  }

  /// 100 and the printed points of the first table add up to the printed fit; the second to the risk.
  @Test func `printed contributions add up to the printed score`() throws {
    for seed in 0..<40 {
      var fixture = try Fixture()
      let card = try #require(fixture.assessment.after)
      let place = try #require(card.approaches.firstIndex { $0.id == card.judged })
      var points = card.approaches[place].contributions.enumerated().map { index, item in
        item.points * (1 + 0.37 * Double((seed * 7 + index * 13) % 11))
      }
      let total = 100 + points.reduce(0, +)
      for index in points.indices {
        fixture.assessment.after?.approaches[place].contributions[index].points = points[index]
      }
      fixture.assessment.after?.approaches[place].fit.value = total
      points = []
      let lines = markdown(fixture).split(separator: "\n")
      let caption = try #require(lines.firstIndex { $0.contains("Points of the fit") })
      var sum = 0.0
      for line in lines[(caption + 3)...] {
        let cells = line.split(separator: "|").map { $0.trimmingPrefix(" ") }
        let text = cells[2].replacing("*", with: "").replacing("−", with: "-").replacing("+", with: "")
        let value = try #require(Double(String(text.filter { !$0.isWhitespace })))
        if line.hasPrefix("| **Fit**") {
          #expect(abs(sum - value) < 1e-6, "seed \(seed): \(sum) and \(value)")
          #expect(abs(value - total) <= 0.05 + 1e-9)
          break
        }
        sum += value
      }
    }
  }

  @Test func `without a pilot the report says so and how to run one`() throws {
    let text = markdown(try Fixture.withoutPilot())
    #expect(text.contains("> **No pilot was run** – Nothing in this report was measured."))
    #expect(text.contains("surefoot pilot medical/disease-classification"))
    #expect(text.contains("Data fingerprint | not provided"))
    #expect(text.contains("- Because: no pilot was run"))
    #expect(!text.contains("With measurements"))
  }

  @Test func `synthetic data are called synthetic first`() throws {
    var fixture = try Fixture()
    fixture.assessment.pilot?.data.origin = .sampleSynthetic
    #expect(markdown(fixture).contains(". Pilot\n\n> **Synthetic data** – "))
    #expect(markdown(fixture, .chinese).contains(". 试点\n\n> **合成数据** – "))
  }

  @Test func `a control says what it is and stops no plan`() throws {
    var fixture = try Fixture()
    fixture.assessment.pilot?.data.control = .shuffledLabels
    fixture.assessment.pilot?.gainIsReal = false
    let text = markdown(fixture)
    #expect(text.contains("> **This is a control** – "))
    #expect(text.contains("Run the pilot without the control: "))
    #expect(!text.contains("Stop here"))
    let terminal = terminalSummary(
      fixture.assessment, fixture.knowledge, language: .english, width: 100, color: false)
    #expect(terminal.contains("control with shuffled labels"))
    fixture.assessment.pilot?.gainIsReal = true
    #expect(markdown(fixture).contains("Repeat the control with another seed."))
  }

  @Test func `a gain within the noise is called no signal, and stops the plan`() throws {
    var fixture = try Fixture()
    fixture.assessment.pilot?.gainIsReal = false
    fixture.assessment.pilot?.gain = MeasuredScore(value: 0.01, low: -0.02, high: 0.04)
    let text = markdown(fixture)
    #expect(
      text.contains("> **No signal** – The gain over the naive baseline, +0.010 (−0.020 to 0.040), is within")
    )
    #expect(text.contains("- [ ] **Stop here, or collect more and better data"))
    #expect(!text.contains("of what was left to gain"))
  }

  @Test func `a pilot's winner that is not recommended is explained`() throws {
    var fixture = try Fixture()
    let said = "The pilot's best is not what is recommended"
    func text() -> String {
      markdownText(report(for: fixture.assessment, knowledge: fixture.knowledge, language: .english))
        + terminalSummary(
          fixture.assessment, fixture.knowledge, language: .english, width: 100, color: false)
    }
    #expect(fixture.assessment.recommendation.recommended == .classical)
    fixture.assessment.pilot?.winner = .linear
    #expect(!text().contains(said))
    fixture.assessment.pilot?.winner = .smallNetwork
    #expect(text().components(separatedBy: said).count == 3)
    // Without a gain there is no best to speak of.
    fixture.assessment.pilot?.gainIsReal = false
    #expect(!text().contains(said))
  }

  @Test(arguments: Verdict.allCases, ApproachID.allCases)
  func `every verdict and approach has a headline in both languages`(_ verdict: Verdict, _ id: ApproachID)
    throws
  {
    var fixture = try Fixture.withoutPilot()
    fixture.assessment.before.verdict = verdict
    fixture.assessment.before.recommended = id
    let title = try #require(fixture.knowledge.approach(id)?.title)
    for language in Language.allCases {
      let text = markdown(fixture, language)
      let large: Set<ApproachID> = [.prompted, .retrieval, .fineTuned, .fromScratch]
      let headline = try #require(
        text.split(separator: "\n").first { $0.contains("模型") || $0.contains("model") })
      if id != .noAI { #expect(headline.contains(title[language]) == (verdict != .noGo), "\(headline)") }
      if language == .english, large.contains(id), verdict == .go {
        #expect(headline.hasPrefix("Yes: a large model"))
      }
    }
  }

  @Test func `a contradicted claim leads to a step that names both sides`() throws {
    let text = markdown(try Fixture())
    #expect(text.contains("- [ ] **Settle the contradiction about “Share of missing values”"))
    #expect(
      text.contains("How good are the data?](#answer-data.quality) – claimed “good”, measured 7% (5%–9%)"))
  }

  @Test func `steps are only about answers that can still get better`() throws {
    var fixture = try Fixture()
    func steps() -> String {
      markdown(fixture).split(separator: "\n").filter { $0.hasPrefix("- [ ]") }.joined().lowercased()
    }
    #expect(steps().contains("confirm the legal basis"))
    fixture.assessment.sheet.answers["privacy.legal-basis"] = .init(.option("clear"))
    for place in fixture.knowledge.rubrics.indices {
      fixture.knowledge.rubrics[place].risks.removeAll { $0.id == "privacy.disclosure" }
    }
    #expect(!steps().contains("confirm the legal basis"))
  }

  @Test func `validation is worth what it removes beyond the present answer`() throws {
    // Internal validation removes 10 %, external 30 %: of the 12.4 points left,
    // 1 − 0.7 ÷ 0.9 = 22.2 % could go, 2.76 points; the fixture scales 12.4 to 12.4 exactly.
    #expect(markdown(try Fixture()).contains("up to 2.8 points less risk"))
  }

  @Test func `only sources that are cited are listed`() throws {
    let text = markdown(try Fixture())
    #expect(text.contains("[Regulation (EU) 2016/679](<https://eur-lex.europa.eu/eli/reg/2016/679/oj>)"))
    #expect(text.contains("Nuclear feature extraction"))
    #expect(!text.contains("Not cited anywhere"))
  }

  @Test func `missing answers and presets are named as such`() throws {
    var fixture = try Fixture()
    fixture.assessment.sheet.answers["explainability.accepted-method"] = nil
    let text = markdown(fixture)
    #expect(text.contains("| not answered | – | – | – |"))
    #expect(text.contains("| not answered (asked in some cases only) | – | – | – |"))
    #expect(text.contains("| life or health | Preset by the scenario: A missed disease harms a patient. |"))
  }

  @Test func `without times nothing that differs between runs is left`() throws {
    var first = try Fixture()
    var second = first
    second.assessment.createdAt = "2027-01-01T00:00:00Z"
    second.assessment.pilot?.cost.seconds = 99
    second.assessment.pilot?.cost.trainingSeconds = 9
    second.assessment.pilot?.cost.predictionSeconds = 9
    second.assessment.pilot?.cost.peakMemoryBytes = 9
    for place in second.assessment.evidence.indices
    where second.assessment.evidence[place].observation.id.name
      .contains("prediction-seconds")
      || second.assessment.evidence[place].observation.id.name.contains("memory")
    {
      second.assessment.evidence[place].observation.value = 9
    }
    for place in second.assessment.recommendation.target.estimates.indices
    where second.assessment.recommendation.target.estimates[place].kind == .trainingSeconds {
      second.assessment.recommendation.target.estimates[place].likely = 9
    }
    for format in ReportFormat.all {
      let texts = try [first, second].map {
        try format.text($0.assessment, $0.knowledge, ReportOptions(language: .english, includeTimes: false))
      }
      #expect(texts[0] == texts[1], "\(format.name)")
    }
    first.assessment.createdAt = nil
    #expect(!markdown(first).contains("Made:"))
  }
}
