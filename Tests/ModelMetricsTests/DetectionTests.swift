import ModelMetrics
import Testing

/// Boxes and their average precision, beside numbers worked out by hand.
struct DetectionTests {
  private func box(_ x: Double, _ y: Double, _ size: Double = 2) -> PixelBox {
    PixelBox(x: x, y: y, width: size, height: size)
  }

  private func found(_ x: Double, _ confidence: Double, label: Int = 0) -> Detection {
    Detection(box(x, 0), label: label, confidence: confidence)
  }

  private func there(_ x: Double, label: Int = 0) -> Detection { Detection(box(x, 0), label: label) }

  @Test func `overlap is what both cover of what either covers`() {
    #expect(box(0, 0).overlap(box(0, 0)) == 1)
    #expect(abs(box(0, 0).overlap(box(1, 0)) - 1.0 / 3) < 1e-12)
    #expect(box(0, 0, 4).overlap(box(1, 1)) == 0.25)
    #expect(box(0, 0).overlap(box(2, 0)) == 0)
    #expect(box(0, 0).overlap(PixelBox(x: 1, y: 1, width: 0, height: 0)) == 0)
  }

  @Test func `average precision is the area under the best precision at each recall`() {
    // Surest first: hit, miss, hit; one of three true boxes is never found. 1/3 · 1 + 1/3 · 2/3.
    let matched = MatchedDetections(
      found: [[found(0, 0.9), found(20, 0.8)], [found(0, 0.7)]],
      actual: [[there(0), there(40)], [there(0)]], classes: 1)
    #expect(abs((matched.meanAveragePrecision([1, 1]) ?? 0) - 5.0 / 9) < 1e-12)
    #expect(matched.meanAveragePrecision([0, 2]) == 1)
    #expect(matched.meanAveragePrecision([0, 0]) == nil)
    // The second picture twice: hit 1/1, miss, two hits 3/4; four true boxes. 1/4 · 1 + 2/4 · 3/4.
    #expect(abs((matched.meanAveragePrecision([1, 2]) ?? 0) - 0.625) < 1e-12)
  }

  @Test func `a true box is taken once`() {
    let twice = [found(0.2, 0.9), found(0, 0.8), found(9, 0.7)]
    let matched = MatchedDetections(found: [twice], actual: [[there(0), there(9)]], classes: 1)
    // Hit, miss (its box is taken), hit: 1/2 · 1 + 1/2 · 2/3.
    #expect(abs((matched.meanAveragePrecision([1]) ?? 0) - 5.0 / 6) < 1e-12)
  }

  @Test func `equally sure detections count at once, in any order`() {
    let pair = [found(0, 0.5), found(9, 0.5)]
    for order in [pair, pair.reversed()] {
      let matched = MatchedDetections(found: [order], actual: [[there(0)]], classes: 1)
      #expect(matched.meanAveragePrecision([1]) == 0.5)
    }
  }

  @Test func `classes that occur count alike, others do not`() {
    let matched = MatchedDetections(
      found: [[found(0, 0.9), found(30, 0.9, label: 2)]], actual: [[there(0), there(9, label: 1)]],
      classes: 3)
    #expect(matched.meanAveragePrecision([1]) == 0.5)
    #expect(matched.averagePrecision(of: 2, [1]) == nil)
    #expect(MatchedDetections(found: [[]], actual: [[]], classes: 1).meanAveragePrecision([1]) == nil)
  }

  @Test func `a label or half an overlap decides what a hit is`() {
    // 4 of 8 pixels: an overlap of exactly one half.
    let wide = PixelBox(x: 0, y: 0, width: 3, height: 2)
    let beside = PixelBox(x: 1, y: 0, width: 3, height: 2)
    let half = MatchedDetections(
      found: [[Detection(beside, label: 0)]], actual: [[Detection(wide, label: 0)]], classes: 2)
    #expect(half.meanAveragePrecision([1]) == 1)
    let other = MatchedDetections(
      found: [[Detection(wide, label: 1)]], actual: [[Detection(wide, label: 0)]], classes: 2)
    #expect(other.meanAveragePrecision([1]) == 0)
  }

  @Test func `of overlapping boxes of a class the surest stays`() {
    let boxes = [found(0, 0.5), found(0.5, 0.9), found(8, 0.1), found(0, 0.4, label: 1)]
    #expect(Detection.distinct(boxes, limit: 0.4) == [boxes[1], boxes[3], boxes[2]])
    #expect(Detection.distinct(boxes, limit: 1).count == 4)
    #expect(Detection.distinct([], limit: 0.4).isEmpty)
  }
}
