import Knowledge

/// The published texts the estimates rest on; each stands in the catalog's sources.
public enum EstimateSources {
  public static let devlin2019: SourceID = "devlin-2019"
  public static let kaplan2020: SourceID = "kaplan-2020"
  public static let hoffmann2022: SourceID = "hoffmann-2022"
  public static let chowdhery2022: SourceID = "chowdhery-2022"
  public static let rajbhandari2020: SourceID = "rajbhandari-2020"
  public static let korthikanti2022: SourceID = "korthikanti-2022"
  public static let hu2022: SourceID = "hu-2022"
  public static let dettmers2023: SourceID = "dettmers-2023"
  public static let kwon2023: SourceID = "kwon-2023"
  public static let bekman2024: SourceID = "bekman-2024"

  /// Every id above, for the catalog's own check.
  public static let all: [SourceID] = [
    devlin2019, kaplan2020, hoffmann2022, chowdhery2022, rajbhandari2020, korthikanti2022, hu2022,
    dettmers2023, kwon2023, bekman2024,
  ]
}
