import Networks

extension LayerSamples {
  /// Each kind on rows and on positions; layer and RMS normalisation of a sum too, batches of one row.
  static func normalisation() throws -> [(kind: String, sample: Sample)] {
    var samples: [(kind: String, sample: Sample)] = []
    let layers: [(kind: String, layer: any Layer)] = [
      ("layer-normalisation", LayerNormalisation()), ("rms-normalisation", RMSNormalisation(epsilon: 0.01)),
      ("batch-normalisation", BatchNormalisation(momentum: 0.3)),
    ]
    for (kind, layer) in layers {
      func head(_ shape: Shape, _ width: Int) -> NetworkConfiguration {
        NetworkConfiguration(
          input: shape, [Dense(width), layer, Dense(2, .tanh), Reshape.flatten, Dense(2)],
          loss: MeanSquaredError())
      }
      samples.append((kind, try Sample("\(kind) of rows", head([4], 19), rows: 7)))
      samples.append((kind, try Sample("\(kind) of positions", head([3, 4], 5))))
      samples.append(
        (
          kind,
          try Sample(
            "\(kind) of features",
            NetworkConfiguration(input: [4], [layer, Dense(2)], loss: MeanSquaredError()), rows: 6)
        ))
      if kind == "batch-normalisation" { continue }
      var builder = NetworkBuilder()
      let x = builder.input("x", [3, 6])
      let inner = builder.add(Dense(6, .tanh), to: x)
      let both = builder.add(layer, to: x, inner)
      let twice = builder.add(layer, to: inner, both)
      let flat = builder.add(Reshape.flatten, to: twice)
      _ = builder.add(Dense(2), to: flat)
      samples.append((kind, try Sample("\(kind) of sums", builder.network(loss: MeanSquaredError()))))
    }
    for (groups, shape) in [(1, [3, 4] as Shape), (3, [2, 3, 6]), (4, [5, 4]), (2, [6])] {
      samples.append(
        ("group-normalisation", try around(GroupNormalisation(groups), "\(groups) groups", shape)))
    }
    return samples
  }
}
