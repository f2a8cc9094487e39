/// Recognition by comparison with recorded examples, stretched in time to fit (Sakoe and Chiba, 1978).
///
/// With templates of single words a sentence is the cheapest chain of them, found in one pass (Ney, 1984);
/// with templates of whole recordings it is the nearest one.
package struct SpeechTemplates: Hashable, Codable, Sendable {
  package struct Template: Hashable, Codable, Sendable {
    /// None for silence.
    package let words: [String]
    package let frames: [SIMD16<Float>]

    package init(words: [String], frames: [SIMD16<Float>]) {
      self.words = words
      self.frames = frames
    }
  }

  package var templates: [Template]
  /// Whether templates follow each other.
  package var isConnected: Bool
  /// What it costs to begin a template, so that words are not cut up.
  package var penalty: Float

  package init(templates: [Template], isConnected: Bool, penalty: Float = 0) {
    self.templates = templates
    self.isConnected = isConnected
    self.penalty = penalty
  }

  /// The words of a recording, at least one frame long; none where no template can be stretched so far.
  package func words(_ frames: [SIMD16<Float>]) -> [String] {
    let (states, firsts) = layout
    var costs = [Float](repeating: .infinity, count: states.count)
    var starts = [Int32](repeating: 0, count: states.count)
    // For every time, the template that ends there best and when it began.
    var ends: [(template: Int, start: Int)] = []
    var entry: Float = 0
    for (time, frame) in frames.enumerated() {
      for (first, next) in zip(firsts, firsts.dropFirst()) {
        // Backwards, so that costs of the time before are still there to be read.
        for state in stride(from: next - 1, through: first, by: -1) {
          var (cost, start) = (costs[state], starts[state])
          if state == first {
            if entry < cost { (cost, start) = (entry, Int32(time)) }
          } else {
            if costs[state - 1] < cost { (cost, start) = (costs[state - 1], starts[state - 1]) }
            if state > first + 1, costs[state - 2] < cost {
              (cost, start) = (costs[state - 2], starts[state - 2])
            }
          }
          let gap = frame - states[state]
          costs[state] = cost + (gap * gap).sum().squareRoot()
          starts[state] = start
        }
      }
      var best = 0
      for template in templates.indices where costs[firsts[template + 1] - 1] < costs[firsts[best + 1] - 1] {
        best = template
      }
      let last = firsts[best + 1] - 1
      ends.append((best, Int(starts[last])))
      entry = isConnected ? costs[last] + penalty : .infinity
      if time == frames.count - 1, !costs[last].isFinite { return [] }
    }
    var words: [String] = []
    var time = frames.count - 1
    while time >= 0 {
      words = templates[ends[time].template].words + words
      time = ends[time].start - 1
    }
    return words
  }

  /// All frames in a row, and where each template begins; the end of the last one comes last.
  private var layout: (states: [SIMD16<Float>], firsts: [Int]) {
    var firsts = [0]
    for template in templates { firsts.append(firsts[firsts.count - 1] + template.frames.count) }
    return (templates.flatMap(\.frames), firsts)
  }
}
