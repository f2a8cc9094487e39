import Datasets
import Knowledge

/// Which data the pilot ran on.
public struct PilotData: Hashable, Codable, Sendable {
  public enum Origin: String, Codable, CaseIterable, Hashable, Sendable {
    case user
    case sampleReal = "sample-real"
    case sampleComputed = "sample-computed"
    case sampleSynthetic = "sample-synthetic"
  }

  public var name: String
  public var origin: Origin
  public var modality: String
  /// `binary`, `multiclass`, `regression`, or the kind of problem.
  public var task: String
  public var classes: [String]
  public var rows: Int
  /// Columns of the encoded feature matrix.
  public var features: Int
  public var profile: DataProfile
  /// SHA-256 over the training rows, and over the given test rows where there are any, joined by `+`.
  public var fingerprint: String
  /// The column that is predicted.
  public var target: String
  /// What was inferred or left out while reading.
  public var notes: [DatasetNote]
  /// Where sample data come from; nil for a person's own, and in records of earlier versions.
  public var process: LocalizedText?
  /// The control that was run: with `shuffled-labels` there is nothing to learn; nil for none.
  public var control: PilotControl?

  /// Whether each example is a row with one label or number, whose columns could be counted.
  public var isTable: Bool { ["binary", "multiclass", "regression"].contains(task) }
  /// Whether a person would call its examples rows, as those of a table, and not recordings or pictures.
  public var hasRows: Bool { isTable && modality == Datasets.Modality.tabular.rawValue }

  public init(
    name: String, origin: Origin, modality: String, task: String, classes: [String], rows: Int,
    features: Int, profile: DataProfile, fingerprint: String, target: String, notes: [DatasetNote],
    process: LocalizedText? = nil, control: PilotControl? = nil
  ) {
    self.name = name
    self.origin = origin
    self.modality = modality
    self.task = task
    self.classes = classes
    self.rows = rows
    self.features = features
    self.profile = profile
    self.fingerprint = fingerprint
    self.target = target
    self.notes = notes
    self.process = process
    self.control = control
  }
}
