import Foundation

/// What a collection of examples says of itself, whatever its examples are made of: sentence pairs,
/// pictures with boxes, recordings with words, series.
public struct CollectionFacts: Sendable, Hashable {
  /// The file's, folder's or sample's name, without its path.
  public let name: String
  public let origin: DataOrigin
  public let modality: Modality
  /// Everything that was inferred or left out, in words a report can print.
  public let notes: [DatasetNote]
  /// The files of a folder that could not be read.
  public let skipped: [SkippedFile]
  /// SHA-256 over the values as they were understood, in hexadecimal.
  public let fingerprint: String

  public init(
    name: String, origin: DataOrigin, modality: Modality, notes: [DatasetNote] = [],
    skipped: [SkippedFile] = [], fingerprint: String
  ) {
    self.name = name
    self.origin = origin
    self.modality = modality
    self.notes = notes
    self.skipped = skipped
    self.fingerprint = fingerprint
  }

  /// The facts of a collection that comes with the program.
  public init<Content>(_ sample: CollectionSample<Content>, modality: Modality, fingerprint: String) {
    self.init(
      name: sample.id, origin: .sample(kind: sample.kind, sourceID: sample.sourceID, note: sample.process),
      modality: modality, fingerprint: fingerprint)
  }
}

/// One collection that comes with the program: real examples, a complete computation, or a generator.
public struct CollectionSample<Content>: Sendable {
  public let id: String
  public let kind: SampleKind
  public let title: BilingualText
  /// Where the examples come from: licence and citation, the computation, or the generator's process.
  public let process: BilingualText
  /// A published source's identifier, or the name of the generator.
  public let sourceID: String
  let make: Make

  /// Makes the examples of a sample: `root` is the folder that holds `samples/`, `seed` draws synthetic ones.
  public typealias Make =
    @Sendable (_ sample: CollectionSample, _ root: URL, _ seed: UInt64) throws(DatasetError) -> Content

  public init(
    id: String, kind: SampleKind, title: BilingualText, process: BilingualText, sourceID: String,
    make: @escaping Make
  ) {
    self.id = id
    self.kind = kind
    self.title = title
    self.process = process
    self.sourceID = sourceID
    self.make = make
  }

  /// Throws for an id that none of the samples has.
  public static func find(
    _ id: String, among samples: [CollectionSample]
  ) throws(DatasetError) -> CollectionSample {
    if let sample = samples.first(where: { $0.id == id }) { return sample }
    let known = samples.map(\.id)
    throw .unknownSample(id: id, nearest: nearest(id, in: known), known: known)
  }

  /// The examples.
  public func content(root: URL, seed: UInt64) throws(DatasetError) -> Content {
    try make(self, root, seed)
  }
}
