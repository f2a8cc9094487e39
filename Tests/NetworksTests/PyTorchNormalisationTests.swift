import Kernels
import Networks
import Testing

/// Layer, RMS and batch normalisation beside PyTorch's; the program is References/normalisation_layers.py.
struct PyTorchNormalisationTests {
  struct Reference: CustomStringConvertible, Sendable {
    let name: String
    let layer: any Layer
    var isTraining = true
    let output: [Double]
    let inputGradient: [Double]
    let gain: [Double]
    let bias: [Double]

    var description: String { name }
  }

  @Test(arguments: references)
  func `outputs and gradients are PyTorch's in double precision`(_ reference: Reference) throws {
    let network = NetworkConfiguration(input: [2, 5], [reference.layer], loss: MeanSquaredError())
    // Batch normalisation in use meets the statistics that one batch in training left.
    let states: [Float]? =
      reference.isTraining ? nil : (Self.runningMean + Self.runningVariance).map { Float($0) }
    let function = try NetworkFunction(
      network, on: Formula.examples(for: network, rows: 3), isTraining: reference.isTraining,
      states: states)
    let parameters = try Formula.parameters(network).map { Double($0) }
    // The running statistics are floats, which is as close as those in use can be.
    let tolerance = reference.isTraining ? 3e-9 : 3e-7
    expectClose(function.output(parameters), reference.output, within: tolerance)
    let gradient = function.gradient(parameters)
    expectClose(gradient.features, reference.inputGradient, within: tolerance)
    expectClose(gradient.parameters, reference.gain + reference.bias, within: tolerance)
  }

  @Test func `batch normalisation's running statistics and what they give are PyTorch's`() throws {
    let network = NetworkConfiguration(input: [5], [BatchNormalisation()], loss: MeanSquaredError())
    let examples = try Formula.examples(for: network, rows: 12)
    let initial = try TrainedNetwork(configuration: network, parameters: Formula.parameters(network))
    let trained = try train(
      network,
      TrainingConfiguration(
        optimiser: SGD(learningRate: 0.5), batchSize: 8, epochs: 1, sampling: .inOrder),
      on: examples, initial: initial
    ).network
    let mean = [0.010486675, 0.008660781, -0.032681413, 0.042584218, -0.040883694]
    let variance = [0.913448155, 0.934895813, 0.842521548, 0.906677306, 0.859023809]
    expectClose(trained.states.map { Double($0) }, mean + variance, within: 1e-6)
    let gain = [0.695504189, 0.613070130, 0.653980494, 0.655080080, 0.689397931]
    expectClose(trained.parameters.prefix(5).map { Double($0) }, gain, within: 1e-6)
    let output = [
      0.610099912, -0.297759324, 0.048564970, -0.581602633, -0.257500261, -0.503264546, -0.042026699,
      0.216165513, 0.300012350, 0.687564254,
    ]
    let predicted = trained.predict(Array(examples.features[..<10]), rows: 2)
    expectClose(predicted.map { Double($0) }, output, within: 1e-6)
  }

  static let runningMean = [-0.024167106, 0.009853983, 0.016121345, -0.008690822, -0.032865601]
  static let runningVariance = [0.952772255, 0.917897939, 0.908785265, 0.918965263, 0.945753690]

