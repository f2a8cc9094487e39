import Knowledge

/// One device, some of it at work, with what a workload takes there.
struct HardwareCase {
  var device: Device
  var count: Int
  var isRented: Bool

  /// Bytes of one device that a model may fill: a shared memory also holds the system and programs.
  var usableMemory: Double { device.memory * (device.isMemoryShared ? 0.6 : 0.95) }

  /// Whether it has products of 16-bit numbers.
  var hasHalfPrecision: Bool { device.trainingPrecision != .fp32 }

  /// Small networks and linear models are computed in 32 bits everywhere.
  func mixedPrecision(_ architecture: Architecture) -> Bool {
    switch architecture {
    case .linear, .dense: false
    default: hasHalfPrecision
    }
  }

  /// Operations a second in the precision of the architecture.
  private func peak(_ architecture: Architecture) -> Double {
    mixedPrecision(architecture) ? device.trainingPeak : device.peak[.fp32] ?? device.trainingPeak
  }
}

/// What the answers say about a workload apart from its model.
struct HardwareDemand {
  /// Tokens written in one answer; 0 for models that write none.
  var writtenTokens: Int
  /// Base units for one unit of each currency.
  var currencies: [String: Double]
}

extension HardwareCase {
  /// Memory to train, or to use where nothing is trained.
  func memory(_ workload: Workload) -> HardwareFigure? {
    guard workload.method != .none else {
      return HardwareFigure(.inferenceMemory, storedSettings(workload), in: .gigabytes)
    }
    let spread = count > 1 ? ["zero=3", "gpus=\(count)"] : []
    return HardwareFigure(.trainingMemory, workload.trainingMemorySettings + spread, in: .gigabytes)
  }

  /// Time, money and energy to train, or those of a month's use; the time of an answer in every case.
  func otherFigures(_ workload: Workload, _ demand: HardwareDemand) -> [HardwareFigure] {
    let hours = hourSettings(workload)
    let time =
      workload.method == .none
      ? nil : HardwareFigure(.trainingTime, hours + ["gpus=\(count)"], in: .hours)
    return [
      time, HardwareFigure(.cost, hours + rate(demand), in: .dollars),
      HardwareFigure(.energy, hours + ["power=\(exactText(device.power))"], in: .kilowattHours),
      HardwareFigure(.answerTime, answerSettings(workload, demand), in: .seconds),
    ].compactMap { $0 }
  }

  /// The work and the speed, or a month of keeping the model at hand.
  private func hourSettings(_ workload: Workload) -> [String] {
    guard let work = TrainingWork(workload) else { return ["gpu_hours=\(730 * count)"] }
    return ["train_flops=\(spanText(work.flops))", "peak=\(exactText(peak(workload.architecture)))"]
  }

  /// Rent of an hour, or the electricity of a device of one's own.
  private func rate(_ demand: HardwareDemand) -> [String] {
    guard isRented, let rent = device.rent else {
      return ["power=\(exactText(device.power))", "electricity=\(spanText(usualElectricity))"]
    }
    let units = demand.currencies[rent.currency] ?? 1
    return ["price=\(spanText(units * Band(rent.low, rent.likely, rent.high)))"]
  }

  /// Laptops hold large language models in 4 bits, other devices in 16.
  private func storedSettings(_ workload: Workload) -> [String] {
    guard isQuantised(workload) else { return workload.inferenceMemorySettings }
    return workload.inferenceMemorySettings.filter { !$0.hasPrefix("dtype=") } + ["bits=4"]
  }

  private func isQuantised(_ workload: Workload) -> Bool {
    guard case .decoder = workload.architecture else { return false }
    return device.deviceClass == .laptop && workload.method == .none
  }

  private func answerSettings(_ workload: Workload, _ demand: HardwareDemand) -> [String] {
    var pairs = workload.architecture.settings
    if let forward = workload.architecture.forwardOperations,
      !pairs.contains(where: { $0.hasPrefix("forward=") })
    {
      pairs.append("forward=\(exactText(forward))")
    }
    pairs.append("tokens=\(workload.architecture.hasAttention ? workload.sequence : 1)")
    if workload.architecture.writes { pairs.append("generated=\(demand.writtenTokens)") }
    pairs.append("peak=\(exactText(peak(workload.architecture)))")
    pairs.append("bandwidth=\(exactText(device.bandwidth))")
    return pairs + [isQuantised(workload) ? "bits=4" : "dtype=\(workload.mixedPrecision ? "bf16" : "fp32")"]
  }
}

/// Dollars for a kilowatt-hour, 2025: cheap industrial power, an office, and expensive places (our judgement).
let usualElectricity = Band(0.08, 0.18, 0.35)

extension Architecture {
  /// Whether it writes its answer token by token.
  fileprivate var writes: Bool {
    switch self {
    case .decoder, .textToText, .speechToText: true
    default: false
    }
  }
}
