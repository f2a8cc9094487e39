import Networks
import Testing

@Test func `initial weights keep to their limits and biases are zero`() {
  let parameters = referenceNetwork.initialParameters(seed: 42)
  #expect(parameters == referenceNetwork.initialParameters(seed: 42))
  #expect(parameters != referenceNetwork.initialParameters(seed: 43))
  // He: sqrt(6 / 30) before the first ReLU; Glorot: sqrt(6 / 65) before the sigmoid.
  let first = parameters.prefix(3840)
  #expect(first.allSatisfy { abs($0) <= 0.44722 } && first.contains { abs($0) > 0.44 })
  #expect(parameters[3840..<3968].allSatisfy { $0 == 0 })
  let last = parameters.suffix(65)
  #expect(last.allSatisfy { abs($0) <= 0.30383 } && last.contains { abs($0) > 0.27 })
  #expect(parameters.last == 0)
}
