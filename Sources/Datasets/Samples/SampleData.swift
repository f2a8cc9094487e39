import Foundation

/// One data set that comes with the program: real numbers, a complete computation, or a generator.
public struct SampleData: Sendable {
  public let id: String
  public let kind: SampleKind
  public let title: BilingualText
  /// Where the numbers come from: licence and citation, the computation, or the generator's process.
  public let process: BilingualText
  /// The entry among the catalog's sources.
  public let sourceID: String
  let make: @Sendable (_ root: URL, _ seed: UInt64) throws(DatasetError) -> SampleContent

  /// Every sample, in the order of the domains.
  public static let all: [SampleData] = []

  /// The sample with this id; `root` is the folder that holds `samples/`, `seed` draws synthetic rows.
  ///
  /// Throws for an unknown id, and for a bundled file that is missing.
  public static func load(_ id: String, root: URL, seed: UInt64) throws(DatasetError) -> Dataset {
    guard let sample = all.first(where: { $0.id == id }) else {
      throw .unknownSample(id: id, nearest: nearest(id, in: all.map(\.id)), known: all.map(\.id))
    }
    return try sample.dataset(try sample.make(root, seed))
  }
}

/// What a sample's maker hands over, before it is inferred or wrapped.
enum SampleContent {
  case table(RawTable, target: String)
}

extension SampleData {
  var origin: DataOrigin { .sample(kind: kind, sourceID: sourceID, note: process) }

  /// The rows go through the same inference as a person's own file.
  private func dataset(_ content: SampleContent) throws(DatasetError) -> Dataset {
    switch content {
    case .table(let table, let target):
      return try inferredDataset(
        table, separator: .comma, request: DatasetRequest(location: URL(fileURLWithPath: id), target: target),
        origin: origin, name: id, notes: [])
    }
  }
}
