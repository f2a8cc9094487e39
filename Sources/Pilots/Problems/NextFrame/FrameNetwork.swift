import Networks

/// A small convolutional network that sees the last three frames and says how the last one will change.
struct FrameNetwork: Hashable, Codable, Sendable {
  let side: Int
  /// Of the training frames' pixels.
  let mean: Float
  let deviation: Float
  var filters = 20

  /// Frames it sees.
  static let frames = 3

  /// - Parameter frames: training frames, at least one.
  init(side: Int, fitting frames: [[Float]]) {
    self.side = side
    let count = Float(max(frames.count * side * side, 1))
    let mean = frames.reduce(Float(0)) { $0 + $1.reduce(0, +) } / count
    let square = frames.reduce(Float(0)) { $0 + $1.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } }
    self.mean = mean
    deviation = max((square / count).squareRoot(), 1e-3)
  }

  /// Convolutions with ever wider gaps, so that each pixel sees as far as things move.
  var network: NetworkConfiguration {
    var builder = NetworkBuilder()
    var last = builder.input("frames", [side, side, Self.frames])
    for dilation in [1, 2, 4] {
      last = builder.add(
        Convolution2D(
          filters, kernel: 3, dilation: Extent(dilation, dilation), padding: .same, .relu), to: last)
    }
    last = builder.add(Convolution2D(filters, kernel: 1, .relu), to: last)
    _ = builder.add(Convolution2D(1, kernel: 3, padding: .same), to: last)
    return builder.network(loss: MeanSquaredError())
  }

  /// Row-major [side][side][frames] of three frames in their order.
  private func input(_ frames: ArraySlice<[Float]>) -> [Float] {
    (0..<side * side).flatMap { pixel in frames.map { ($0[pixel] - mean) / deviation } }
  }

  /// Every run of three frames with the change that followed; also mirrored left to right.
  func examples(_ clips: [[[Float]]], mirrored: Bool) -> ExampleSet {
    var (features, targets): ([Float], [Float]) = ([], [])
    for clip in clips + (mirrored ? clips.map { $0.map(mirror) } : []) {
      for next in Self.frames..<clip.count {
        features += input(clip[next - Self.frames..<next])
        targets += zip(clip[next], clip[next - 1]).map { ($0 - $1) / deviation }
      }
    }
    let columns = side * side * Self.frames
    return ExampleSet(
      rows: features.count / columns, columns: columns, features: features, targets: targets)
  }

  private func mirror(_ frame: [Float]) -> [Float] {
    (0..<side * side).map { frame[$0 / side * side + side - 1 - $0 % side] }
  }

  /// The frame that follows each run of three.
  func frames(_ predictor: Predictor, after runs: [ArraySlice<[Float]>]) -> [[Float]] {
    let changes = predictor.predict(runs.flatMap(input), rows: runs.count)
    return runs.enumerated().map { place, run in
      let last = run[run.endIndex - 1]
      return last.indices.map {
        min(max(last[$0] + changes[place * side * side + $0] * deviation, 0), 1)
      }
    }
  }
}
