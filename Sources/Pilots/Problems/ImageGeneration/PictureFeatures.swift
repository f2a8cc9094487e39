import Kernels
import ModelMetrics
import Networks

/// Fixed features of pictures, in which strokes and shapes show and not only single pixels.
///
/// Two convolutions with rectifiers whose weights are random and never trained (random features already see
/// structure: Jarrett and others, 2009), averaged over quarters of the picture, mixed at random into a few
/// numbers, and whitened by the training pictures, so that each counts alike. The same for every model.
struct PictureFeatures: Sendable {
  /// Numbers a picture.
  let count: Int
  private let network: TrainedNetwork
  /// Mean and factor of the training pictures' features.
  private let mean: [Double]
  private let factor: [Double]

  /// Draws the weights, always the same.
  private static let seed: UInt64 = 1

  /// - Parameter training: pictures to whiten by, at least two.
  init(_ training: [[Float]], side: Int, channels: Int, count: Int) throws {
    self.count = count
    var builder = NetworkBuilder()
    var last = builder.input("picture", [side, side, channels])
    last = builder.add(Convolution2D(24, kernel: 3, padding: .same, .relu), to: last)
    if side >= 4 { last = builder.add(AveragePooling2D(2), to: last) }
    last = builder.add(Convolution2D(48, kernel: 3, padding: .same, .relu), to: last)
    let window = max(side / 4, 1)
    last = builder.add(AveragePooling2D(Extent(window, window)), to: last)
    last = builder.add(Reshape.flatten, to: last)
    _ = builder.add(Dense(count), to: last)
    let configuration = builder.network(loss: MeanSquaredError())
    network = try TrainedNetwork(
      configuration: configuration, parameters: configuration.initialParameters(seed: Self.seed))
    let raw = network.predict(training.flatMap { $0 }, rows: training.count)
    let fit = NormalFit(raw, columns: count)
    mean = fit?.mean ?? Array(repeating: 0, count: count)
    factor = fit?.factor ?? Array(repeating: 0, count: count * count)
  }

  /// Row-major [pictures][count].
  func callAsFunction(_ pictures: [[Float]]) -> [Float] {
    var values = network.predict(pictures.flatMap { $0 }, rows: pictures.count)
    for row in pictures.indices {
      let start = row * count
      // Solves L z = x − mean from the top; a direction without spread in training stays 0.
      for place in 0..<count {
        var sum = Double(values[start + place]) - mean[place]
        for before in 0..<place { sum -= factor[place * count + before] * Double(values[start + before]) }
        let pivot = factor[place * count + place]
        values[start + place] = pivot == 0 ? 0 : Float(sum / pivot)
      }
    }
    return values
  }
}
