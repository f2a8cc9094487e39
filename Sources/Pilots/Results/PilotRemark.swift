/// A typed remark worded in the report.
public struct PilotRemark: Hashable, Codable, Sendable {
  /// One of the names below.
  public var kind: String
  /// The figure or name the wording needs; see the kind.
  public var detail: String

  public init(kind: String, detail: String) {
    self.kind = kind
    self.detail = detail
  }
}

extension PilotRemark {
  /// The metric asked for does not suit the data's task; `detail` is the metric asked for.
  public static let metricChanged = "metric-changed"
  /// Another number of folds than configured; `detail` is the number used.
  public static let foldsChanged = "folds-changed"
  /// Classes so rare that some folds cannot show them; `detail` names them, joined by commas.
  public static let rareClasses = "rare-classes"
  /// The budget left a candidate out; `detail` is its id.
  public static let candidateSkipped = "candidate-skipped"
  /// The budget allowed fewer folds for a candidate; `detail` is `candidate: folds`.
  public static let foldsCut = "folds-cut"
  /// The budget allowed fewer penalties to be tried for the linear model; `detail` is how many were tried.
  public static let penaltiesCut = "penalties-cut"
  /// The budget allowed fewer epochs for the network; `detail` is the number allowed.
  public static let epochsCut = "epochs-cut"
  /// The budget ended the boosting early; `detail` is the number of trees a class of the shortest fold.
  public static let roundsCut = "rounds-cut"
  /// A group column was named, but results of this task are not compared by group; `detail` is the column.
  public static let groupsNotCompared = "groups-not-compared"
  /// The budget ended a linear fit before it had settled; `detail` is the candidate's id.
  public static let fitCut = "fit-cut"
  /// The network stopped being a number while training and was left out; `detail` is the learning rate.
  public static let diverged = "diverged"
  /// Two candidates were within one standard error and the simpler one won; `detail` is the other one's id.
  public static let simplerChosen = "simpler-chosen"
  /// The prediction time is of the model alone, without reading and encoding the row; `detail` is empty.
  public static let encodingNotTimed = "encoding-not-timed"
  /// Files that could not be read; `detail` names them, the first twenty.
  public static let filesSkipped = "files-skipped"
}
