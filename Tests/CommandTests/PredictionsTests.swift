import Foundation
import Testing

@Suite struct PredictionsTests {
  @Test func everyTestRowHasItsPrediction() throws {
    let program = try Program()
    let outcome = try program.run(
      "pilot", "medical/disease-classification", "--predictions", "deep/p.csv", "--json")
    #expect(outcome.code == 0)
    let result = try #require(try json(outcome.output) as? [String: Any])
    let lines = try program.contents("deep/p.csv").split(separator: "\n").map { $0.split(separator: ",") }
    #expect(lines[0] == ["row", "actual", "predicted", "p(benign)", "p(malignant)"])
    #expect(lines.count - 1 == result["test-rows"] as? Int)
    // The confusion matrix of the result, counted again from the file.
    let diagnostics = try #require(result["diagnostics"] as? [String: Any])
    let confusion = try #require(diagnostics["confusion"] as? [[Int]])
    let names = ["benign", "malignant"]
    for (actual, name) in names.enumerated() {
      for (predicted, other) in names.enumerated() {
        #expect(lines.count { $0[1] == name && $0[2] == other } == confusion[actual][predicted])
      }
    }
    for line in lines.dropFirst() {
      let (first, second) = (Double(line[3]) ?? -1, Double(line[4]) ?? -1)
      #expect(abs(first + second - 1) < 1e-9)
    }
  }

  @Test func aNumberIsPredictedForATargetOfNumbers() throws {
    let program = try Program()
    let rows = (0..<60).map { "\($0),\($0 % 7),\(Double($0) * 2 + 0.5)" }.joined(separator: "\n")
    try program.write("a,b,y\n\(rows)\n", to: "data.csv")
    let outcome = try program.run(
      "pilot", "finance/other", "--data", "data.csv", "--target", "y", "--predictions", "p.csv")
    #expect(outcome.code == 0, "\(outcome.log)")
    let lines = try program.contents("p.csv").split(separator: "\n").map { $0.split(separator: ",") }
    #expect(lines[0] == ["row", "actual", "predicted"])
    for line in lines.dropFirst() {
      let row = try #require(Double(line[0]))
      #expect(Double(line[1]) == (row - 1) * 2 + 0.5)
    }
  }
}
