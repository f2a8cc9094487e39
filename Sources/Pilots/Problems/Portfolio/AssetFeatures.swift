import Foundation
import Networks

/// What a network sees of every asset before a period: how much it moved lately and in the whole window, what
/// it earned, and how closely it went with the mean of all.
struct AssetFeatures: Sendable {
  static let count = 5

  /// Periods looked back on.
  let window: Int
  let assets: Int

  /// [asset][feature], each centred over the assets; logarithms of volatilities, ratios for the rest.
  func values(_ returns: ArraySlice<[Double]>) -> [Float] {
    let long = Array(returns)
    let short = Array(long.suffix(max(8, window / 4)))
    let market = long.map { $0.reduce(0, +) / Double(assets) }
    let (longSizes, shortSizes) = (sizes(long), sizes(short))
    let marketSize = max(spread(market), 1e-9)
    let columns = (0..<assets).map { asset -> [Double] in
      let own = long.map { $0[asset] }
      let mean = own.reduce(0, +) / Double(own.count)
      let together = zip(own, market).reduce(0.0) { $0 + ($1.0 - mean) * $1.1 } / Double(own.count)
      return [
        log(longSizes[asset]), log(shortSizes[asset]), together / (marketSize * marketSize),
        together / (longSizes[asset] * marketSize), mean / longSizes[asset] * Double(window).squareRoot(),
      ]
    }
    return columns.flatMap { column in
      column.indices.map { feature in
        let mean = columns.reduce(0.0) { $0 + $1[feature] } / Double(assets)
        // The ratio of earnings to risk spreads by about 1, the rest by less.
        return Float((column[feature] - mean) * (feature == Self.count - 1 ? 0.3 : 1))
      }
    }
  }

  private func sizes(_ returns: [[Double]]) -> [Double] {
    (0..<assets).map { asset in max(spread(returns.map { $0[asset] }), 1e-9) }
  }

  private func spread(_ values: [Double]) -> Double {
    let mean = values.reduce(0, +) / Double(values.count)
    return (values.reduce(0.0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)).squareRoot()
  }
}

/// A small network that gives every asset a share: the same layers look at each asset, so that what it learns of
/// one holds for all, and a softmax over the assets makes them add up to 1.
struct ShareNetwork: Sendable {
  let assets: Int
  var hidden = 16
  /// Risk aversion for returns a year; 10 is a careful investor.
  var aversion = 10.0

  var configuration: NetworkConfiguration {
    var builder = NetworkBuilder()
    let seen = builder.input("assets", [assets, AssetFeatures.count])
    var last = builder.add(Convolution1D(hidden, kernel: 1, .tanh), to: seen)
    last = builder.add(Dropout(0.1), to: last)
    last = builder.add(Convolution1D(1, kernel: 1), to: last)
    _ = builder.add(Reshape.flatten, to: last)
    return builder.network(loss: ExponentialUtility())
  }

  func training(seed: UInt64) -> TrainingConfiguration {
    TrainingConfiguration(
      optimiser: AdamW(learningRate: 0.005, weightDecay: 0.02), batchSize: 64, epochs: 100, clipNorm: 1,
      earlyStopping: EarlyStopping(patience: 10), seed: seed)
  }

  /// For the reader.
  var settings: [String: String] {
    ["hidden": "\(hidden)", "risk-aversion": "\(aversion)", "dropout": "0.1"]
  }
}
