import Foundation
import ModelMetrics
import Testing

struct SequenceDistanceTests {
  @Test(arguments: [
    ("", "", 0), ("", "abc", 3), ("abc", "", 3), ("abc", "abc", 0), ("kitten", "sitting", 3), ("ab", "ba", 2),
    ("saturday", "sunday", 3), ("a", "b", 1),
  ])
  func `edits are counted`(first: String, second: String, edits: Int) {
    #expect(editDistance(Array(first), Array(second)) == edits)
    #expect(editDistance(Array(second), Array(first)) == edits)
  }

  @Test func `words are edited as wholes`() {
    // One word replaced, one left out, one put in.
    let said = ["put", "the", "red", "cup", "down"]
    #expect(editDistance(said, ["put", "a", "red", "cup", "down"]) == 1)
    #expect(editDistance(said, ["put", "red", "cup", "down"]) == 1)
    #expect(editDistance(said, ["put", "the", "big", "red", "cup", "down"]) == 1)
  }

  @Test func `spectra by hand`() {
    let ten = log(10.0)
    // Ten times the energy everywhere is 10 dB; in one of two bands it is the root of half of 10².
    #expect(abs(logSpectralDistance([0, 0], [ten, ten], bands: 2) - 10) < 1e-12)
    #expect(abs(logSpectralDistance([ten, 0], [0, 0], bands: 2) - 50.0.squareRoot()) < 1e-12)
    // Frames are averaged: 10 dB and 0 dB.
    #expect(abs(logSpectralDistance([ten, ten, 3, 4], [0, 0, 3, 4], bands: 2) - 5) < 1e-12)
    #expect(logSpectralDistance([], [], bands: 2) == 0)
  }
}
