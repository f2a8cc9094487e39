import Foundation
import Kernels

/// A disc, a square or a triangle somewhere in a picture, for samples that are drawn.
struct DrawnShape {
  enum Form: Int, CaseIterable {
    case disc, square, triangle

    var name: String {
      switch self {
      case .disc: "disc"
      case .square: "square"
      case .triangle: "triangle"
      }
    }
  }

  var form: Form
  /// The centre, in pixels.
  var x: Double
  var y: Double
  /// From the centre to the rim or to the corners, in pixels.
  var radius: Double
  /// In radians.
  var angle: Double

  private var corners: [(x: Double, y: Double)] {
    let count = form == .square ? 4 : 3
    return (0..<count).map { corner in
      let turn = angle + 2 * Double.pi * Double(corner) / Double(count)
      return (x + radius * cos(turn), y + radius * sin(turn))
    }
  }

  /// The smallest box around it.
  var bounds: (left: Double, top: Double, right: Double, bottom: Double) {
    if form == .disc { return (x - radius, y - radius, x + radius, y + radius) }
    let corners = corners
    let (across, down) = (corners.map(\.x), corners.map(\.y))
    return (across.min() ?? x, down.min() ?? y, across.max() ?? x, down.max() ?? y)
  }

  /// Adds `brightness` to the pixels of a square picture that it covers, in proportion to the part covered.
  func paint(_ brightness: Double, on picture: inout [Float], side: Int) {
    let (corners, box) = (corners, bounds)
    func covers(_ px: Double, _ py: Double) -> Bool {
      if form == .disc { return (px - x) * (px - x) + (py - y) * (py - y) <= radius * radius }
      return corners.indices.allSatisfy { place in
        let (from, to) = (corners[place], corners[(place + 1) % corners.count])
        return (to.x - from.x) * (py - from.y) - (to.y - from.y) * (px - from.x) >= 0
      }
    }
    for row in max(0, Int(box.top))..<max(0, min(side, Int(box.bottom.rounded(.up)))) {
      for column in max(0, Int(box.left))..<max(0, min(side, Int(box.right.rounded(.up)))) {
        var hits = 0
        for part in 0..<9 {
          let (px, py) = (Double(part % 3) / 3 + 1.0 / 6, Double(part / 3) / 3 + 1.0 / 6)
          if covers(Double(column) + px, Double(row) + py) { hits += 1 }
        }
        picture[row * side + column] += Float(brightness * Double(hits) / 9)
      }
    }
  }
}

extension SeededGenerator {
  /// A number from the normal distribution, added to every value, which is then held between 0 and 1.
  mutating func addNoise(_ deviation: Double, to picture: inout [Float]) {
    for place in picture.indices {
      picture[place] = min(max(picture[place] + Float(normal(standardDeviation: deviation)), 0), 1)
    }
  }
}
