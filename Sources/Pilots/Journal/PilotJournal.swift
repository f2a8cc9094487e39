import Foundation

/// Where a pilot writes down what it has finished, so that a killed run can go on from there.
///
/// A unit is one training: a candidate with its settings in one fold, or on all training rows. Its key
/// names the data, the configuration and the seed too, so that a changed input never finds an old unit.
public protocol PilotJournal: Sendable {
  /// What was recorded under the key; nil if the unit was never finished.
  func finished(_ key: String) -> Data?

  /// Keeps a finished unit; it must survive a kill that comes right after.
  func record(_ key: String, _ payload: Data) throws

  /// Notes one epoch of a unit still in training, for people who watch.
  func epoch(_ key: String, _ loss: PilotDiagnostics.EpochLoss) throws
}
