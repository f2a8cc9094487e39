import Datasets
import Testing

@Suite struct TargetInferenceTests {
  private func read(_ targets: [String], task: RequestedTask? = nil) throws -> Dataset {
    try table(
      "x,y\n" + targets.enumerated().map { "\($0 % 7).5,\($1)\n" }.joined(), task: task)
  }

  private func cycle(_ values: [String], _ count: Int = 60) -> [String] {
    (0..<count).map { values[$0 % values.count] }
  }

  @Test func `two numbers are two classes, the larger one positive`() throws {
    let data = try read(cycle(["1", "0", "0"]))
    #expect(data.task == .binary(positive: "1"))
    #expect(data.classes == ["0", "1"])
    #expect(Array(data.targets.prefix(3)) == [1, 0, 0])
    #expect(data.findings.last?.reason == .target(.twoValues))
  }

  @Test(arguments: [
    (["yes", "no"], "yes"), (["no", "yes", "yes"], "yes"), (["benign", "malignant"], "malignant"),
    (["ham", "spam"], "spam"), (["阴性", "阳性"], "阳性"), (["normal", "pneumonia", "pneumonia"], "pneumonia"),
    (["cat", "cat", "ant"], "ant"), (["cat", "ant", "ant"], "cat"), (["u", "v"], "v"),
  ])
  func `the positive class is known by name, else it is the rarer one`(_ labels: [String], _ positive: String)
    throws
  {
    let data = try read(cycle(labels))
    #expect(data.task == .binary(positive: positive))
    #expect(data.classes.last == positive)
    #expect(data.targets[0] == (labels[0] == positive ? 1 : 0))
  }

  @Test func `few whole numbers are classes in their order`() throws {
    let data = try read(cycle(["10", "9", "3"]))
    #expect(data.task == .multiclass)
    #expect(data.classes == ["3", "9", "10"])
    #expect(Array(data.targets.prefix(3)) == [2, 1, 0])
    #expect(data.findings.last?.reason == .target(.wholeNumbers(distinct: 3)))
  }

  @Test func `few whole numbers with few rows each are a quantity`() throws {
    #expect(try read(cycle((0..<15).map(String.init))).task == .regression)
    #expect(try read(cycle(["0.5", "1.5", "2.5"])).task == .regression)
  }

  @Test func `the task can be asked for`() throws {
    #expect(try read(cycle(["10", "9", "3"]), task: .regression).targets[0] == 10)
    #expect(try read(cycle(["0.5", "1.5", "2.5"]), task: .classification).classes == ["0.5", "1.5", "2.5"])
  }

  @Test func `a target with decimal commas is a number`() throws {
    let data = try table(
      "x;y\n" + (0..<40).map { "\($0 % 7);\($0),5\n" }.joined())
    #expect(data.task == .regression)
    #expect(data.targets[3] == 3.5)
  }

  @Test func `rows without a target are left out and counted, rare classes named`() throws {
    let data = try read(cycle(["a", "b"], 40) + ["", "NA", "c"])
    #expect(data.rows == 41)
    #expect(data.notes.contains(.rowsWithoutTarget(2)))
    #expect(data.notes.contains(.rareClasses(["c"])))
  }

  @Test func `a row's number in an error counts the rows that were left out`() throws {
    let text = "x,y\n" + (0..<12).map { "\($0).5,\($0 == 2 ? "" : String($0 % 2))\n" }.joined() + "inf,1\n"
    #expect(error { _ = try table(text) } == .infinity(column: "x", row: 13, text: "inf"))
  }

  @Test func `a single column with a usual name is found and said`() throws {
    let data = try table(
      "x,label\n" + (0..<12).map { "\($0).5,\($0 % 2)\n" }.joined(), target: nil)
    #expect(data.targetName == "label")
    #expect(data.notes.contains(.targetFound(column: "label")))
  }
}
