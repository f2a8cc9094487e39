import Datasets
import Foundation
import Testing

@Suite struct HeldOutTests {
  private static let training =
    "age,colour,note,y\n"
    + (0..<20).map { "\($0 * 7 % 11).5,\(["red", "blue"][$0 % 2]),k,\(["a", "b", "c"][$0 % 3])\n" }.joined()

  private func heldOut(_ text: String) throws -> (Dataset, Dataset) {
    let scratch = try Scratch()
    let training = try load(DatasetRequest(location: scratch.write(Self.training, "train.csv"), target: "y"))
    return (training, try applyHeldOut(scratch.write(text, "test.csv"), to: training))
  }

  @Test func `a second file is encoded like the first, whatever its order of columns`() throws {
    let (training, test) = try heldOut(
      "y;extra;colour;age\nb;1;red;7,5\n".replacing("7,5", with: "7.5") + "a;2;green;\n")
    #expect(test.targets == [1, 0])
    #expect(test.classes == training.classes)
    #expect(test.notes.contains(.extraColumns(["extra"])))
    let encoder = FeatureEncoder.fit(training, rows: Array(0..<20))
    #expect(encoder.names == ["age", "colour = red"])
    let values = encoder.encode(test, rows: [0, 1])
    // Row 1 of the training file has the age 7.5 and is blue; "green" is neither level.
    let known = encoder.encode(training, rows: [1])
    #expect(values[0] == known[0])
    #expect(values[1] == 1 && values[3] == 0)
  }

  @Test func `what does not fit is refused by name`() throws {
    let unseen = error { _ = try heldOut("age,colour,y\n1,red,a\n2,red,z\n") }
    #expect(
      unseen?.message(in: "en")
        == "column 'y', row 2: the class 'z' is not in the training data; expected one of: a, b, c")
    let missing = error { _ = try heldOut("agee,colour,y\n1,red,a\n") }
    #expect(
      missing?.message(in: "en")
        == "the second file has no column 'age', which the training data has; its nearest is 'agee'")
    let target = error { _ = try heldOut("age,colour\n1,red\n") }
    #expect(target?.message(in: "en") == "the second file has no column 'y', which the training data has")
    let words = error { _ = try heldOut("age,colour,y\nold,red,a\nyoung,red,b\n") }
    #expect(words == .notANumber(column: "age", row: 1, text: "old"))
    let infinite = error { _ = try heldOut("age,colour,y\n1,red,a\ninf,red,b\n") }
    #expect(infinite == .infinity(column: "age", row: 2, text: "inf"))
    let scratch = try Scratch()
    let training = try load(DatasetRequest(location: scratch.write(Self.training, "train.csv"), target: "y"))
    let folder = error { _ = try applyHeldOut(scratch.folder, to: training) }
    #expect(
      folder?.message(in: "en")
        == "the second data set has another form; expected a table file as in the training data")
  }

  @Test func `a stray cell is missing and said`() throws {
    let (_, test) = try heldOut("age,colour,y\nold,red,a\n3.5,red,b\n")
    #expect(test.notes.contains(.strayText(column: "age", count: 1, example: "old", row: 1)))
  }
}
