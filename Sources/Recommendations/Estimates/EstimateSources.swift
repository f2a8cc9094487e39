import Knowledge

/// The published texts the estimates rest on; each stands in the catalog's sources.
public enum EstimateSources {
  /// Encoder sizes and counts.
  static let devlin2019: SourceID = "devlin-2019"
  /// Six operations for each parameter and token.
  static let brown2020: SourceID = "brown-2020"
  /// Operations of attention.
  static let hoffmann2022: SourceID = "hoffmann-2022"
  /// Bytes of weights, gradients and optimiser state.
  static let rajbhandari2020: SourceID = "rajbhandari-2020"
  /// Bytes of activations.
  static let korthikanti2022: SourceID = "korthikanti-2022"
  /// Low-rank adapters.
  static let hu2022: SourceID = "hu-2022"
  /// Keys and values of a sequence.
  static let kwon2023: SourceID = "kwon-2023"
  /// Peak speeds of accelerators, and the share of them that trainings reach.
  static let bekman2024: SourceID = "bekman-2024"

  /// Every id above, for the catalog's own check.
  public static let all: [SourceID] = [
    devlin2019, brown2020, hoffmann2022, rajbhandari2020, korthikanti2022, hu2022, kwon2023, bekman2024,
  ]
}
