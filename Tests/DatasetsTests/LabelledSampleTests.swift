import Datasets
import Testing

/// What the samples of single scenarios promise.
struct LabelledSampleTests {
  private func sample(_ id: String) throws -> Dataset {
    try SampleData.load(id, root: repositoryRoot, seed: 42)
  }

  @Test func `service desk messages have six uneven topics in two languages`() throws {
    let data = try sample("service-desk-messages")
    #expect(data.rows == 2_400 && data.modality == .text && data.task == .multiclass)
    #expect(
      data.classes == [
        "account-access", "appointment", "billing", "connection-fault", "contract-change", "delivery",
      ])
    let counts = profile(data).classCounts
    // 26 and 7 in a hundred of 2,400, with wrong labels and four standard errors allowed for.
    #expect(abs(Double(counts["billing"] ?? 0) - 624) < 100)
    #expect(abs(Double(counts["appointment"] ?? 0) - 168) < 60)
    let names = FeatureEncoder.fit(data, rows: Array(0..<2_400)).names
    #expect(names.contains("invoice") && names.contains("账单"))
    #expect(profile(data).duplicateShare < 0.1)
  }

  @Test func `lesion pictures are pictures of 28 pixels a side, half of them with a lesion`() throws {
    let data = try sample("lesion-pictures")
    #expect(data.rows == 2_000 && data.modality == .image)
    #expect(data.task == .binary(positive: "lesion") && data.classes == ["normal", "lesion"])
    #expect(data.gridLayout == .picture(side: 28, channels: 1))
    let lesions = try #require(profile(data).classCounts["lesion"])
    #expect(abs(lesions - 1_000) < 4 * 23)
  }

  @Test func `splice sites are seventy letters with GT in the middle`() throws {
    let data = try sample("splice-sites")
    #expect(data.rows == 4_000 && data.modality == .text && data.task == .binary(positive: "donor"))
    #expect(data.gridLayout == .letters(length: 70))
    guard case .columns(let columns) = data.plainRows, let column = columns.first else {
      Issue.record("sequences lie in a column")
      return
    }
    #expect(column.kind == .placedNucleotides)
    #expect(column.cells.allSatisfy { $0.count == 70 && $0.dropFirst(35).prefix(2) == "GT" })
  }

  @Test func `molecules are different structure strings with a spread of solubilities`() throws {
    let data = try sample("molecule-solubility")
    #expect(data.rows == 2_000 && data.task == .regression && data.modality == .text)
    guard case .columns(let columns) = data.plainRows, let column = columns.first else {
      Issue.record("structures lie in a column")
      return
    }
    #expect(column.kind == .structure && Set(column.cells).count == 2_000)
    // The published range of the property runs from about −12 to 2.
    #expect(data.targets.allSatisfy { $0 > -16 && $0 < 3 })
    let mean = data.targets.reduce(0, +) / 2_000
    let spread = data.targets.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 2_000
    #expect(spread > 0.8)
  }

  @Test func `the group of loan applicants is no feature`() throws {
    let data = try sample("loan-applicants")
    #expect(data.rows == 6_000 && data.task == .binary(positive: "yes"))
    let groups = try #require(data.groups)
    #expect(groups.column == "group" && groups.names == ["A", "B", "C"])
    #expect(groups.members.count == 6_000 && !groups.members.contains(nil))
    let finding = try #require(data.findings.first { $0.name == "group" })
    #expect(finding.role == .group)
    let names = FeatureEncoder.fit(data, rows: Array(0..<6_000)).names
    #expect(!names.contains { $0.hasPrefix("group") } && names.contains("district = east"))
    let share = try #require(profile(data).rarestClassShare)
    #expect(share > 0.08 && share < 0.25)
    #expect(profile(data).missingShare > 0 && profile(data).suspectLeaks.isEmpty)
  }
}
