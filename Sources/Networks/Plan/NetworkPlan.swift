import Kernels

/// Where everything a network needs lies in its arena; known before any memory is taken.
///
/// The arena holds, one after another: parameters, gradients, the optimiser's state, the best parameters
/// so far, sums of gradients, running states (and the best ones), parameters and states as they last were
/// sound, and the memory of one batch. Within a section offsets count from its start.
struct NetworkPlan {
  /// What a plan is for; training needs gradients and what the optimiser keeps.
  struct Purpose: Hashable {
    var optimiserStates = 0
    var trains = false
    var keepsBest = false
    /// Whether the network is kept as it was some steps ago, against a later divergence.
    var keepsLastGood = false
    var accumulates = false
    /// Whether rows are mixed in pairs, so that a batch has two losses.
    var mixes = false
    /// Whether the gradients of the network's inputs are wanted too.
    var differentiatesInputs = false

    static let prediction = Purpose()
  }

  /// Gradients of one value that come from several later nodes; `extras` are added to the value's own.
  struct Join {
    let target: Int
    let extras: [Int]
    /// Numbers a row.
    let count: Int
  }

  let configuration: NetworkConfiguration
  /// The most rows of a batch.
  let capacity: Int
  let purpose: Purpose
  /// Inputs first, then nodes.
  let values: [Value]
  let operations: [any Operation]
  /// What to add up before a node's backward pass, one entry a value.
  let joins: [Join?]
  let parameters: [ParameterDefinition]
  let states: [StateDefinition]
  let parameterSpan: Int
  let stateSpan: Int
  let targets: Int
  let weights: Int
  /// Rows' weights as given, shape [rows].
  let rowWeights: Int
  let lossScratch: Int
  /// Where the gradient with the rows' own targets is kept while rows are mixed.
  let mixedDelta: Int
  let targetCount: Int
  let batchSpan: Int
  /// Multiplications and additions for one example.
  let forwardOperations: Double
  let backwardOperations: Double

  /// Where the sections start, in numbers.
  let gradients: Int
  let optimiserState: Int
  let best: Int
  let accumulated: Int
  let stateStart: Int
  let bestStates: Int
  let lastGood: Int
  let lastGoodStates: Int
  let batchStart: Int
  /// Numbers in the whole arena.
  let count: Int

  /// - Throws: `NetworkError` if the configuration does not fit together.
  init(_ configuration: NetworkConfiguration, capacity: Int, purpose: Purpose) throws {
    let shapes = try configuration.shapes()
    let sources = try configuration.sourceIndices()
    var layout = BatchLayout(configuration, shapes, sources, rows: capacity, purpose: purpose)
    var operations: [any Operation] = []
    var parameters: [ParameterDefinition] = []
    var states: [StateDefinition] = []
    var (parameterPlan, statePlan) = (ArenaPlan(), ArenaPlan())
    var (forward, backward) = (0.0, 0.0)
    for (index, node) in configuration.nodes.enumerated() {
      let (inputs, output) = layout.place(node: index)
      var site = LayerSite(
        name: node.name, rows: capacity, trains: purpose.trains, inputs: inputs, output: output,
        salt: UInt64(index + 1) &* 0x9e37_79b9_7f4a_7c15, parameterPlan: parameterPlan,
        statePlan: statePlan, batchPlan: layout.plan)
      operations.append(node.layer.operation(at: &site))
      parameters += site.parameters
      states += site.states
      (parameterPlan, statePlan, layout.plan) = (site.parameterPlan, site.statePlan, site.batchPlan)
      forward += site.forwardOperations
      backward += site.backwardOperations
    }
    ActivationDeferral.apply(to: &operations, sources: sources, inputs: configuration.inputs.count)
    let output = shapes.last ?? []
    targetCount = configuration.loss.targetCount(output: output)
    targets = layout.plan.reserve(capacity * targetCount)
    weights = layout.plan.reserve(capacity * targetCount)
    rowWeights = layout.plan.reserve(capacity)
    lossScratch = layout.plan.reserve(configuration.loss.scratchCount(output: output, rows: capacity))
    mixedDelta = layout.plan.reserve(purpose.mixes ? capacity * output.count : 0)
    values = layout.values
    joins = layout.joins
    self.configuration = configuration
    self.capacity = capacity
    self.purpose = purpose
    self.operations = operations
    self.parameters = parameters
    self.states = states
    parameterSpan = parameterPlan.count
    stateSpan = statePlan.count
    batchSpan = layout.plan.count
    forwardOperations = forward
    backwardOperations = backward

    var arena = ArenaPlan()
    _ = arena.reserve(parameterPlan.count)
    gradients = arena.reserve(purpose.trains ? parameterPlan.count : 0)
    optimiserState = arena.reserve(purpose.optimiserStates * parameterPlan.count)
    best = arena.reserve(purpose.keepsBest ? parameterPlan.count : 0)
    accumulated = arena.reserve(purpose.accumulates ? parameterPlan.count : 0)
    stateStart = arena.reserve(statePlan.count)
    bestStates = arena.reserve(purpose.keepsBest ? statePlan.count : 0)
    lastGood = arena.reserve(purpose.keepsLastGood ? parameterPlan.count : 0)
    lastGoodStates = arena.reserve(purpose.keepsLastGood ? statePlan.count : 0)
    batchStart = arena.reserve(layout.plan.count)
    count = arena.count
  }

  /// Trained numbers, padding not counted.
  var parameterCount: Int { parameters.reduce(0) { $0 + $1.shape.count } }
  var stateCount: Int { states.reduce(0) { $0 + $1.shape.count } }
  var output: Value { values[values.count - 1] }
}