  static let references: [Reference] = [
    Reference(
      name: "layer", layer: LayerNormalisation(),
      output: [
        1.845923423, -0.679336826, 0.336192577, -1.283935339, -0.348862148, -1.552903230, -0.561338569,
        0.174765792, 0.530810924, 1.414085604, -1.394097831, 1.314988426, 0.259433036, 0.423048527,
        -0.853494797, -0.841802931, 1.252302371, 0.098437855, 0.738782976, -1.480085038, 0.858150144,
        0.133663898, 0.988171489, -0.324650616, -1.924353533, -1.119651512, 0.606606607, 1.383945790,
        -0.220600296, -0.969918388,
      ],
      inputGradient: [
        0.026000607, -0.021347407, -0.072450586, 0.009366905, 0.058430481, 0.033543367, 0.018053357,
        -0.098590044, -0.025040923, 0.072034243, -0.005296587, -0.033593194, 0.090233090, -0.024963124,
        -0.026380185, -0.031354802, -0.061485854, -0.005020761, 0.094612764, 0.003248653, 0.085793124,
        0.009269855, -0.120522618, 0.079151847, -0.053692208, 0.387459293, -0.193321415, 0.186175591,
        -0.029696291, -0.350617177,
      ],
      gain: [0.770282692, 0.287333305, 0.214025175, 0.175919586, 0.711938790],
      bias: [-0.054901405, 0.080131640, 0.190411102, -0.018618495, -0.314078820]),
    Reference(
      name: "RMS", layer: RMSNormalisation(),
      output: [
        1.416526583, -0.843788724, 0.136835375, -1.545672616, -0.561361975, -1.263916919, -0.194959711,
        0.511285575, 0.808423229, 1.723795232, -1.792908432, 0.797477581, -0.140736278, -0.135642600,
        -1.191023063, -1.200676811, 0.971126495, -0.127302054, 0.358359467, -1.674314516, 1.006214250,
        0.432670122, 1.261994867, -0.057353733, -1.531243723, -1.562243135, -0.325312931, 0.156341361,
        -1.000170957, -1.399296557,
      ],
      inputGradient: [
        0.058012599, 0.009357128, -0.027275292, 0.015999249, 0.084005210, 0.035062752, 0.024013362,
        -0.091649797, -0.023674753, 0.070987309, -0.002673891, 0.004772841, 0.111918501, -0.016973230,
        -0.005233849, -0.033479920, -0.039977485, 0.014202092, 0.089053907, 0.016071045, 0.037708722,
        -0.030745347, -0.140239397, 0.026669008, -0.115265343, 0.251238252, -0.145634113, 0.046558772,
        -0.074074626, -0.192588357,
      ],
      gain: [0.845056664, 0.196587833, 0.036833383, 0.269616559, 0.860842891],
      bias: []),
    Reference(
      name: "batch in training", layer: BatchNormalisation(),
      output: [
        1.724885105, -1.592596794, -0.334133142, -2.032123229, -0.029317341, -0.663479767, -0.605772090,
        0.489156120, 1.463352616, 2.162169910, -1.061611976, 0.861406927, -0.925981386, 0.063981005,
        -0.584820679, -0.606618093, 1.185143529, -0.910904447, 0.791569944, -1.102342356, 1.248175252,
        0.270294599, 1.768436219, 0.182675350, -0.770333530, -0.101294800, -0.509574610, -0.492416086,
        -0.350262363, -0.040999498,
      ],
      inputGradient: [
        -0.007284475, -0.000659761, -0.064245239, 0.014765631, 0.086244657, 0.049725056, 0.062643729,
        -0.117514160, -0.057793041, 0.020805563, -0.080570964, 0.127482112, 0.123764986, -0.028564377,
        -0.045307190, 0.027435551, -0.103375338, -0.040669982, 0.105859167, 0.132093596, -0.016474939,
        0.007422981, 0.071762422, 0.038817081, -0.094242343, 0.027169772, -0.093513723, 0.026901973,
        -0.073084462, -0.099594282,
      ],
      gain: [0.543717139, 0.392789534, 0.190845921, 0.426602841, 0.462153611],
      bias: [0.128061106, -0.083733983, -0.052708182, -0.001569352, -0.060946500]),
    Reference(
      name: "batch in use", layer: BatchNormalisation(), isTraining: false,
      output: [
        0.970052524, -0.593431850, 0.000853699, -0.919607093, -0.364800505, -0.652583015, -0.195630829,
        0.234541416, 0.530022151, 1.026675632, -0.923070779, 0.395806849, -0.167140311, -0.050319440,
        -0.717515147, -0.613951660, 0.526309004, -0.162860776, 0.251423228, -1.046113482, 0.646179753,
        0.157522292, 0.597660504, -0.001095013, -0.835305796, -0.270639152, -0.156852457, -0.044074349,
        -0.222112731, -0.372218045,
      ],
      inputGradient: [
        0.116095427, -0.052699983, -0.013668871, -0.062466287, 0.021647033, -0.012762758, 0.001517791,
        -0.040367610, 0.012411729, 0.095260411, -0.129221482, 0.070324222, 0.048020774, -0.017489853,
        -0.091073248, -0.023916118, -0.013322137, 0.001134457, 0.060107239, -0.005629327, 0.076401084,
        0.004735881, -0.004633621, 0.014018700, -0.131893216, 0.011361517, -0.058633507, 0.014428993,
        -0.048392780, -0.096964567,
      ],
      gain: [0.271227295, 0.062885956, -0.022069937, 0.074654863, 0.252646054],
      bias: [0.035789902, -0.048745886, 0.004946679, -0.036961500, -0.190522090]),
  ]
}

/// Equal within an absolute tolerance, number by number.
func expectClose(
  _ values: [Double], _ expected: [Double], within tolerance: Double,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(values.count == expected.count, sourceLocation: sourceLocation)
  for (index, (value, reference)) in zip(values, expected).enumerated() {
    #expect(abs(value - reference) <= tolerance, "number \(index)", sourceLocation: sourceLocation)
  }
}
