extension ReadingContext {
  /// The prices of `catalog/prices.yaml`; nil when a figure is missing or cannot be read.
  func prices(_ node: SourceNode) -> Prices? {
    guard
      let values = mapping(node, required: ["currency", "date", "figures", "by-option", "efforts"]),
      let currency = text(values["currency"]), let date = date(values["date"]),
      let figures = values["figures"].flatMap({ mapping($0, required: figureNames) }),
      let tables = values["by-option"].flatMap({ mapping($0, required: tableNames) }),
      let efforts = values["efforts"].flatMap({ efforts($0) })
    else { return nil }
    if let place = values["currency"]?.position { refer(.currency(currency), at: place) }
    func figure(_ name: String, upTo highest: Double = 1e9) -> PricedFigure? {
      figures[name].flatMap { pricedFigure($0, in: 0...highest) }
    }
    func table(_ name: String, upTo highest: Double = 1e9) -> PricedOptions? {
      tables[name].flatMap { pricedOptions($0, in: 0...highest) }
    }
    guard let taskHour = figure("task-hour"), let reviewHour = figure("review-hour"),
      let reviewMinutes = figure("review-minutes"), let engineerMonth = figure("engineer-month"),
      let smallInput = figure("small-input"), let smallOutput = figure("small-output"),
      let largeInput = figure("large-input"), let largeOutput = figure("large-output"),
      let serverMonth = figure("server-month"), let kilowattHour = figure("kilowatt-hour"),
      let trainings = figure("trainings"),
      let servingUse = figures["serving-use"].flatMap({ pricedFigure($0, in: 0.0001...1) }),
      let label = table("label"), let machineHour = table("machine-hour"),
      let machineWatts = table("machine-watts"), let inputTokens = table("input-tokens"),
      let outputTokens = table("output-tokens"), let skillFactor = table("skill-factor"),
      let driftFactor = table("drift-factor"), let retrainings = table("retrainings-a-month"),
      let reviewShare = table("review-share", upTo: 1)
    else { return nil }
    return Prices(
      currency: currency, date: date, taskHour: taskHour, reviewHour: reviewHour,
      reviewMinutes: reviewMinutes, engineerMonth: engineerMonth, smallInput: smallInput,
      smallOutput: smallOutput, largeInput: largeInput, largeOutput: largeOutput,
      serverMonth: serverMonth, kilowattHour: kilowattHour, trainings: trainings,
      servingUse: servingUse, label: label, machineHour: machineHour, machineWatts: machineWatts,
      inputTokens: inputTokens, outputTokens: outputTokens, skillFactor: skillFactor,
      driftFactor: driftFactor, retrainingsAMonth: retrainings, reviewShare: reviewShare,
      efforts: efforts)
  }

  private func pricedFigure(_ node: SourceNode, in range: ClosedRange<Double>) -> PricedFigure? {
    guard let values = mapping(node, required: ["low", "likely", "high", "basis"]),
      let figure = figureRange(values, in: range)
    else { return nil }
    return PricedFigure(range: figure, basis: basis(values["basis"], at: node.position))
  }

  private func pricedOptions(_ node: SourceNode, in range: ClosedRange<Double>) -> PricedOptions? {
    guard let values = mapping(node, required: ["question", "options", "basis"]),
      let question = text(values["question"]).map({ QuestionID($0) }),
      let options = values["options"]
    else { return nil }
    if let place = values["question"]?.position { refer(.question(question), at: place) }
    guard let entries = options.entries else {
      report(.expected(.mapping, found: options.summary), at: options.position)
      return nil
    }
    var ranges: [OptionID: FigureRange] = [:]
    for entry in entries {
      refer(.option(OptionID(entry.key), of: question), at: entry.keyPosition)
      ranges[OptionID(entry.key)] = figureRange(entry.value, named: entry.key, in: range)
    }
    refer(.everyOption(entries.map { OptionID($0.key) }, of: question), at: options.position)
    guard ranges.count == entries.count else { return nil }
    return PricedOptions(
      question: question, ranges: ranges, basis: basis(values["basis"], at: node.position))
  }

  private func efforts(_ node: SourceNode) -> [ApproachID: PricedEffort]? {
    let names = ApproachID.allCases.map(\.rawValue)
    guard let values = mapping(node, required: names) else { return nil }
    var efforts: [ApproachID: PricedEffort] = [:]
    for approach in ApproachID.allCases {
      guard let node = values[approach.rawValue],
        let parts = mapping(node, required: ["build", "upkeep", "basis"]),
        let build = parts["build"].flatMap({ figureRange($0, named: "build", in: 0...1e6) }),
        let upkeep = parts["upkeep"].flatMap({ figureRange($0, named: "upkeep", in: 0...1e6) })
      else { continue }
      efforts[approach] = PricedEffort(
        build: build, upkeep: upkeep, basis: basis(parts["basis"], at: node.position))
    }
    return efforts.count == names.count ? efforts : nil
  }

  /// A plain number, or `{low:, likely:, high:}`.
  private func figureRange(
    _ node: SourceNode, named name: String, in range: ClosedRange<Double>
  ) -> FigureRange? {
    if node.text != nil { return number(node, named: name, in: range).map { FigureRange($0) } }
    return mapping(node, required: ["low", "likely", "high"]).flatMap { figureRange($0, in: range) }
  }

  /// Three rising numbers; the first that falls is the finding.
  private func figureRange(
    _ values: SourceNode, in range: ClosedRange<Double>
  ) -> FigureRange? {
    guard let low = number(values["low"], named: "low", in: range),
      let likely = number(values["likely"], named: "likely", in: low...range.upperBound),
      let high = number(values["high"], named: "high", in: likely...range.upperBound)
    else { return nil }
    return FigureRange(low, likely, high)
  }
}

private let figureNames = [
  "task-hour", "review-hour", "review-minutes", "engineer-month", "small-input", "small-output",
  "large-input", "large-output", "server-month", "kilowatt-hour", "trainings", "serving-use",
]

private let tableNames = [
  "label", "machine-hour", "machine-watts", "input-tokens", "output-tokens", "skill-factor",
  "drift-factor", "retrainings-a-month", "review-share",
]
