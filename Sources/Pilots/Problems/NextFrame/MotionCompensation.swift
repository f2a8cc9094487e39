/// The next frame from where each part of the picture seems to move, as film coders do it: the displacement
/// that best leads from the frame before to the last one, gone on with once more (block matching, Jain and
/// Jain, 1981).
struct MotionCompensation: Hashable, Codable, Sendable {
  /// Pixels from the centre of the compared surroundings to their edge.
  var radius: Int
  /// Added to the mean squared difference for every squared pixel of displacement; below 0 it prefers motion.
  var penalty: Float
  /// How far to go from the last frame to the displaced one, 0 to 1.
  var share: Float
  let side: Int

  /// The longest displacement tried, in pixels each way.
  static let reach = 3

  /// The next frame after `before` and `last`.
  func frame(before: [Float], last: [Float]) -> [Float] {
    let moved = displaced(before: before, last: last)
    return last.indices.map { min(max(last[$0] + share * (moved[$0] - last[$0]), 0), 1) }
  }

  /// Every pixel from where its surroundings would come from.
  private func displaced(before: [Float], last: [Float]) -> [Float] {
    var least = [Float](repeating: .infinity, count: side * side)
    var result = last
    for down in -Self.reach...Self.reach {
      for across in -Self.reach...Self.reach {
        let source = shifted(last, down: down, across: across)
        let earlier = shifted(before, down: 2 * down, across: 2 * across)
        let errors = surroundings(zip(source, earlier).map { ($0 - $1) * ($0 - $1) })
        let fine = penalty * Float(down * down + across * across)
        for place in errors.indices where errors[place] + fine < least[place] {
          least[place] = errors[place] + fine
          result[place] = source[place]
        }
      }
    }
    return result
  }

  /// The frame moved by whole pixels; its edge pixels are repeated outside.
  private func shifted(_ frame: [Float], down: Int, across: Int) -> [Float] {
    var result = frame
    for row in 0..<side {
      let from = min(max(row - down, 0), side - 1) * side
      for column in 0..<side {
        result[row * side + column] = frame[from + min(max(column - across, 0), side - 1)]
      }
    }
    return result
  }

  /// The mean over the surroundings of every pixel, first along rows, then along columns.
  private func surroundings(_ values: [Float]) -> [Float] {
    var (rows, result) = (values, values)
    for row in 0..<side {
      for column in 0..<side {
        let (first, end) = (max(column - radius, 0), min(column + radius, side - 1))
        var sum: Float = 0
        for place in first...end { sum += values[row * side + place] }
        rows[row * side + column] = sum / Float(end - first + 1)
      }
    }
    for row in 0..<side {
      let (first, end) = (max(row - radius, 0), min(row + radius, side - 1))
      for column in 0..<side {
        var sum: Float = 0
        for place in first...end { sum += rows[place * side + column] }
        result[row * side + column] = sum / Float(end - first + 1)
      }
    }
    return result
  }

  /// The settings with the least squared error on some training frames, and the best share for them.
  /// - Parameter examples: the frame before, the last and the next one.
  init(_ examples: [(before: [Float], last: [Float], next: [Float])], side: Int, shouldStop: () -> Bool) {
    var best = MotionCompensation(radius: 2, penalty: 0, share: 0, side: side)
    var least = Double.infinity
    for radius in [1, 2, 3] {
      for penalty: Float in [-0.0003, 0, 0.0003, 0.001] {
        if shouldStop(), least < .infinity { break }
        var candidate = MotionCompensation(radius: radius, penalty: penalty, share: 1, side: side)
        // next − last is about share · (moved − last): least squares give the share.
        var (products, squares, total) = (0.0, 0.0, 0.0)
        for example in examples {
          let moved = candidate.displaced(before: example.before, last: example.last)
          for place in moved.indices {
            let motion = Double(moved[place] - example.last[place])
            let change = Double(example.next[place] - example.last[place])
            products += motion * change
            squares += motion * motion
            total += change * change
          }
        }
        let share = squares == 0 ? 0 : min(max(products / squares, 0), 1)
        let error = total - 2 * share * products + share * share * squares
        candidate.share = Float(share)
        if error < least { (best, least) = (candidate, error) }
      }
    }
    self = best
  }

  private init(radius: Int, penalty: Float, share: Float, side: Int) {
    self.radius = radius
    self.penalty = penalty
    self.share = share
    self.side = side
  }
}
