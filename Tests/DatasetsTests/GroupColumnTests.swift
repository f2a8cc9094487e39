import Datasets
import Foundation
import Testing

/// A column by which results are compared is no feature.
struct GroupColumnTests {
  private let rows = (0..<12).map { "\($0 * $0),\(["m", "f", "f"][$0 % 3]),\($0 % 2 == 0 ? "a" : "b")" }

  private func read(_ lines: [String], group: String, target: String = "y") throws -> Dataset {
    let scratch = try Scratch()
    let file = try scratch.write((["x,sex,y"] + lines).joined(separator: "\n"))
    return try load(DatasetRequest(location: file, target: target, groupColumn: group))
  }

  @Test func `it is read beside the features and named`() throws {
    let data = try read(rows, group: "sex")
    let groups = try #require(data.groups)
    #expect(groups.names == ["f", "m"] && groups.members.prefix(3) == [1, 0, 0])
    #expect(FeatureEncoder.fit(data, rows: Array(0..<12)).names == ["x"])
    #expect(data.notes.contains(.groupsKeptOut(column: "sex", names: ["f", "m"])))
    #expect(data.shufflingTargets(seed: 1).groups == groups)
  }

  @Test func `an empty cell belongs to no group`() throws {
    let data = try read(rows.dropLast() + ["5,,b"], group: "sex")
    #expect(data.groups?.members.last == .some(nil))
  }

  @Test func `columns that cannot be groups are refused`() {
    #expect(
      error { _ = try read(rows, group: "sx") }
        == .unknownColumn(name: "sx", nearest: "x", columns: ["x", "sex", "y"]))
    #expect(error { _ = try read(rows, group: "y") } == .groupIsTarget(column: "y"))
    let many = (0..<30).map { "\($0 * $0),g\($0),\($0 % 2)" }
    #expect(error { _ = try read(many, group: "sex") } == .groupCount(column: "sex", distinct: 30, most: 20))
    let one = (0..<12).map { "\($0 * $0),f,\($0 % 2)" }
    #expect(error { _ = try read(one, group: "sex") } == .groupCount(column: "sex", distinct: 1, most: 20))
  }

  @Test func `a second file is grouped like the first`() throws {
    let data = try read(rows, group: "sex")
    let scratch = try Scratch()
    let file = try scratch.write("sex,y,x\nm,a,3\nother,b,4\nf,b,9\n")
    let second = try applyHeldOut(file, to: data)
    #expect(second.groups?.members == [1, nil, 0])
  }

  @Test func `a folder has no columns`() throws {
    let scratch = try Scratch()
    #expect(
      error { _ = try load(DatasetRequest(location: scratch.folder, groupColumn: "sex")) }
        == .groupsNeedTable(column: "sex"))
  }
}
