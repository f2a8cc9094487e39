import Knowledge

/// A published model that Hugging Face Transformers can load.
struct PublishedModel: Hashable, Sendable {
  /// The name in the catalog's targets.
  let name: String
  /// The library's name of the architecture (`model_type`).
  let family: String
  let reads: Modality
  /// Repository of the published weights on the Hugging Face Hub.
  let weights: String

  /// Classifiers by the names the catalog gives them.
  static let classifiers: [PublishedModel] = [
    PublishedModel(
      name: "DistilBERT", family: "distilbert", reads: .text, weights: "distilbert/distilbert-base-uncased"),
    PublishedModel(
      name: "BERT-base", family: "bert", reads: .text, weights: "google-bert/bert-base-uncased"),
    PublishedModel(
      name: "ViT-B/16", family: "vit", reads: .image, weights: "google/vit-base-patch16-224-in21k"),
    PublishedModel(name: "ResNet-50", family: "resnet", reads: .image, weights: "microsoft/resnet-50"),
    PublishedModel(
      name: "MobileNetV2", family: "mobilenet_v2", reads: .image, weights: "google/mobilenet_v2_1.0_224"),
    PublishedModel(
      name: "wav2vec 2.0 base", family: "wav2vec2", reads: .audio, weights: "facebook/wav2vec2-base"),
  ]

  /// Chinese texts are read by the model of the same sizes with a vocabulary for them (Devlin et al., 2019).
  static let chineseEncoder = "google-bert/bert-base-chinese"

  /// Instruction-tuned decoders by the beginning of their names.
  static let decoders = ["Llama-3.1-8B": "meta-llama/Llama-3.1-8B-Instruct"]
}
