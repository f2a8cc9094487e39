/// The seven ways a task can be done, from no model at all to one trained from nothing.
///
/// The raw values are promises: they stand in files, JSON and the store.
public enum ApproachID: String, Codable, CaseIterable, Hashable, Sendable {
  /// Rules and people.
  case noAI = "no-ai"
  /// Linear models, trees and their like on designed features.
  case classical
  /// A small neural network trained on the task's own data.
  case smallNetwork = "small-network"
  /// A large model used as it is, through prompts.
  case prompted
  /// A large model that answers from retrieved documents.
  case retrieval
  /// A pretrained model whose weights are trained further on the task.
  case fineTuned = "fine-tuned"
  /// A large model trained from random weights.
  case fromScratch = "from-scratch"
}

extension ApproachID: CodingKeyRepresentable {}

/// The six fields of application; every scenario lives in one.
public enum Domain: String, Codable, CaseIterable, Hashable, Sendable {
  case nlp, vision, speech, medical, finance, games
}
