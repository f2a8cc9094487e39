import Foundation
import Kernels

extension SampleData {
  /// Pictures like ultrasound, half of them with a dark lesion somewhere.
  static let lesionPictures = SampleData(
    id: "lesion-pictures", kind: .synthetic,
    title: BilingualText(
      en: "Synthetic ultrasound-like pictures with and without a lesion",
      zh: "合成的类超声图像（有病灶／无病灶）"),
    process: BilingualText(
      en: "Synthetic: a seeded generator draws 2,000 grey pictures of 28 × 28 pixels: layers of tissue of "
        + "uneven brightness, thin vessels, shadows below bright spots, and speckle that multiplies "
        + "everything by smoothed Rayleigh noise, the mean of three looks. Half hold one dark lesion of "
        + "uneven outline and size anywhere in the picture; many of the others hold a distractor of like "
        + "darkness, a streak or a shadow. Three in a hundred labels are wrong. No real patient is in it.",
      zh: "合成数据：由固定种子的生成器绘出 2000 张 28 × 28 像素的灰度图：明暗不均的组织层、细血管、亮点下方的声影，"
        + "再整体乘以平滑后的瑞利散斑（三次成像取平均）。一半含有一个轮廓不规则、大小和位置不定的暗色病灶；其余许多图含有同样暗的干扰物（条状暗带或声影）。"
        + "百分之三的标签是错的。不含任何真实患者。"),
    sourceID: "generator:lesion-pictures"
  ) { _, seed throws(DatasetError) in
    let side = UltrasoundScene.side
    var grid = FeatureGrid(
      names: pixelNames(side, 1), values: [], shape: .image(side: side, channels: 1))
    var labels: [String] = []
    var random = SeededGenerator(seed: seed, purpose: "lesion pictures")
    for _ in 0..<2_000 {
      let hasLesion = random.uniform() < 0.5
      grid.values.append(contentsOf: UltrasoundScene.picture(hasLesion: hasLesion, &random))
      let isWrong = random.uniform() < 0.03
      labels.append(hasLesion != isWrong ? "lesion" : "normal")
    }
    return .grid(grid, labels: labels, modality: .image)
  }
}

/// A picture under way: how strongly each place sends sound back.
private struct UltrasoundScene {
  static let side = 28

  /// Row-major from the top, about 0.05 to 1.
  private var echo: [Double]

  /// Pixels from 0 to 1, row-major.
  static func picture(hasLesion: Bool, _ random: inout SeededGenerator) -> [Float] {
    var scene = UltrasoundScene(&random)
    for _ in 0..<random.index(below: 3) { scene.drawVessel(&random) }
    if random.uniform() < 0.5 { scene.drawShadow(&random) }
    if hasLesion { scene.drawLesion(&random) } else if random.uniform() < 0.6 { scene.drawStreak(&random) }
    return scene.speckled(&random)
  }

  /// Layers of tissue with wavy boundaries, and a slow change of brightness across the picture.
  private init(_ random: inout SeededGenerator) {
    let side = Self.side
    echo = []
    let gain = random.uniform(0.75, 1.25)
    let (slopeX, slopeY) = (random.uniform(-0.012, 0.012), random.uniform(-0.014, 0.006))
    let bounds = (0..<3).map { Double($0) * 9 + random.uniform(2, 9) }
    let levels = (0..<4).map { _ in random.uniform(0.36, 0.62) }
    let (wave, phase, height) = (random.uniform(0.12, 0.4), random.uniform(0, 6.28), random.uniform(0.4, 1.8))
    for y in 0..<side {
      for x in 0..<side {
        let depth = Double(y) + height * sin(wave * Double(x) + phase)
        let layer = bounds.count { $0 < depth }
        let tilt = 1 + slopeX * Double(x - side / 2) + slopeY * Double(y - side / 2)
        echo.append(gain * levels[layer] * tilt)
      }
    }
  }

  /// Multiplies what lies within a shape; `inside` is 1 at its middle and 0 outside.
  private mutating func darken(to factor: Double, _ inside: (_ x: Double, _ y: Double) -> Double) {
    for y in 0..<Self.side {
      for x in 0..<Self.side {
        let share = min(max(inside(Double(x), Double(y)), 0), 1)
        echo[y * Self.side + x] *= 1 - share * (1 - factor)
      }
    }
  }

