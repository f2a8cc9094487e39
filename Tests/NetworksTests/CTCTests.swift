import Foundation
import Networks
import Testing

/// CTC against its definition, and the rows that it refuses.
struct CTCTests {
  @Test func `two times and one label by hand`() throws {
    // With even odds everywhere each path of two has 1/4, and three of them read "1": 1·, ·1 and 11.
    let loss = try loss([0, 0, 0, 0], time: 2, classes: 2, labels: [1])
    #expect(abs(loss - -log(0.75)) < 1e-12)
    // No label at all is the one path of blanks.
    #expect(abs(try self.loss([0, 0, 0, 0], time: 2, classes: 2, labels: [-1]) - log(4)) < 1e-12)
  }

  @Test(arguments: [[1, 2], [1, 1], [2], [1, 2, 1], []] as [[Int]])
  func `the probability is the sum over all paths that read as the labels`(_ labels: [Int]) throws {
    let (time, classes) = (4, 3)
    let logits = Formula.features(rows: time, columns: classes).map { 2 * $0 }
    let probabilities = (0..<time).map { t in
      let row = logits[t * classes..<(t + 1) * classes].map { exp(Double($0)) }
      return row.map { $0 / row.reduce(0, +) }
    }
    var sum = 0.0
    for number in 0..<81 {
      let path = (0..<time).map { number / [1, 3, 9, 27][$0] % classes }
      let merged = path.indices.filter { $0 == 0 || path[$0] != path[$0 - 1] }.map { path[$0] }
      if merged.filter({ $0 != 0 }) == labels {
        sum += path.indices.reduce(1.0) { $0 * probabilities[$1][path[$1]] }
      }
    }
    let targets = (0..<3).map { $0 < labels.count ? Float(labels[$0]) : -1 }
    #expect(abs(try loss(logits, time: time, classes: classes, labels: targets) - -log(sum)) < 1e-12)
  }

  @Test func `a long, sure output keeps its digits`() throws {
    // 400 times whose right class leads by 60: the probability is e⁻⁶⁰ⁿ away from 1 for every misread.
    let labels = (0..<200).map { Float(1 + $0 % 2) }
    let logits = (0..<400).flatMap { t in
      (0..<3).map { Float($0 == (t % 2 == 0 ? 0 : Int(labels[t / 2])) ? 60 : 0) }
    }
    #expect(try loss(logits, time: 400, classes: 3, labels: labels) < 1e-9)
    // All classes the other way round: every path misses at least 200 times by 60 each.
    #expect(try loss(logits.map { -$0 }, time: 400, classes: 3, labels: labels).isFinite)
  }

  @Test func `rows that do not fit their time, and labels out of place, are refused before training`() throws
  {
    func refusal(_ targets: [Float]) -> NetworkError? {
      do {
        _ = try train(
          network(time: 3, classes: 3, length: 4), TrainingConfiguration(),
          on: ExampleSet(rows: 2, columns: 9, features: [Float](repeating: 0, count: 18), targets: targets))
        return nil
      } catch { return error as? NetworkError }
    }
    let fits: [Float] = [1, 2, 1, -1]
    #expect(refusal(fits + [2, 2, -1, -1]) == nil)
    #expect(refusal(fits + [1, 2, 1, 2]) == .labelsTooLong(row: 1, needed: 4, time: 3))
    #expect(refusal([1, 1, 2, -1] + fits) == .labelsTooLong(row: 0, needed: 4, time: 3))
    #expect(refusal(fits + [1, -1, 2, -1]) == .targetOutOfRange(row: 1, value: 2, legalRange: "−1"))
    #expect(refusal(fits + [1, 0, -1, -1]) == .targetOutOfRange(row: 1, value: 0, legalRange: "1, …, 2, −1"))
    #expect(
      refusal(fits + [3, -1, -1, -1]) == .targetOutOfRange(row: 1, value: 3, legalRange: "1, …, 2, −1"))
  }

  @Test func `a row of a later block that does not fit is named by its row in the whole`() throws {
    /// Rows of zeros, of which number 7 has too many labels.
    struct Rows: ExampleSource {
      let rows = 9
      let columns = 9
      let targetColumns = 4

      func read(
        start: Int, count: Int, features: UnsafeMutablePointer<Float>, targets: UnsafeMutablePointer<Float>
      ) throws {
        for index in 0..<count * columns { features[index] = 0 }
        for index in 0..<count * targetColumns {
          targets[index] = index / 4 + start == 7 ? 1 : [1, -1, -1, -1][index % 4]
        }
      }
    }
    #expect(throws: NetworkError.labelsTooLong(row: 7, needed: 7, time: 3)) {
      try train(
        network(time: 3, classes: 3, length: 4), TrainingConfiguration(batchSize: 2, sampling: .inOrder),
        streaming: Rows(), blockRows: 4)
    }
  }

  private func network(time: Int, classes: Int, length: Int) -> NetworkConfiguration {
    NetworkConfiguration(
      input: [time, classes], [ActivationLayer(.identity)], loss: CTC(labelLength: length))
  }

  private func loss(_ logits: [Float], time: Int, classes: Int, labels: [Float]) throws -> Double {
    let examples = ExampleSet(rows: 1, columns: time * classes, features: logits, targets: labels)
    return try NetworkFunction(
      network(time: time, classes: classes, length: labels.count), on: examples
    ).loss([])
  }
}
