import Networks

/// Samples of every kind of layer, one list a family; the contract check wants at least one of each kind.
enum LayerSamples {
  static func all() throws -> [(kind: String, sample: Sample)] {
    try dense() + shape() + convolution() + transposedConvolution() + pooling() + recurrent() + embedding()
      + normalisation() + attention()
  }

  static func dense() throws -> [(kind: String, sample: Sample)] {
    var samples: [(kind: String, sample: Sample)] = []
    for activation in Activation.allCases {
      let smooth = activation != .relu && activation != .leakyReLU
      samples.append(
        (
          "dense",
          try Sample(
            "dense \(activation)",
            NetworkConfiguration(input: [4], [Dense(7, activation), Dense(2)], loss: MeanSquaredError()),
            isSmooth: smooth)
        ))
      samples.append(
        (
          "activation",
          try Sample(
            "activation \(activation)",
            NetworkConfiguration(
              input: [4], [Dense(7), ActivationLayer(activation), Dense(2)], loss: MeanSquaredError()),
            isSmooth: smooth)
        ))
    }
    samples.append(
      (
        "dense",
        try Sample(
          "dense without bias, at every position",
          NetworkConfiguration(
            input: [3, 4], [Dense(5, .tanh, hasBias: false), Dense(1)], loss: MeanSquaredError()))
      ))
    samples.append(
      (
        "softmax",
        try Sample(
          "softmax inside",
          NetworkConfiguration(input: [4], [Dense(5), Softmax(), Dense(2)], loss: MeanSquaredError()))
      ))
    samples.append(
      (
        "dropout",
        try Sample(
          "dropout",
          NetworkConfiguration(
            input: [4], [Dense(9, .tanh), Dropout(0.4), Dense(2)], loss: MeanSquaredError()),
          isRandom: true)
      ))
    return samples
  }

  static func shape() throws -> [(kind: String, sample: Sample)] {
    var residual = NetworkBuilder()
    let x = residual.input("x", [4])
    let inner = residual.add(Dense(4, .tanh), to: x)
    let sum = residual.add(Add(), to: x, inner, inner)
    _ = residual.add(Dense(2), to: sum)
    var branches = NetworkBuilder()
    let y = branches.input("y", [3, 2])
    let left = branches.add(Dense(3, .tanh), to: y)
    let right = branches.add(Dense(2, .sigmoid), to: y)
    let joined = branches.add(Concatenate(), to: left, right, y)
    let flat = branches.add(Reshape.flatten, to: joined)
    _ = branches.add(Dense(2), to: flat)
    return [
      ("add", try Sample("residual, one value used thrice", residual.network(loss: MeanSquaredError()))),
      ("concatenate", try Sample("three branches", branches.network(loss: MeanSquaredError()))),
      (
        "reshape",
        try Sample(
          "reshape between",
          NetworkConfiguration(
            input: [6], [Dense(6, .tanh), Reshape([2, 3]), Dense(4, .tanh), Reshape.flatten, Dense(1)],
            loss: MeanSquaredError()))
      ),
    ]
  }
}
