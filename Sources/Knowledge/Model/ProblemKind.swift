/// What kind of task a pilot trains; most have one label or number a row.
public enum ProblemKind: String, Codable, CaseIterable, Hashable, Sendable {
  /// One class or number for every row, picture, sound or text.
  case labelled
  /// Sentence pairs of two languages.
  case translation
  /// The passage that answers a question.
  case retrieval
  /// The next character of a text.
  case textGeneration = "text-generation"
  /// Boxes around things in pictures.
  case objectDetection = "object-detection"
  /// New pictures like those given.
  case imageGeneration = "image-generation"
  /// The words of a recording.
  case speechRecognition = "speech-recognition"
  /// A recording of words.
  case speechSynthesis = "speech-synthesis"
  /// The next return of a price series.
  case returnForecast = "return-forecast"
  /// How much of each asset to hold.
  case portfolio
  /// The best move of a position.
  case moveChoice = "move-choice"
  /// Steps of a character on a grid.
  case gridBehaviour = "grid-behaviour"
  /// The next note of a melody.
  case noteGeneration = "note-generation"
  /// The next frame of a clip.
  case nextFrame = "next-frame"
}

/// A run whose result is known beforehand, to see whether a pilot can be believed.
public enum PilotControl: String, Codable, CaseIterable, Hashable, Sendable {
  /// What is to be predicted is dealt out anew by chance, so that nothing can be learnt (Ojala and Garriga,
  /// 2010): a sound pilot finds no gain.
  case shuffledLabels = "shuffled-labels"
}
