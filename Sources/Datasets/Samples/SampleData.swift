import Foundation

/// One data set that comes with the program: real numbers, a complete computation, or a generator.
///
/// Those made by code stand in `all`; tables that lie under `samples/` with their facts need none.
public struct SampleData: Sendable {
  public let id: String
  public let kind: SampleKind
  public let title: BilingualText
  /// Where the rows come from: licence and citation, the computation, or the generator's process.
  public let process: BilingualText
  /// A published source's identifier, or the name of the generator.
  public let sourceID: String
  let make: @Sendable (_ root: URL, _ seed: UInt64) throws(DatasetError) -> SampleContent

  /// Every sample, in the order of the domains that use them.
  public static let all: [SampleData] = [
    .sentimentReviewsEnglish, .sentimentReviewsChinese, .sentimentReviews, .opticalDigits,
    .spokenKeywords, .cardTransactions, .ticTacToeEndgames,
  ]

  /// The sample with this id; `root` is the folder that holds `samples/`, `seed` draws synthetic rows.
  ///
  /// The rows go through the same inference and checks as a person's own file. Throws for an unknown
  /// id, and for a bundled file that is missing or damaged.
  public static func load(_ id: String, root: URL, seed: UInt64) throws(DatasetError) -> Dataset {
    var found = all.first { $0.id == id }
    if found == nil { found = try BundledTable.sample(id, root: root) }
    guard let sample = found else {
      let known = all.map(\.id) + BundledTable.ids(root: root)
      throw .unknownSample(id: id, nearest: nearest(id, in: known), known: known)
    }
    return try sample.dataset(sample.make(root, seed))
  }
}

/// What a sample's maker hands over.
enum SampleContent {
  case table(RawTable, target: String)
  /// The label of row *i* belongs to row *i* of the grid.
  case grid(FeatureGrid, labels: [String], modality: Modality)
}

extension SampleData {
  private func dataset(_ content: SampleContent) throws(DatasetError) -> Dataset {
    let origin = DataOrigin.sample(kind: kind, sourceID: sourceID, note: process)
    switch content {
    case .table(let table, let target):
      return try inferredDataset(
        table, separator: .comma,
        request: DatasetRequest(location: URL(fileURLWithPath: id), target: target), origin: origin,
        name: id, notes: [])
    case .grid(let grid, let labels, let modality):
      let names = Set(labels).sorted()
      let index = Dictionary(uniqueKeysWithValues: zip(names, 0...))
      let ordered = orderedClasses(names, labels.map { index[$0] ?? 0 })
      return Dataset(
        name: id, origin: origin, modality: modality,
        task: names.count == 2 ? .binary(positive: ordered.classes[1]) : .multiclass, targetName: "class",
        classes: ordered.classes, targets: ordered.targets, rows: labels.count, findings: [],
        skipped: [], notes: [],
        fingerprint: fingerprint(
          of: .grid(grid), targetName: "class", classes: ordered.classes, targets: ordered.targets),
        content: .grid(grid), schema: nil)
    }
  }
}

extension RawTable {
  /// A table from rows of text, for generators; every row has one text a name.
  init(names: [String], rows: [[String]]) {
    self.init(names: names, bytes: [], ends: [])
    for row in rows {
      precondition(row.count == names.count, "a row needs one text a column")
      for cell in row {
        bytes.append(contentsOf: cell.utf8)
        ends.append(bytes.count)
      }
    }
  }
}
