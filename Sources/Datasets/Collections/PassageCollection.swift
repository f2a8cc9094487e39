/// Passages, and questions each of which one of them answers.
public struct PassageCollection: Sendable {
  public struct Question: Hashable, Sendable {
    public let text: String
    /// The passage that answers it, by its place among `passages`.
    public let passage: Int

    public init(text: String, passage: Int) {
      self.text = text
      self.passage = passage
    }
  }

  public let facts: CollectionFacts
  public let questions: [Question]
  /// All different.
  public let passages: [String]

  public init(facts: CollectionFacts, questions: [Question], passages: [String]) {
    self.facts = facts
    self.questions = questions
    self.passages = passages
  }

  public static let samples: [CollectionSample<PassageCollection>] = [.handbook]

  /// The most rows that are read; more are thinned by a seeded draw.
  static let rowLimit = 6_000

  /// Reads a table with the columns `question` and `passage`; what is searched is every different passage.
  ///
  /// - Throws: what `readTable` refuses, a missing column, fewer than 30 questions or different passages.
  public static func load(_ request: DatasetRequest) throws(DatasetError) -> PassageCollection {
    let read = try TextPairs(request, first: "question", second: "passage", limit: rowLimit)
    let (questions, passages) = indexed(read.pairs)
    guard passages.count >= 30 else {
      throw .tooFewDifferent(column: "passage", distinct: passages.count, least: 30)
    }
    return PassageCollection(
      facts: CollectionFacts(
        name: request.location.lastPathComponent, origin: .user, modality: .text, notes: read.notes,
        fingerprint: fingerprint(read.pairs)),
      questions: questions, passages: passages)
  }

  /// Questions that point into the different passages, which stand in the order they first come in.
  static func indexed(_ pairs: [(first: String, second: String)]) -> ([Question], [String]) {
    var places: [String: Int] = [:]
    var passages: [String] = []
    let questions = pairs.map { pair in
      let place = places[pair.second] ?? passages.count
      if place == passages.count {
        places[pair.second] = place
        passages.append(pair.second)
      }
      return Question(text: pair.first, passage: place)
    }
    return (questions, passages)
  }
}

/// SHA-256 over pairs of texts.
func fingerprint(_ pairs: [(first: String, second: String)]) -> String {
  var digest = ExampleDigest()
  for pair in pairs {
    digest.add(pair.first)
    digest.add(pair.second)
  }
  return digest.hexadecimal()
}
