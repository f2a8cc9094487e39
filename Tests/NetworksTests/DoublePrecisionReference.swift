import Foundation
import Networks

/// A dense network in plain double-precision loops, written apart from the engine, to check it against.
struct DoublePrecisionReference {
  let network: NetworkConfiguration
  let examples: ExampleSet
  var l1 = 0.0
  var l2 = 0.0

  /// The mean weighted loss plus penalties; the weights are scaled to an average of 1.
  func loss(_ parameters: [Double]) -> Double {
    let weights = examples.weights?.map { Double($0) } ?? [Double](repeating: 1, count: examples.rows)
    let total = weights.reduce(0, +)
    var sum = 0.0
    for row in 0..<examples.rows { sum += weights[row] * rowLoss(output(parameters, row: row), row) }
    return sum / total + penalty(parameters)
  }

  /// Central differences of the loss; with a step of 1e-5 they are right to about 1e-9.
  func gradient(_ parameters: [Double]) -> [Double] {
    parameters.indices.map { index in
      var (above, below) = (parameters, parameters)
      above[index] += 1e-5
      below[index] -= 1e-5
      return (loss(above) - loss(below)) / 2e-5
    }
  }

  func output(_ parameters: [Double], row: Int) -> [Double] {
    var values = examples.features[row * examples.columns..<(row + 1) * examples.columns].map { Double($0) }
    var at = 0
    for (layer, shape) in zip(network.layers, network.shapes) {
      let bias = at + shape.inputs * shape.units
      let sums = (0..<shape.units).map { unit in
        values.indices.reduce(parameters[bias + unit]) {
          $0 + values[$1] * parameters[at + $1 * shape.units + unit]
        }
      }
      values = applied(layer.activation, sums)
      at = bias + shape.units
    }
    return values
  }

  private func applied(_ activation: Activation, _ z: [Double]) -> [Double] {
    switch activation {
    case .identity: return z
    case .relu: return z.map { max($0, 0) }
    case .sigmoid: return z.map { 1 / (1 + exp(-$0)) }
    case .tanh: return z.map { Foundation.tanh($0) }
    case .softmax:
      let total = z.reduce(0) { $0 + exp($1) }
      return z.map { exp($0) / total }
    }
  }

  private func rowLoss(_ p: [Double], _ row: Int) -> Double {
    if network.loss == .softmaxCrossEntropy { return -log(p[Int(examples.targets[row])]) }
    let targets = examples.targets[row * p.count..<(row + 1) * p.count].map { Double($0) }
    let losses = zip(p, targets).map { p, t in
      network.loss == .meanSquaredError ? (p - t) * (p - t) : -t * log(p) - (1 - t) * log(1 - p)
    }
    return losses.reduce(0, +) / Double(p.count)
  }

  private func penalty(_ parameters: [Double]) -> Double {
    var sum = 0.0
    var at = 0
    for shape in network.shapes {
      for index in at..<at + shape.inputs * shape.units {
        sum += l1 * abs(parameters[index]) + l2 / 2 * parameters[index] * parameters[index]
      }
      at += (shape.inputs + 1) * shape.units
    }
    return sum
  }
}
