import Foundation
import Knowledge

/// What the journal keeps of one finished training.
struct UnitRecord: Codable {
  /// The metric on the fold's own rows and on the rows trained on; nil for a training on all rows.
  var validation: Double?
  var training: Double?
  /// Epochs up to the best one; 0 for models without epochs.
  var epochs: Int = 0
  var history: [PilotDiagnostics.EpochLoss] = []
  /// Whether the budget ended it early.
  var cut = false
  /// Seconds to train, and to encode the rows for it.
  var seconds: Double = 0
  var encodingSeconds: Double = 0
  /// The model, kept only of trainings on all rows.
  var model: FittedModel?
}

/// The keys of one run's units: a digest of its inputs, then the unit's own name.
struct UnitKeys {
  /// Raised when the way a unit is trained changes, so that old units are not found again.
  private static let version = "pilot-3"

  private let prefix: String

  init(fingerprint: String, configuration: Data, seed: UInt64) {
    var digest = ContentHash()
    digest.mix(configuration)
    digest.mix(fingerprint.utf8)
    prefix = "\(Self.version)/\(fingerprint.prefix(12))/\(digest.digits())/\(seed)"
  }

  func fold(_ fold: Int, of candidate: String) -> String { "\(prefix)/\(candidate)/fold-\(fold + 1)" }

  func final(_ candidate: String) -> String { "\(prefix)/\(candidate)/final" }
}
