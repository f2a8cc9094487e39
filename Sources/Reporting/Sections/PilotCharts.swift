import Charts
import Knowledge
import Pilots

extension ReportContext {
  /// The pictures that the task gives: losses, then ROC and calibration, confusion matrix, or predictions.
  func pilotCharts(_ pilot: PilotResult) -> [ChartFigure] {
    let numbersBehind = pilot.diagnostics
    var figures = [candidatesChart(pilot)]
    if !numbersBehind.losses.isEmpty { figures.append(lossChart(numbersBehind.losses)) }
    if !numbersBehind.roc.isEmpty { figures.append(rocChart(pilot)) }
    if !numbersBehind.calibration.isEmpty { figures.append(calibrationChart(numbersBehind.calibration)) }
    if !numbersBehind.confusion.isEmpty { figures.append(confusionChart(pilot)) }
    if !numbersBehind.predictions.isEmpty { figures.append(predictionsChart(numbersBehind.predictions)) }
    return figures
  }

  private func candidatesChart(_ pilot: PilotResult) -> ChartFigure {
    let rows = pilot.candidates.map { result in
      CandidateScores.Row(
        label: say(PilotWording.candidate(result.candidate)),
        mean: ChartRange(result.validation.value, low: result.validation.low, high: result.validation.high),
        folds: result.foldScores, text: text(result.validation), isWinner: result.candidate == pilot.winner)
    }
    return figure(
      CandidateScores(rows: rows, axisName: say(Wording.metric(pilot.metric))), id: "candidates",
      title: PilotChartWording.candidates,
      description: say(
        PilotChartWording.candidatesDescription(
          rows.map { (name: $0.label, score: $0.text) }, folds: pilot.folds)))
  }

  private func lossChart(_ losses: [PilotDiagnostics.EpochLoss]) -> ChartFigure {
    let chart = LossCurves(
      training: losses.map { ChartPoint(Double($0.epoch), $0.training) },
      validation: losses.compactMap { loss in
        loss.validation.map { ChartPoint(Double(loss.epoch), $0) }
      },
      names: .init(
        training: say(PilotChartWording.training), validation: say(PilotChartWording.validation),
        epoch: say(PilotChartWording.epoch), loss: say(PilotChartWording.loss)))
    let description = PilotChartWording.lossDescription(
      epochs: numbers.count(losses.count), training: losses.last.map { numbers.plain($0.training) } ?? "–",
      validation: losses.last?.validation.map(numbers.plain))
    return figure(chart, id: "losses", title: PilotChartWording.losses, description: say(description))
  }

  private func rocChart(_ pilot: PilotResult) -> ChartFigure {
    let chart = ROCCurve(
      points: pilot.diagnostics.roc.map { ChartPoint($0.x, $0.y) },
      names: .init(
        x: say(PilotChartWording.falseAlarms), y: say(PilotChartWording.hits),
        curve: say(PilotChartWording.model), diagonal: say(PilotChartWording.chance)))
    let score = say(Wording.metric(pilot.metric)) + " " + text(pilot.score)
    return figure(
      chart, id: "roc", title: PilotChartWording.roc,
      description: say(PilotChartWording.rocDescription(score)))
  }

  private func calibrationChart(_ points: [PilotDiagnostics.CurvePoint]) -> ChartFigure {
    let chart = CalibrationCurve(
      points: points.map { ChartPoint($0.x, $0.y) },
      names: .init(
        x: say(PilotChartWording.predictedShare), y: say(PilotChartWording.observedShare),
        curve: say(PilotChartWording.model), diagonal: say(PilotChartWording.perfect)))
    let bins = points.map { (predicted: numbers.percent($0.x), observed: numbers.percent($0.y)) }
    return figure(
      chart, id: "calibration", title: PilotChartWording.calibration,
      description: say(PilotChartWording.calibrationDescription(bins)))
  }

  private func confusionChart(_ pilot: PilotResult) -> ChartFigure {
    let counts = pilot.diagnostics.confusion
    let chart = ConfusionMatrix(
      counts: counts, classes: pilot.data.classes, actualName: say(PilotChartWording.actual),
      predictedName: say(PilotChartWording.predicted))
    let all = counts.joined().reduce(0, +)
    let right = counts.enumerated().map { $0.offset < $0.element.count ? $0.element[$0.offset] : 0 }
      .reduce(0, +)
    let description = PilotChartWording.confusionDescription(
      right: numbers.count(right), all: numbers.count(all),
      share: all > 0 ? numbers.percent(Double(right) / Double(all)) : "–")
    return figure(chart, id: "confusion", title: PilotChartWording.confusion, description: say(description))
  }

  private func predictionsChart(_ points: [PilotDiagnostics.CurvePoint]) -> ChartFigure {
    let chart = PredictedActual(
      points: points.map { ChartPoint($0.x, $0.y) }, actualName: say(PilotChartWording.actual),
      predictedName: say(PilotChartWording.predicted))
    return figure(
      chart, id: "predictions", title: PilotChartWording.predictions,
      description: say(PilotChartWording.predictionsDescription(numbers.count(points.count))))
  }
}
