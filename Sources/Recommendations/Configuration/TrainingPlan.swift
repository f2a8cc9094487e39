import Knowledge

/// How the scenario's target is trained after the answers have had their say.
struct TrainingPlan {
  /// Labels under which a data set counts as small: about where a fine-tuned model begins to pay
  /// (arXiv 2406.08660: 200 to 500 labels).
  static let smallData = 500.0

  var method: Workload.Method
  var methodCauses: [QuestionID] = []
  var batch: Int?
  /// Steps whose gradients are added before one update; 1 without accumulation.
  var accumulation = 1
  var batchCauses: [QuestionID] = []
  var epochs: Double?
  var epochsCauses: [QuestionID] = []
  /// Whether there are few enough labels that folds and strong penalties are needed.
  var isSmallData: Bool
  /// Whether 16-bit cards are at hand.
  var mixedPrecision: Bool

  init(_ situation: Situation) {
    let target = situation.target
    let parameters = target?.architecture.parameterCount ?? 0
    let declared = Workload.Method(rawValue: target?.method ?? "full") ?? .full
    method = situation.trains ? declared : .none
    batch = target?.batch
    epochs = target?.epochs
    isSmallData = situation.number("data.labelled-examples").map { $0 < Self.smallData } ?? false
    mixedPrecision = situation.isAny("compute.available", "workstation-gpu", "server-gpus", "cluster")
    adaptToMachine(situation, parameters: parameters)
    if isSmallData, method != .none, let planned = epochs, target?.architecture.isPretrainedKind == true {
      // A large model learns a few hundred examples by heart within a few passes.
      epochs = min(planned, 10)
      epochsCauses = ["data.labelled-examples"]
    }
  }

  /// A laptop cannot hold the optimiser's state of a large model, nor a large batch.
  private mutating func adaptToMachine(_ situation: Situation, parameters: Double) {
    guard method != .none else { return }
    let laptop = situation.isAny("compute.available", "laptop")
    let onlyServices = situation.isAny("compute.available", "api-only")
    let oneCard = situation.isAny("compute.available", "workstation-gpu")
    let adaptable = situation.target?.architecture.adapterParameters(rank: 8) != nil
    let tooLarge = laptop || onlyServices ? parameters > 50e6 : oneCard && parameters > 1e9
    if situation.approach == .fineTuned, method == .full, tooLarge, adaptable {
      method = .lora
      methodCauses = ["compute.available"]
    }
    guard let planned = batch, planned > 8, parameters > 50e6, laptop || (oneCard && parameters > 300e6)
    else { return }
    batch = 8
    accumulation = (planned + 7) / 8
    batchCauses = ["compute.available"]
  }
}

extension TrainingPlan {
  /// The budget that the target's machines are paid from: the one for building, or the running one.
  var budgetQuestion: QuestionID { method == .none ? "compute.monthly-budget" : "compute.training-budget" }
}

extension Architecture {
  /// Transformers and convolutional networks, which usually start from published weights.
  var isPretrainedKind: Bool {
    switch self {
    case .encoder, .decoder, .vision, .residual, .textToText, .speechToText, .speechEncoder: true
    case .convolutional: true
    case .rules, .linear, .dense, .hosted: false
    }
  }
}
