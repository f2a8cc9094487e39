import Foundation
import Kernels

extension CollectionSample<ClipCollection> {
  /// Clips of shapes that fly, turn and bounce.
  static let movingShapes = CollectionSample(
    id: "moving-shapes", kind: .synthetic,
    title: BilingualText(en: "Clips of moving shapes", zh: "移动图形短片"),
    process: BilingualText(
      en:
        "Synthetic: 150 clips of ten grey frames, 24 × 24 pixels, drawn by a seeded generator. Two shapes (disc,"
        + " square, triangle) fly at a steady speed of 0.7 to 2.2 pixels a frame, turn, bounce off the edges"
        + " and pass over each other; every frame has noise of 2 % of its own. Films of real scenes move in"
        + " far more ways.",
      zh: "合成数据：150 段短片，每段十帧、24 × 24 像素的灰度画面，由带种子的生成器绘制。两个图形（圆、方块、三角形）以每帧 0.7 至 "
        + "2.2 像素的匀速飞行、旋转、在边缘反弹，并会互相遮挡叠加；每帧各有 2% 的噪声。真实影片的运动要复杂得多。"),
    sourceID: "generator:moving-shapes"
  ) { sample, _, seed throws(DatasetError) in
    let clips = (0..<150).map { place in
      var random = SeededGenerator(seed: seed, purpose: "clip \(place)")
      return movingClip(frames: 10, side: 24, &random)
    }
    return ClipCollection(
      facts: CollectionFacts(sample, modality: .image, fingerprint: ClipCollection.fingerprint(clips)),
      side: 24, clips: clips)
  }
}

/// Frames of two shapes on their way.
private func movingClip(frames: Int, side: Int, _ random: inout SeededGenerator) -> [[Float]] {
  var movers = (0..<2).map { _ in Mover(side: Double(side), &random) }
  return (0..<frames).map { _ in
    var frame = [Float](repeating: 0.1, count: side * side)
    for place in movers.indices {
      movers[place].shape.paint(movers[place].brightness, on: &frame, side: side)
      movers[place].step(side: Double(side))
    }
    random.addNoise(0.02, to: &frame)
    return frame
  }
}

/// A shape with its motion.
private struct Mover {
  var shape: DrawnShape
  let brightness: Double
  /// Pixels a frame.
  private var across: Double
  private var down: Double
  /// Radians a frame.
  private let turn: Double

  init(side: Double, _ random: inout SeededGenerator) {
    let radius = random.uniform(3, 4.5)
    shape = DrawnShape(
      form: DrawnShape.Form.allCases[random.index(below: 3)], x: random.uniform(radius, side - radius),
      y: random.uniform(radius, side - radius), radius: radius, angle: random.uniform(0, 2 * Double.pi))
    brightness = random.uniform(0.35, 0.8)
    let (speed, direction) = (random.uniform(0.7, 2.2), random.uniform(0, 2 * Double.pi))
    (across, down) = (speed * cos(direction), speed * sin(direction))
    turn = random.uniform(-0.25, 0.25)
  }

  mutating func step(side: Double) {
    let (next, below) = (shape.x + across, shape.y + down)
    if next < shape.radius || next > side - shape.radius { across = -across }
    if below < shape.radius || below > side - shape.radius { down = -down }
    shape.x += across
    shape.y += down
    shape.angle += turn
  }
}
