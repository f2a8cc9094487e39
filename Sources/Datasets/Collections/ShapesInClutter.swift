import Foundation
import Kernels

extension CollectionSample<BoxCollection> {
  /// Pictures with one to three shapes among lines and spots.
  static let shapesInClutter = CollectionSample(
    id: "shapes-in-clutter", kind: .synthetic,
    title: BilingualText(en: "Shapes among lines and spots", zh: "线条与斑点中的图形"),
    process: BilingualText(
      en:
        "Synthetic: 800 grey pictures of 48 × 48 pixels, drawn by a seeded generator. Each holds one to three"
        + " shapes (disc, square, triangle) of 12 to 24 pixels, turned at will, darker or brighter than a"
        + " ground that is lit from one side; lines and spots of the same brightness are drawn in between,"
        + " and noise of 4 % lies over all. Boxes are exact. Photographs are far more varied.",
      zh: "合成数据：800 张 48 × 48 像素的灰度图，由带种子的生成器绘制。每张有一至三个图形（圆、方块、三角形），大小 12 至 24 "
        + "像素，任意旋转，比单侧受光的背景更暗或更亮；其间画有同样亮度的线条和斑点，并叠加 4% 的噪声。方框完全准确。"
        + "真实照片的变化要大得多。"),
    sourceID: "generator:shapes-in-clutter"
  ) { sample, _, seed throws(DatasetError) in
    let scenes = (0..<800).map { place in
      var random = SeededGenerator(seed: seed, purpose: "scene \(place)")
      return Scene(&random)
    }
    let classes = DrawnShape.Form.allCases.map(\.name)
    let (pictures, boxes) = (scenes.map(\.picture), scenes.map(\.boxes))
    let facts = CollectionFacts(
      sample, modality: .image, fingerprint: BoxCollection.fingerprint(pictures, boxes, classes))
    return BoxCollection(
      facts: facts, channels: 1, pictures: pictures, boxes: boxes, classes: classes)
  }
}

/// One picture with its boxes.
private struct Scene {
  private(set) var picture: [Float]
  private(set) var boxes: [LabelledBox] = []

  private static let side = BoxCollection.side

  init(_ random: inout SeededGenerator) {
    let side = Self.side
    let (level, light, turn) = (
      random.uniform(0.35, 0.65), random.uniform(0, 0.25), random.uniform(0, 2 * Double.pi)
    )
    picture = (0..<side * side).map { place in
      let (x, y) = (Double(place % side) / Double(side) - 0.5, Double(place / side) / Double(side) - 0.5)
      return Float(level + light * (x * cos(turn) + y * sin(turn)))
    }
    for _ in 0..<random.index(below: 4) + 2 { drawLine(&random) }
    for _ in 0..<random.index(below: 5) + 2 { drawSpot(&random) }
    for _ in 0..<random.index(below: 3) + 1 { drawShape(&random) }
    random.addNoise(0.04, to: &picture)
  }

  private static func brightness(_ random: inout SeededGenerator) -> Double {
    random.uniform(0.12, 0.35) * (random.uniform() < 0.5 ? -1 : 1)
  }

  private mutating func drawLine(_ random: inout SeededGenerator) {
    let brightness = Self.brightness(&random)
    var (x, y) = (random.uniform(0, Double(Self.side)), random.uniform(0, Double(Self.side)))
    let (length, turn) = (random.uniform(6, 26), random.uniform(0, 2 * Double.pi))
    for _ in 0..<Int(length) {
      (x, y) = (x + cos(turn), y + sin(turn))
      guard x >= 0, y >= 0, Int(x) < Self.side, Int(y) < Self.side else { return }
      picture[Int(y) * Self.side + Int(x)] += Float(brightness)
    }
  }

  private mutating func drawSpot(_ random: inout SeededGenerator) {
    DrawnShape(
      form: .disc, x: random.uniform(0, Double(Self.side)), y: random.uniform(0, Double(Self.side)),
      radius: random.uniform(1, 2.2), angle: 0
    ).paint(Self.brightness(&random), on: &picture, side: Self.side)
  }

  /// Draws a shape that lies inside and touches no other; after 20 tries none.
  private mutating func drawShape(_ random: inout SeededGenerator) {
    let side = Double(Self.side)
    for _ in 0..<20 {
      let form = DrawnShape.Form.allCases[random.index(below: 3)]
      let shape = DrawnShape(
        form: form, x: random.uniform(0, side), y: random.uniform(0, side),
        radius: random.uniform(6, 10) * (form == .disc ? 1 : 1.2), angle: random.uniform(0, 2 * Double.pi))
      let (left, top, right, bottom) = shape.bounds
      let isFree = boxes.allSatisfy {
        right < $0.x || left > $0.x + $0.width || bottom < $0.y || top > $0.y + $0.height
      }
      guard left >= 0, top >= 0, right <= side, bottom <= side, isFree else { continue }
      shape.paint(Self.brightness(&random), on: &picture, side: Self.side)
      boxes.append(
        LabelledBox(x: left, y: top, width: right - left, height: bottom - top, label: form.rawValue))
      return
    }
  }
}
