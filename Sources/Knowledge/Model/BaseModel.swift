/// A published model that a configuration can start from.
public struct BaseModel: Hashable, Codable, Sendable {
  /// What may be done with it.
  public struct Licence: Hashable, Codable, Sendable {
    /// In the order of preference.
    public enum Terms: String, Codable, CaseIterable, Hashable, Sendable {
      /// Any use, changed or not, as with Apache 2.0 and MIT.
      case open
      /// Commercial use under the maker's own conditions.
      case conditions
      /// What is built on it must be published too.
      case copyleft
      /// Research or other non-commercial use.
      case nonCommercial = "non-commercial"
    }

    public var name: String
    public var terms: Terms
  }

  /// Whether the weights can be had.
  public enum Weights: String, Codable, CaseIterable, Hashable, Sendable {
    case open
    /// After agreeing to terms with the maker.
    case gated
    /// Only as a service of the maker's.
    case hosted
  }

  /// The count its makers state, which the sizes must come to.
  public struct PublishedCount: Hashable, Codable, Sendable {
    public var parameters: Double
    /// How far the computed count may lie from it, as a share; 0 where it is published to the last digit.
    public var within: Double
    public var basis: [Basis]
  }

  /// What it was trained on.
  public struct TrainingData: Hashable, Codable, Sendable {
    public var amount: Double
    /// What is counted: tokens, images, hours of sound.
    public var unit: LocalizedText
    public var what: LocalizedText
    public var basis: [Basis]
  }

  public var id: ModelID
  public var name: String
  public var maker: String
  /// Year or year-month of its publication.
  public var date: String
  public var modality: Modality
  /// Approaches that it can be the base of.
  public var suits: [ApproachID]
  public var architecture: Architecture
  public var published: PublishedCount
  /// Longest input, in tokens, patches or frames; nil where that has no meaning.
  public var context: Int?
  public var licence: Licence
  public var weights: Weights
  public var trainingData: TrainingData?
  /// Language codes, for example `en`; empty for models without language, nil where not published.
  public var languages: [String]?
  /// What to know before choosing it.
  public var note: LocalizedText
  public var basis: [Basis]
}
