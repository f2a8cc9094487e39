import Datasets
import Networks

/// Encoded rows to train on and to score, by an encoder that has seen only the former.
struct EncodedRows {
  let training: ExampleSet
  let scored: ExampleSet

  /// - Throws: `PilotError.noFeatures` when no column varies in the training rows.
  init(_ dataset: Dataset, training: [Int], scored: [Int], in source: Dataset) throws {
    let encoder = FeatureEncoder.fit(dataset, rows: training)
    guard encoder.columns > 0 else { throw PilotError.noFeatures }
    self.training = examples(encoder, dataset, training)
    self.scored = examples(encoder, source, scored)
  }
}

private func examples(_ encoder: FeatureEncoder, _ dataset: Dataset, _ rows: [Int]) -> ExampleSet {
  ExampleSet(
    rows: rows.count, columns: encoder.columns, features: encoder.encode(dataset, rows: rows),
    targets: rows.map { Float(dataset.targets[$0]) })
}
