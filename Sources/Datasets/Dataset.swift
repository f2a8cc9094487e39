/// Labelled examples read and checked once: what was inferred, what was left out, and the values.
///
/// The values themselves stay inside the module; `FeatureEncoder` turns them into numbers.
public struct Dataset: Sendable {
  /// The file's, folder's or sample's name, without its path.
  public let name: String
  public let origin: DataOrigin
  public let modality: Modality
  public let task: LearningTask
  /// The target column's name; for a folder, `folder`.
  public let targetName: String
  /// The classes in index order; for a binary task the negative class, then the positive one.
  ///
  /// Empty for regression.
  public let classes: [String]
  /// One entry a row, never missing: the class index, or the value for regression.
  public let targets: [Double]
  /// The number of labelled rows, at least ten.
  public let rows: Int
  /// One entry a column of the file, in the file's order, with what it was taken for and why.
  public let findings: [ColumnFinding]
  /// The files of a folder that could not be read.
  public let skipped: [SkippedFile]
  /// Everything that was inferred or left out, in words a report can print.
  public let notes: [DatasetNote]
  /// SHA-256 over the values as they were understood, in hexadecimal; the file's spelling (quotes,
  /// separator, encoding) does not change it.
  public let fingerprint: String

  let content: Content
  let schema: TableSchema?

  /// A folder's file of each row, as a path inside the folder; empty for everything else.
  public internal(set) var files: [String] = []

  /// The column that is kept out of the features and by which results are compared; nil for none.
  public internal(set) var groups: RowGroups?
}

/// What the examples are made of.
public enum Modality: String, Sendable, Hashable, Codable, CaseIterable {
  case tabular
  case text
  case image
  case audio
}

/// What is to be learnt from the examples.
public enum LearningTask: Sendable, Hashable, Codable {
  /// Two classes; `positive` is the one that probabilities are about.
  case binary(positive: String)
  case multiclass
  case regression
}

/// Where the examples come from.
public enum DataOrigin: Sendable, Hashable, Codable {
  case user
  case sample(kind: SampleKind, sourceID: String, note: BilingualText)

  /// True for examples made by a generator, which every report must say.
  public var isSynthetic: Bool {
    if case .sample(.synthetic, _, _) = self { return true }
    return false
  }
}

/// How the numbers of a sample came to be.
public enum SampleKind: String, Sendable, Hashable, Codable, CaseIterable {
  /// Measured in the world.
  case real
  /// Derived by mathematics, complete and exact.
  case computed
  /// Drawn by a seeded generator that imitates a process.
  case synthetic
}

/// A text in both languages of the product.
public struct BilingualText: Sendable, Hashable, Codable {
  public let en: String
  public let zh: String

  public init(en: String, zh: String) {
    self.en = en
    self.zh = zh
  }

  /// The Chinese text for `zh` and its regional forms, the English one for everything else.
  public func text(in language: String) -> String { language.hasPrefix("zh") ? zh : en }
}

/// The values behind a data set, by the way they are stored.
enum Content: Sendable {
  case table([TableColumn])
  case grid(FeatureGrid)
}

/// Numbers of equal length for every row: pixels or sound features, row-major.
struct FeatureGrid: Sendable {
  var names: [String]
  /// Shape [rows, names].
  var values: [Float]
  /// What the numbers were read from, so that a second folder can be read alike.
  var shape: GridShape
}

/// The common shape of a folder's pictures or sounds.
enum GridShape: Sendable, Hashable {
  case image(side: Int, channels: Int)
  /// Samples a second.
  case sound(rate: Int)
}