  /// A blob whose radius changes with the angle, by a sum of waves.
  private mutating func drawLesion(_ random: inout SeededGenerator) {
    let radius = random.uniform(2.8, 5.4)
    let (centreX, centreY) = (random.uniform(5, 23), random.uniform(5, 23))
    let flatness = random.uniform(0.75, 1.3)
    let waves = (2...4).map { (Double($0), random.uniform(0, 0.2), random.uniform(0, 6.28)) }
    darken(to: random.uniform(0.2, 0.45)) { x, y in
      let (dx, dy) = (x - centreX, (y - centreY) * flatness)
      let angle = atan2(dy, dx)
      let edge = waves.reduce(radius) { $0 + radius * $1.1 * cos($1.0 * angle + $1.2) }
      return (edge - (dx * dx + dy * dy).squareRoot()) / 1.2 + 0.5
    }
  }

  /// A dark band across part of the picture, of a lesion's darkness and area.
  private mutating func drawStreak(_ random: inout SeededGenerator) {
    let angle = random.uniform(-0.5, 0.5)
    let (centreX, centreY) = (random.uniform(7, 21), random.uniform(5, 23))
    let (length, width) = (random.uniform(8, 14), random.uniform(0.8, 1.5))
    darken(to: random.uniform(0.2, 0.45)) { x, y in
      let along = (x - centreX) * cos(angle) + (y - centreY) * sin(angle)
      let across = (y - centreY) * cos(angle) - (x - centreX) * sin(angle)
      return min(length - abs(along), width - abs(across)) + 0.5
    }
  }

  /// A thin dark line.
  private mutating func drawVessel(_ random: inout SeededGenerator) {
    let angle = random.uniform(0, 3.14)
    let (centreX, centreY) = (random.uniform(0, 28), random.uniform(0, 28))
    let length = random.uniform(4, 10)
    darken(to: random.uniform(0.4, 0.7)) { x, y in
      let along = (x - centreX) * cos(angle) + (y - centreY) * sin(angle)
      let across = (y - centreY) * cos(angle) - (x - centreX) * sin(angle)
      return min(length - abs(along), 0.5 - abs(across)) + 0.5
    }
  }

  /// A bright spot and the dark column below it.
  private mutating func drawShadow(_ random: inout SeededGenerator) {
    let (centreX, top) = (random.uniform(2, 26), random.uniform(2, 16))
    let (width, spread) = (random.uniform(1, 2.2), random.uniform(0, 0.08))
    darken(to: random.uniform(0.35, 0.65)) { x, y in
      min(width + spread * (y - top) - abs(x - centreX), y - top) + 0.5
    }
    darken(to: 1.9) { x, y in 1.4 - abs(y - top) - 0.5 * max(0, abs(x - centreX) - width + 0.5) }
  }

  /// Pictures of one scene that are averaged, as scanners do from several angles.
  private static let looks = 3

  /// The scene times smoothed Rayleigh noise of mean 1, compressed as by a scanner's logarithm.
  private func speckled(_ random: inout SeededGenerator) -> [Float] {
    let side = Self.side
    var lengths = [Double](repeating: 0, count: side * side)
    for _ in 0..<Self.looks {
      // Two normal fields, smoothed over neighbours, as the parts of a complex echo (Goodman, 1975).
      let real = smoothedNoise(&random)
      let imaginary = smoothedNoise(&random)
      for place in lengths.indices {
        lengths[place] += (real[place] * real[place] + imaginary[place] * imaginary[place]).squareRoot()
      }
    }
    // The mean of a Rayleigh length is √(π / 2).
    let usual = Double(Self.looks) * (Double.pi / 2).squareRoot()
    return (0..<side * side).map { place in
      let strength = echo[place] * lengths[place] / usual
      return Float(min(max(0.5 + 0.22 * log(max(strength, 1e-3) / 0.5), 0), 1))
    }
  }

  /// Normal numbers of variance 1 with the weights 1, 2, 1 over neighbours both ways.
  private func smoothedNoise(_ random: inout SeededGenerator) -> [Double] {
    let (side, wide) = (Self.side, Self.side + 2)
    let noise = (0..<wide * wide).map { _ in random.normal() }
    // The weights' squares sum to 36.
    return (0..<side * side).map { place in
      let (y, x) = (place / side, place % side)
      var sum = 0.0
      for dy in 0..<3 {
        for dx in 0..<3 { sum += Double((1 + dy % 2) * (1 + dx % 2)) * noise[(y + dy) * wide + x + dx] }
      }
      return sum / 6
    }
  }
}
