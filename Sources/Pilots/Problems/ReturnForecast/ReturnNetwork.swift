import Networks

/// A small causal convolution over the last scaled returns that forecasts the next one.
struct ReturnNetwork: Sendable {
  var filters = 8
  var kernel = 5
  var hidden = 16
  var dropout = 0.2

  /// One causal convolution, a second one that looks further back, a hidden layer.
  var configuration: NetworkConfiguration {
    var builder = NetworkBuilder()
    let window = builder.input("returns", [ReturnWindows.length, 1])
    var last = builder.add(Convolution1D(filters, kernel: kernel, padding: .causal, .tanh), to: window)
    last = builder.add(
      Convolution1D(filters, kernel: kernel, stride: 2, padding: .causal, .tanh), to: last)
    last = builder.add(Reshape.flatten, to: last)
    last = builder.add(Dropout(dropout), to: last)
    last = builder.add(Dense(hidden, .tanh), to: last)
    _ = builder.add(Dense(1), to: last)
    return builder.network(loss: MeanSquaredError())
  }

  func training(seed: UInt64) -> TrainingConfiguration {
    TrainingConfiguration(
      optimiser: AdamW(learningRate: 0.002, weightDecay: 0.05), schedule: Schedule(warmUpSteps: 50),
      batchSize: 64, epochs: 60, l2: 0.001, clipNorm: 1,
      earlyStopping: EarlyStopping(patience: 8), seed: seed)
  }

  /// For the reader.
  var settings: [String: String] {
    [
      "filters": "\(filters)", "kernel": "\(kernel)", "hidden": "\(hidden)", "dropout": "\(dropout)",
      "window": "\(ReturnWindows.length)",
    ]
  }
}
