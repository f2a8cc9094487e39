import Knowledge
import Recommendations

/// Which of the project's programs trains or tries out a target.
enum TargetProgram: Hashable, Sendable {
  /// scikit-learn on the encoded rows.
  case classical
  /// Dense layers on the encoded rows.
  case dense(widths: [Int])
  /// A Transformer over the encoded columns (Gorishniy et al., 2021).
  case featureTransformer(layers: Int, width: Int, feedForward: Int, heads: Int)
  /// res8 or res15 on log-mel pictures (Tang and Lin, 2018, Table 1).
  case residualKeywords(layers: Int, pool: [Int], dilates: Bool)
  case pretrained(PublishedModel, startsFromWeights: Bool)
  /// A language model asked through prompts.
  case prompt(weights: String, retrieves: Bool)
  /// The kind of network that the pilot trained, for a small target that has no program of its own.
  case pilotNetwork

  /// The target's own program, or for a small network the pilot's; nil where the export has neither.
  static func find(_ configuration: ModelConfiguration) -> TargetProgram? {
    TargetProgram(configuration) ?? (configuration.approach == .smallNetwork ? .pilotNetwork : nil)
  }

  /// nil where the export has no program for the target.
  private init?(_ configuration: ModelConfiguration) {
    let (approach, name) = (configuration.approach, configuration.name.en)
    switch configuration.architecture {
    case .linear where approach == .classical: self = .classical
    case .dense(_, let widths, _): self = .dense(widths: widths)
    case .encoder(let sizes) where name.hasPrefix("FT-Transformer"):
      self = .featureTransformer(
        layers: sizes.layers, width: sizes.width, feedForward: sizes.feedForward, heads: sizes.heads)
    case .decoder where approach == .prompted || approach == .retrieval:
      guard let known = PublishedModel.decoders.first(where: { name.hasPrefix($0.key) }) else { return nil }
      self = .prompt(weights: known.value, retrieves: approach == .retrieval)
    case .convolutional where name == "Residual network res8":
      self = .residualKeywords(layers: 6, pool: [4, 3], dilates: false)
    case .convolutional where name == "Residual network res15":
      self = .residualKeywords(layers: 13, pool: [], dilates: true)
    case .encoder, .convolutional, .vision, .residual, .speechEncoder, .speechToText:
      guard let model = PublishedModel.classifiers.first(where: { name.hasPrefix($0.name) }),
        // Pretraining on unlabelled data of one's own is another program than training on labels.
        !name.contains("pretrained on your own")
      else { return nil }
      self = .pretrained(model, startsFromWeights: approach == .fineTuned)
    case .rules, .linear, .decoder, .textToText, .hosted: return nil
    }
  }

  /// The kind of input it reads; nil where it reads encoded rows of any kind.
  var reads: Modality? {
    switch self {
    case .classical, .dense, .featureTransformer, .pilotNetwork: nil
    case .residualKeywords: .audio
    case .pretrained(let model, _): model.reads
    case .prompt: nil
    }
  }

  /// The Python files it needs beside those every project has.
  var programs: [String] {
    switch self {
    case .classical, .dense, .featureTransformer, .pilotNetwork: []
    case .residualKeywords: ["sound.py"]
    case .pretrained: ["pretrained.py", "sound.py"]
    case .prompt: ["prompt.py", "pretrained.py"]
    }
  }

  /// The command that trains or tries it out, from the project's folder.
  var command: String {
    switch self {
    case .classical: "python classical.py"
    case .prompt: "python prompt.py"
    case .dense, .featureTransformer, .residualKeywords, .pretrained, .pilotNetwork:
      "python train.py --model target"
    }
  }
}
