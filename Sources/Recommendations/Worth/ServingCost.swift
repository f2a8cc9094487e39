import Knowledge

/// What answering the cases costs, month by month: a service by the token, or a machine by the hour.
struct ServingCost {
  let situation: Situation
  let prices: Prices
  let rate: Double

  /// Models with more parameters than this count as large at a service, and need a graphics card here.
  ///
  /// The services' small tier ends about here (Llama 3.1 8B is small, 70B is not).
  static let largeService = 15e9
  static let needsCard = 1e9
  static let hoursInMonth = 730.0

  var part: CostPart {
    guard situation.usesModel, let target = situation.target else {
      return CostPart(
        kind: .serving,
        how: LocalizedText(en: "no model answers", zh: "没有模型需要运行"))
    }
    if situation.isAny(Ask.leaves, "no") {
      guard target.architecture.parameterCount != nil else {
        return CostPart(
          kind: .serving,
          how: LocalizedText(
            en: "not known: the data may not leave, and the size of a model of your own is not published",
            zh: "无法得知：数据不得外传，而可自行部署的模型规模没有公布"),
          missing: [Ask.leaves])
      }
      return ownMachine(target)
    }
    return situation.answersByService ? service(target) : ownMachine(target)
  }

  private func service(_ target: TargetConfiguration) -> CostPart {
    let isSmall = target.architecture.parameterCount.map { $0 <= Self.largeService } ?? false
    let reading = isSmall ? prices.smallInput : prices.largeInput
    let writing = isSmall ? prices.smallOutput : prices.largeOutput
    let length = target.sequence.map { FigureRange(Double($0)) }
    let read = length ?? prices.inputTokens.range(in: situation)
    let written = prices.outputTokens.range(in: situation)
    let code = prices.currency
    return CostPart(
      kind: .serving,
      how: LocalizedText(
        en: "cases × (\(read.inWords) tokens read × \(reading.range.inWords) \(code) + "
          + "\(written.inWords) written × \(writing.range.inWords) \(code)) for a million",
        zh: "案例数 ×（输入 \(read.inWords) 个词元 × 每百万 \(reading.range.inWords) \(code) + "
          + "输出 \(written.inWords) 个 × 每百万 \(writing.range.inWords) \(code)）"),
      causedBy: [prices.outputTokens.question] + (length == nil ? [prices.inputTokens.question] : []),
      basis: reading.basis + writing.basis + prices.outputTokens.basis,
      shape: {
        let tokensIn = $0(read, .tokensRead) * $0(reading.range, .tokenInput)
        let tokensOut = $0(written, .tokensWritten) * $0(writing.range, .tokenOutput)
        return CostShape(perCase: (tokensIn + tokensOut) / 1e6 * rate)
      })
  }

  private func ownMachine(_ target: TargetConfiguration) -> CostPart {
    guard let answered = situation.option(Ask.machine) else {
      return CostPart(kind: .serving, how: MonthlyValue.missingText, missing: [Ask.machine])
    }
    guard let latency = situation.option(Ask.latency) else {
      return CostPart(kind: .serving, how: MonthlyValue.missingText, missing: [Ask.latency])
    }
    let architecture = target.architecture
    let needsCard = (architecture.parameterCount ?? 0) > Self.needsCard
    let hasCard = answered != "laptop"
    let machine = MachineTime(
      option: needsCard && !hasCard ? "workstation-gpu" : answered, prices: prices, rate: rate)
    let tokens = FigureRange(Double(target.sequence ?? 1))
    let written = isGenerating(architecture) ? prices.outputTokens.range(in: situation) : FigureRange(0)
    let standsBy = latency != "batch"
    let server = prices.serverMonth
    let peak = machine.peak
    let waiting: LocalizedText =
      !standsBy
      ? LocalizedText(en: "", zh: "")
      : needsCard
        ? LocalizedText(
          en: "; at least \(plain(Self.hoursInMonth)) hours, because it stands by",
          zh: "；需随时待命，至少按 \(plain(Self.hoursInMonth)) 小时计")
        : LocalizedText(
          en: "; at least \(server.range.inWords) \(prices.currency) for a small server that stands by",
          zh: "；需随时待命，至少按一台小型服务器 \(server.range.inWords) \(prices.currency) 计")
    // Counted once: the spread below asks for it at thousands of points.
    let work = architecture.forwardWork
    let likely = work.operations(tokens: tokens.likely + written.likely)
    return CostPart(
      kind: .serving,
      how: LocalizedText(
        en: "cases × \(plain(likely)) operations ÷ (peak × \(prices.servingUse.range.inWords) used) × "
          + machine.inWords.en + waiting.en,
        zh: "案例数 × \(plain(likely)) 次运算 ÷（峰值 × 利用率 \(prices.servingUse.range.inWords)）× "
          + machine.inWords.zh + waiting.zh),
      causedBy: [Ask.machine, Ask.latency],
      basis: machine.basis + prices.servingUse.basis + (needsCard ? [] : server.basis),
      shape: { point in
        let length = tokens.likely + point(written, .tokensWritten)
        let speed = point(peak, .machinePeak) * point(prices.servingUse.range, .servingUse)
        let seconds = work.operations(tokens: length) / speed
        let hour = machine.hour(point)
        let standby =
          needsCard ? Self.hoursInMonth * hour : point(server.range, .serverMonth) * rate
        return CostShape(standby: standsBy ? standby : 0, busyPerCase: seconds / 3600 * hour)
      })
  }

  private func isGenerating(_ architecture: Architecture) -> Bool {
    if case .decoder = architecture { true } else { false }
  }
}

extension Situation {
  /// Whether the approach calls a model that somebody else runs.
  var answersByService: Bool {
    if case .hosted = target?.architecture { return true }
    return approach == .prompted || approach == .retrieval
  }
}

/// Operations to answer one case, by its length in tokens.
struct ForwardWork {
  var fixed = 0.0
  var perToken = 0.0

  func operations(tokens: Double) -> Double { fixed + perToken * tokens }
}

extension Architecture {
  /// Operations to answer one case: two for each parameter and token.
  var forwardWork: ForwardWork {
    switch self {
    case .rules, .hosted: ForwardWork()
    case .convolutional(_, let forward): ForwardWork(fixed: forward)
    case .residual(let sizes): ForwardWork(fixed: sizes.forwardFLOPs)
    case .linear, .dense: ForwardWork(fixed: 2 * (parameterCount ?? 0))
    case .encoder, .decoder, .vision, .textToText, .speechToText, .speechEncoder:
      ForwardWork(perToken: 2 * (parameterCount ?? 0))
    }
  }
}
