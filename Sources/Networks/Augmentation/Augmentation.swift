import Kernels

/// A small change of the first input in every training step, drawn anew each time, that leaves the target
/// as it is.
public enum Augmentation: Codable, Hashable, Sendable {
  /// Moves a picture [height, width, channels] by up to so many pixels each way; zeros move in.
  case shift(pixels: Int)
  /// Mirrors a picture left to right with this probability.
  case horizontalFlip(probability: Double)
  /// Adds nearly normal noise of this standard deviation to every value.
  case noise(deviation: Double)
  /// Replaces each token of a sequence [time] by `replacement` with this probability.
  case tokenDropout(rate: Double, replacement: Int)
  /// Sets stretches of up to `width` moments of [time, bands] to zero, `count` times (SpecAugment, Park et
  /// al., 2019).
  case timeMask(count: Int, width: Int)
  /// Sets up to `width` neighbouring bands of [time, bands] to zero, `count` times.
  case frequencyMask(count: Int, width: Int)

  /// Throws `NetworkError` if a setting is outside its range or the input has no such form.
  func validate(input: Shape) throws {
    func require(_ holds: Bool, _ name: String, _ range: String, _ value: some CustomStringConvertible) throws
    {
      try NetworkError.require(holds, "augmentation.\(name)", range, value)
    }
    func rank(_ rank: Int, _ form: String) throws {
      guard input.rank == rank else {
        throw NetworkError.unsuitableInput(layer: "augmentation", expected: form, found: "\(input)")
      }
    }
    switch self {
    case .shift(let pixels):
      try require(pixels >= 0, "pixels", "≥ 0", pixels)
      try rank(3, "[height, width, channels]")
    case .horizontalFlip(let probability):
      try require(probability >= 0 && probability <= 1, "probability", "0 ≤ probability ≤ 1", probability)
      try rank(3, "[height, width, channels]")
    case .noise(let deviation):
      try require(deviation >= 0 && deviation.isFinite, "deviation", "0 ≤ deviation < ∞", deviation)
    case .tokenDropout(let rate, let replacement):
      try require(rate >= 0 && rate < 1, "rate", "0 ≤ rate < 1", rate)
      try require(replacement >= 0, "replacement", "≥ 0", replacement)
      try rank(1, "[time]")
    case .timeMask(let count, let width), .frequencyMask(let count, let width):
      try require(count >= 0, "count", "≥ 0", count)
      try require(width >= 0, "width", "≥ 0", width)
      try rank(2, "[time, bands]")
    }
  }

  /// Changes one example's input in place; the draws come from the generator in one order.
  func apply(to x: Numbers, shape: Shape, passes: VectorPasses, using generator: inout SeededGenerator) {
    switch self {
    case .shift(let pixels):
      let down = generator.index(below: 2 * pixels + 1) - pixels
      let right = generator.index(below: 2 * pixels + 1) - pixels
      Picture(x, shape, passes).move(down: down, right: right)
    case .horizontalFlip(let probability):
      if generator.uniform() < probability { Picture(x, shape, passes).mirror() }
    case .noise(let deviation):
      passes.addNoise(x, count: shape.count, key: generator.next(), deviation: deviation)
    case .tokenDropout(let rate, let replacement):
      for index in 0..<shape.count where generator.uniform() < rate {
        passes.write(Double(replacement), to: x, at: index)
      }
    case .timeMask(let count, let width):
      for _ in 0..<count {
        let (start, length) = stretch(of: shape[0], width, &generator)
        passes.fill(passes.place(x, start * shape[1]), count: length * shape[1], with: 0)
      }
    case .frequencyMask(let count, let width):
      for _ in 0..<count {
        let (start, length) = stretch(of: shape[1], width, &generator)
        for time in 0..<shape[0] {
          passes.fill(passes.place(x, time * shape[1] + start), count: length, with: 0)
        }
      }
    }
  }

  /// A stretch of 0 to `width` places somewhere within `whole`.
  private func stretch(of whole: Int, _ width: Int, _ generator: inout SeededGenerator) -> (Int, Int) {
    let length = generator.index(below: min(width, whole) + 1)
    return (generator.index(below: whole - length + 1), length)
  }
}

/// A picture [height, width, channels] in memory.
private struct Picture {
  let passes: VectorPasses
  let height: Int
  let width: Int
  let channels: Int
  private let start: Numbers

  init(_ start: Numbers, _ shape: Shape, _ passes: VectorPasses) {
    (height, width, channels) = (shape[0], shape[1], shape[2])
    self.start = start
    self.passes = passes
  }

  func pixel(_ y: Int, _ x: Int) -> Numbers { passes.place(start, (y * width + x) * channels) }

  /// Moves every pixel; zeros move in.
  func move(down: Int, right: Int) {
    let kept = max(width - abs(right), 0)
    // From the side that rows move towards, so that no row is overwritten before it has moved.
    for step in 0..<height {
      let y = down > 0 ? height - 1 - step : step
      let source = y - down
      guard source >= 0, source < height, kept > 0 else {
        passes.fill(pixel(y, 0), count: width * channels, with: 0)
        continue
      }
      // Source and target may overlap where down is 0; copying minds that.
      passes.copy(
        pixel(y, max(right, 0)), pixel(source, max(-right, 0)), count: kept * channels)
      passes.fill(
        pixel(y, right > 0 ? 0 : kept), count: (width - kept) * channels, with: 0)
    }
  }

  /// Exchanges left and right.
  func mirror() {
    for y in 0..<height {
      for x in 0..<width / 2 {
        let (left, right) = (pixel(y, x), pixel(y, width - 1 - x))
        for channel in 0..<channels {
          let (a, b) = (passes.read(left, at: channel), passes.read(right, at: channel))
          passes.write(b, to: left, at: channel)
          passes.write(a, to: right, at: channel)
        }
      }
    }
  }
}
