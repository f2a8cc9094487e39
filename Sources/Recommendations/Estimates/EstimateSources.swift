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
  /// Experts of which each token uses a few.
  static let jiang2024: SourceID = "jiang-2024"
  /// Encoder–decoders for text.
  static let raffel2020: SourceID = "raffel-2020"
  /// Encoder–decoders for speech.
  static let radford2022: SourceID = "radford-2022"
  /// Encoders on the waveform.
  static let baevski2020: SourceID = "baevski-2020"
  /// Transformers on image patches.
  static let dosovitskiy2021: SourceID = "dosovitskiy-2021"
  /// Residual networks.
  static let he2016: SourceID = "he-2016"
  /// Adapters on weights of 4 bits.
  static let dettmers2023: SourceID = "dettmers-2023"
  /// What a training in a graph of separate operations holds besides the weights.
  static let googleBERT2018: SourceID = "google-bert-2018"
  /// A published price of an hour on one accelerator.
  static let deepseek2024: SourceID = "deepseek-2024"

  /// Every id above, for the catalog's own check.
  public static let all: [SourceID] = [
    devlin2019, brown2020, hoffmann2022, rajbhandari2020, korthikanti2022, hu2022, kwon2023, bekman2024,
    jiang2024, raffel2020, radford2022, dosovitskiy2021, he2016, dettmers2023, googleBERT2018, deepseek2024,
    baevski2020,
  ]
}
