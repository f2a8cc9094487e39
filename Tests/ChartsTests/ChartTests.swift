import Charts
import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// One chart of each kind with none, one and many points.
private func charts(_ count: Int) -> [(name: String, chart: any Chart)] {
  let points = (0..<count).map { ChartPoint(Double($0) / Double(max(1, count - 1)), Double($0 * $0)) }
  let shares = points.map { ChartPoint($0.x, $0.x.squareRoot()) }
  let range = ChartRange(60, low: 40, high: 70)
  let names = UnitSquare.Names(x: "x", y: "y", curve: "curve", diagonal: "diagonal")
  let lossNames = LossCurves.Names(training: "T", validation: "V", epoch: "E", loss: "L")
  let steps = (0..<count).map { ContributionBars.Step(label: "step \($0)", points: -1.5, text: "−1.5") }
  return [
    ("losses", LossCurves(training: points, validation: points, names: lossNames)),
    ("roc", ROCCurve(points: shares, names: names)),
    ("calibration", CalibrationCurve(points: shares, names: names)),
    (
      "confusion",
      ConfusionMatrix(
        counts: (0..<count).map { row in (0..<count).map { $0 == row ? 50 : 1 } },
        classes: (0..<count).map { "class \($0)" }, actualName: "actual", predictedName: "predicted")
    ),
    ("predictions", PredictedActual(points: points, actualName: "actual", predictedName: "predicted")),
    (
      "rubrics",
      RubricBars(
        rows: (0..<count).map { .init(label: "rubric \($0)", before: range, after: nil) },
        beforeName: "before", afterName: "after")
    ),
    (
      "quadrant",
      FitRiskQuadrant(
        places: (0..<count).map { .init(label: "a\($0)", fit: range, risk: range, isFirst: $0 == 0) },
        fitName: "fit", riskName: "risk", goodCorner: "go", goal: (70, 30))
    ),
    (
      "contributions",
      ContributionBars(start: nil, steps: steps, end: .init(label: "end", points: 20, text: "20"))
    ),
    (
      "volume",
      VolumeLines(
        lines: (0..<count).map { line in
          let points = (0...6).map { ChartPoint(Double(1 << $0), Double((line + 1) << $0)) }
          return .init(mark: "\(line)", label: "line \(line)", points: points, isGain: line == 0)
        }, volumeName: "cases", amountName: "USD", volume: 10, volumeMark: "answered")
    ),
    (
      "candidates",
      CandidateScores(
        rows: (0..<count).map {
          .init(label: "m\($0)", mean: range, folds: [50, 62], text: "60", isWinner: $0 == 0)
        }, axisName: "score")
    ),
  ]
}

private let words = ChartWords(id: "c", title: "Title", description: "What it shows", nothing: "empty")

@Suite struct ChartTests {
  @Test(arguments: [0, 1, 2, 40])
  func `every chart is well-formed and finite for none, one and many`(_ count: Int) {
    for (name, chart) in charts(count) {
      let svg = chart.svg(words)
      #expect(XMLParser(data: Data(svg.utf8)).parse(), "\(name) with \(count)")
      #expect(!svg.contains("nan") && !svg.contains("inf"), "\(name) with \(count)")
      #expect(svg.contains("empty") == (count == 0), "\(name) with \(count)")
    }
  }

  @Test func `every chart has a name, a description and no size of its own`() throws {
    for (name, chart) in charts(3) {
      let svg = chart.svg(words)
      let head = try #require(svg.split(separator: "\n").first)
      #expect(head.contains("role=\"img\" aria-labelledby=\"c-title c-desc\""), "\(name)")
      #expect(head.contains("viewBox=\"0 0 400 ") && !head.contains(" width="), "\(name)")
      #expect(svg.contains("<title id=\"c-title\">Title</title>\n<desc id=\"c-desc\">What it shows</desc>"))
    }
  }

  @Test func `values that are not finite are left out`() {
    let points = [ChartPoint(.nan, 1), ChartPoint(1, .infinity), ChartPoint(0.2, 0.4), ChartPoint(0.6, 0.9)]
    let names = UnitSquare.Names(x: "x", y: "y", curve: "c", diagonal: "d")
    let clean = ROCCurve(points: Array(points.dropFirst(2)), names: names).svg(words)
    #expect(ROCCurve(points: points, names: names).svg(words) == clean)
  }

  @Test func `labels and words are escaped, also a quote under a combining mark`() {
    let hostile = "\"\u{301}><script>alert('1')</script>&"
    let svg = RubricBars(
      rows: [.init(label: hostile, before: ChartRange(1, low: 0, high: 2), after: nil)], beforeName: hostile,
      afterName: hostile
    ).svg(ChartWords(id: "c", title: hostile, description: hostile, nothing: hostile))
    #expect(!svg.contains("<script"))
    #expect(svg.contains("<title id=\"c-title\">&quot;\u{301}&gt;&lt;script&gt;alert(&#39;1&#39;)"))
    #expect(XMLParser(data: Data(svg.utf8)).parse())
  }

  @Test func `a waterfall ends where its steps lead`() {
    // 100 − 30 − 20 = 50; the axis runs from 0 at 8 to 100 at 342, so 70 lies at 241.8 and 50 at 175.
    let svg = ContributionBars(
      start: .init(label: "start", points: 100, text: "100"),
      steps: [.init(label: "a", points: -30, text: "−30"), .init(label: "b", points: -20, text: "−20")],
      end: .init(label: "end", points: 50, text: "50")
    ).svg(words)
    #expect(svg.contains("<rect x=\"241.8\" y=\"58\" width=\"100.2\""))
    #expect(svg.contains("<rect x=\"175\" y=\"94\" width=\"66.8\""))
    #expect(svg.contains("<rect x=\"8\" y=\"130\" width=\"167\""))
  }

  @Test func `text in charts reads on its ground`() throws {
    for (name, chart) in charts(3) {
      let svg = chart.svg(words)
      for element in svg.split(separator: "\n") where element.hasPrefix("<text") {
        let fill = try #require(element.firstMatch(of: /fill="(#[0-9a-f]{6})"/)).1
        guard fill != Palette.paper[...] else { continue }
        for ground in [Palette.paper, Palette.paleGreen] {
          #expect(
            try #require(Palette.contrast(String(fill), ground)) >= 4.5, "\(name): \(fill) on \(ground)")
        }
      }
    }
  }

  @Test func `figures in a confusion matrix read on their shade`() throws {
    for share in 0...20 {
      let svg = ConfusionMatrix(
        counts: [[share, 20 - share], [0, 1]], classes: ["a", "b"], actualName: "", predictedName: ""
      ).svg(words)
      let lines = svg.split(separator: "\n").filter {
        $0.hasPrefix("<rect") || $0.contains("text-anchor=\"middle\"")
      }
      let cell = try #require(lines.firstIndex { $0.hasPrefix("<rect") })
      let ground = try #require(lines[cell].firstMatch(of: /fill="(#[0-9a-f]{6})"/)).1
      let text = try #require(lines[cell + 1].firstMatch(of: /fill="(#[0-9a-f]{6})"/)).1
      #expect(try #require(Palette.contrast(String(ground), String(text))) >= 4.5, "\(share) of 20")
    }
  }
}
