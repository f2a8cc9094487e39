import Foundation
import ModelMetrics

/// How strongly brightness changes in each direction, summed over any rectangle of a picture at once
/// (histograms of oriented gradients, Dalal and Triggs, 2005, over integral images).
struct GradientHistograms {
  /// Directions, a light edge on a dark ground counting like a dark one on a light ground.
  static let directions = 8
  /// Blocks of a window each way.
  static let blocks = 4
  /// Numbers a window: the directions and the brightness of every block.
  static let count = blocks * blocks * (directions + 1)

  private let side: Int
  /// Sums over all pixels above and left, row-major [side + 1][side + 1][directions + 1].
  private let sums: [Float]

  /// - Parameter picture: brightness, row-major [side][side].
  init(_ picture: [Float], side: Int) {
    self.side = side
    let width = Self.directions + 1
    var sums = [Float](repeating: 0, count: (side + 1) * (side + 1) * width)
    func brightness(_ row: Int, _ column: Int) -> Float {
      picture[min(max(row, 0), side - 1) * side + min(max(column, 0), side - 1)]
    }
    for row in 0..<side {
      var line = [Float](repeating: 0, count: width)
      for column in 0..<side {
        let across = brightness(row, column + 1) - brightness(row, column - 1)
        let down = brightness(row + 1, column) - brightness(row - 1, column)
        let strength = (across * across + down * down).squareRoot()
        // The direction falls between two bins and counts in both.
        let turn = (atan2(down, across) / Float.pi + 1) * Float(Self.directions)
        let lower = Int(turn)
        let share = turn - Float(lower)
        line[lower % Self.directions] += strength * (1 - share)
        line[(lower + 1) % Self.directions] += strength * share
        line[Self.directions] += picture[row * side + column]
        let place = ((row + 1) * (side + 1) + column + 1) * width
        for bin in 0..<width { sums[place + bin] = sums[place + bin - (side + 1) * width] + line[bin] }
      }
    }
    self.sums = sums
  }

  /// The window's blocks in rows: directions, all scaled to length 1, and brightness against the window's mean.
  func features(_ window: PixelBox) -> [Float] {
    let (bins, blocks) = (Self.directions, Self.blocks)
    // A border around the thing shows that it ends there.
    let (marginX, marginY) = (window.width / 6, window.height / 6)
    func edges(_ start: Double, _ length: Double) -> [Int] {
      (0...blocks).map { part in
        Int(min(max(start + length * Double(part) / Double(blocks), 0), Double(side)).rounded())
      }
    }
    let columns = edges(window.x - marginX, window.width + 2 * marginX)
    let rows = edges(window.y - marginY, window.height + 2 * marginY)
    var features: [Float] = []
    features.reserveCapacity(Self.count)
    var (square, bright): (Float, Float) = (0, 0)
    for row in 0..<blocks {
      for column in 0..<blocks {
        let (top, bottom) = (rows[row], rows[row + 1])
        let (left, right) = (columns[column], columns[column + 1])
        let corners = [(bottom, right), (top, left), (top, right), (bottom, left)].map {
          ($0.0 * (side + 1) + $0.1) * (bins + 1)
        }
        let area = Float(max((bottom - top) * (right - left), 1))
        for bin in 0...bins {
          let value =
            (sums[corners[0] + bin] + sums[corners[1] + bin] - sums[corners[2] + bin]
              - sums[corners[3] + bin]) / area
          features.append(value)
          if bin < bins { square += value * value } else { bright += value }
        }
      }
    }
    let (length, mean) = (max(square.squareRoot(), 1e-3), bright / Float(blocks * blocks))
    for place in features.indices {
      if place % (bins + 1) == bins {
        features[place] -= mean
      } else {
        features[place] *= Float(blocks) / length
      }
    }
    return features
  }
}
