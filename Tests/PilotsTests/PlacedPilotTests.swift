import Datasets
import Foundation
import Pilots
import Recommendations
import TestSupport
import Testing

/// Examples whose numbers have places are read by convolutions.
struct PlacedPilotTests {
  /// Twenty letters; the class is whether the eleventh is C or G exactly where the fifth is.
  private func sequences(rows: Int) throws -> Dataset {
    var generator = TestGenerator(seed: 8)
    let lines = (0..<rows).map { _ in
      let letters = (0..<20).map { _ in "ACGT".randomElement(using: &generator) ?? "A" }
      let strong = [letters[4], letters[10]].map { $0 == "C" || $0 == "G" }
      return String(letters) + (strong[0] == strong[1] ? ",yes" : ",no")
    }
    return try Table.read((["sequence,target"] + lines).joined(separator: "\n"))
  }

  @Test func `equally long sequences are read letter by letter`() throws {
    var configuration = smallPilot
    configuration.maximumEpochs = 40
    configuration.patience = 10
    let result = try pilot(sequences(rows: 600), configuration)
    #expect(result.candidates.map(\.candidate) == [.baseline, .linear, .smallNetwork])
    let network = try #require(result.candidates.last)
    #expect(network.settings["model"] == "sequence-network")
    #expect(network.settings["filters"] == "16, 32" && network.settings["kernels"] == "9, 5")
    // Convolutions 4 · 9 · 16 and 16 · 5 · 32, gain and bias of each channel, 5 · 32 numbers into one.
    #expect(network.parameters == 576 + 32 + 2_560 + 64 + 161)
  }

  @Test func `small pictures get two blocks, moved about by no pixel`() throws {
    let data = try SampleData.load("optical-digits", root: repositoryRoot, seed: 42)
    var configuration = smallPilot
    configuration.folds = 2
    configuration.maximumEpochs = 4
    let result = try pilot(data, configuration)
    let network = try #require(result.candidates.last)
    #expect(network.settings["model"] == "convolutional-network" && network.settings["shift"] == nil)
    // Convolutions 9 · 16 and 9 · 16 · 32, gains and biases, 2 · 2 · 32 numbers into ten classes.
    #expect(network.parameters == 144 + 32 + 4_608 + 64 + 1_290)
    #expect(network.validation.value > 0.9)
  }

  @Test func `the same bytes come out again`() throws {
    let data = try sequences(rows: 120)
    #expect(try pilot(data) == pilot(data))
  }
}
