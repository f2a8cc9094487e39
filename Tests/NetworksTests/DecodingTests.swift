import Foundation
import Kernels
import Networks
import Testing

/// Reading CTC outputs, and drawing tokens.
struct DecodingTests {
  @Test func `the greedy reading merges repeats and drops blanks`() {
    func row(_ path: [Int]) -> [Float] { path.flatMap { best in (0..<3).map { $0 == best ? 0.9 : 0.05 } } }
    #expect(greedyCTCLabels(row([0, 1, 1, 0, 1, 2, 2, 0]), classes: 3) == [1, 1, 2])
    #expect(greedyCTCLabels(row([2, 1, 2]), classes: 3) == [2, 1, 2])
    #expect(greedyCTCLabels(row([0, 0]), classes: 3) == [])
    #expect(greedyCTCLabels([], classes: 3) == [])
    // Of equal ones the first, here the blank.
    #expect(greedyCTCLabels([0.5, 0.5], classes: 2) == [])
  }

  @Test func `the beam finds the likelier labels where the greedy reading does not`() {
    // Blanks lead at both times, with 0.36 together; the three placements of one label have 0.64.
    let output: [Float] = [0.6, 0.4, 0.6, 0.4]
    #expect(greedyCTCLabels(output, classes: 2) == [])
    let readings = CTCBeamSearch(width: 4).readings(output, classes: 2)
    #expect(readings.map(\.labels) == [[1], []])
    #expect(abs(readings[0].logProbability - log(0.64)) < 1e-7)
    #expect(abs(readings[1].logProbability - log(0.36)) < 1e-7)
    let none = CTCBeamSearch().readings([], classes: 2)
    #expect(none.map(\.labels) == [[]] && none[0].logProbability == 0)
  }

  @Test func `a wide beam's probabilities add up to 1 and are those of the loss`() throws {
    let (time, classes) = (4, 3)
    let logits = Formula.features(rows: time, columns: classes).map { 2 * $0 }
    let network = NetworkConfiguration(
      input: [time, classes], [ActivationLayer(.identity)], loss: CTC(labelLength: 4))
    let probabilities = try TrainedNetwork(configuration: network, parameters: []).predict(logits, rows: 1)
    let readings = CTCBeamSearch(width: 1000).readings(probabilities, classes: classes)
    #expect(abs(readings.reduce(0) { $0 + exp($1.logProbability) } - 1) < 1e-6)
    for reading in readings {
      let targets = (0..<4).map { $0 < reading.labels.count ? Float(reading.labels[$0]) : -1 }
      let loss = try NetworkFunction(
        network, on: ExampleSet(rows: 1, columns: 12, features: logits, targets: targets)
      ).loss([])
      #expect(abs(loss + reading.logProbability) < 1e-5, "\(reading.labels)")
    }
    // A narrow beam gives some of them in the same order.
    #expect(CTCBeamSearch(width: 2).readings(probabilities, classes: classes)[0].labels == readings[0].labels)
  }

  @Test func `tokens come as often as their probabilities say`() {
    let logits = [0.1, 0.6, 0.3].map { Float(log($0)) }
    func shares(_ sampling: TokenSampling) -> [Double] {
      var generator = SeededGenerator(seed: 3)
      var counts = [0.0, 0, 0]
      for _ in 0..<20_000 { counts[sampling.token(logits, using: &generator)] += 1 / 20_000 }
      return counts
    }
    // Four standard errors of a share of one half are 0.014.
    func expect(_ found: [Double], _ expected: [Double]) {
      for (share, wanted) in zip(found, expected) { #expect(abs(share - wanted) < 0.015) }
    }
    expect(shares(TokenSampling()), [0.1, 0.6, 0.3])
    // At temperature 1/2 probabilities are squared: 0.01, 0.36 and 0.09 of 0.46.
    expect(shares(TokenSampling(temperature: 0.5)), [0.01 / 0.46, 0.36 / 0.46, 0.09 / 0.46])
    expect(shares(TokenSampling(topK: 2)), [0, 2 / 3, 1 / 3])
    #expect(shares(TokenSampling(topK: 2))[0] == 0)
    #expect(abs(shares(TokenSampling(temperature: 0))[1] - 1) < 1e-9)
    #expect(abs(shares(TokenSampling(topK: 1))[1] - 1) < 1e-9)
  }

  @Test func `the same seed draws the same tokens, and a token without probability never comes`() {
    let logits: [Float] = [-.infinity, 2, 1, 0, -.infinity]
    func drawn(_ seed: UInt64) -> [Int] {
      var generator = SeededGenerator(seed: seed)
      return (0..<200).map { _ in TokenSampling(temperature: 2).token(logits, using: &generator) }
    }
    #expect(drawn(1) == drawn(1))
    #expect(drawn(1) != drawn(2))
    #expect(Set(drawn(1)) == [1, 2, 3])
  }

  @Test func `settings out of range are refused`() {
    #expect(
      throws: NetworkError.illegalParameter(
        name: "temperature", legalRange: "0 ≤ temperature < ∞", value: "-1.0")
    ) { try TokenSampling(temperature: -1).validate() }
    #expect(throws: NetworkError.illegalParameter(name: "topK", legalRange: "≥ 1", value: "0")) {
      try TokenSampling(topK: 0).validate()
    }
  }
}
