import Networks
import Testing

@Suite struct GroupNormalisationTests {
  @Test func `two groups of two channels are normalised over both positions`() throws {
    let network = NetworkConfiguration(
      input: [2, 4], [GroupNormalisation(2, epsilon: 1e-12)], loss: MeanSquaredError())
    let gain: [Float] = [1, 2, 3, 4]
    let bias: [Float] = [0, 0, 0, 1]
    let trained = try TrainedNetwork(configuration: network, parameters: gain + bias)
    // The first group is 1, 3, 5, 7 with mean 4 and variance 5, the second has mean 15 and variance 25.
    let values = trained.predict([1, 3, 10, 10, 5, 7, 20, 20], rows: 1)
    let root = Float(5).squareRoot()
    let expected = [-3 / root, -2 / root, -3, -3, 1 / root, 6 / root, 3, 5]
    for (value, hand) in zip(values, expected) { #expect(abs(value - hand) < 1e-5) }
  }

  @Test func `channels that are no whole number of groups are refused`() {
    #expect(
      throws: NetworkError.unsuitableInput(
        layer: "group-normalisation", expected: "a whole number of 3 groups of channels", found: "[5, 4]")
    ) { try GroupNormalisation(3).outputShape([[5, 4]]) }
    #expect(throws: NetworkError.self) { try GroupNormalisation(0).validate() }
  }
}
