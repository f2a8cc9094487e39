import Kernels

extension CollectionSample<PassageCollection> {
  /// Questions to the handbook of a town's services, put together by a seeded generator.
  static let handbook = CollectionSample(
    id: "town-handbook", kind: .synthetic,
    title: BilingualText(en: "Questions to a town's handbook", zh: "市政手册问答"),
    process: BilingualText(
      en:
        "Synthetic: the handbook of a made-up town, one passage of two or three sentences for each of 18"
        + " services and 18 topics (324 in all), and 1,500 questions put together by a seeded generator. A"
        + " fifth of the questions call the service by another name than the passage does, a fifth ask for the"
        + " topic in other words, and a quarter hold a typing error; so a search for the same words finds many"
        + " passages, not all.",
      zh: "合成数据：一座虚构城市的办事手册，18 项服务乘以 18 个主题，共 324 段，每段两三句话；1500 个问题由带种子的生成器拼成。"
        + "五分之一的问题用另一种叫法称呼该服务，五分之一换了说法询问主题，四分之一含有一处打字错误；因此按相同词语检索能找到许多段落，"
        + "但不是全部。"),
    sourceID: "generator:town-handbook"
  ) { sample, _, seed throws(DatasetError) in
    let pairs = HandbookGrammar.pairs(questions: 1_500, seed: seed)
    let (questions, passages) = PassageCollection.indexed(pairs)
    return PassageCollection(
      facts: CollectionFacts(sample, modality: .text, fingerprint: fingerprint(pairs)), questions: questions,
      passages: passages)
  }
}

/// Draws the passages of a handbook and questions to them.
private enum HandbookGrammar {
  /// Questions with the passages that answer them; every passage is asked for.
  static func pairs(questions: Int, seed: UInt64) -> [(first: String, second: String)] {
    let services = HandbookWords.services
    let topics = HandbookWords.topics
    var random = SeededGenerator(seed: seed, purpose: "handbook passages")
    let passages = services.flatMap { service in
      topics.map { passage(service, $0, &random) }
    }
    var generator = SeededGenerator(seed: seed, purpose: "handbook questions")
    var places = Array(passages.indices)
    while places.count < questions { places.append(generator.index(below: passages.count)) }
    generator.shuffle(&places)
    return places.map { place in
      let (service, topic) = (services[place / topics.count], topics[place % topics.count])
      return (question(service, topic, &generator), passages[place])
    }
  }

  private static func passage(
    _ service: HandbookWords.Service, _ topic: HandbookWords.Topic, _ random: inout SeededGenerator
  ) -> String {
    let text = filled(pick(topic.passages, &random), service.name, &random)
    let more = filled(pick(HandbookWords.asides, &random), service.name, &random)
    return random.uniform() < 0.7 ? "\(text) \(more)" : text
  }

  private static func question(
    _ service: HandbookWords.Service, _ topic: HandbookWords.Topic, _ random: inout SeededGenerator
  ) -> String {
    let name = random.uniform() < 0.8 ? service.name : pick(service.otherNames, &random)
    let form = random.uniform() < 0.8 ? pick(topic.plain, &random) : pick(topic.otherwise, &random)
    var text = form.replacing("@", with: name)
    if random.uniform() < 0.25 { text = mistyped(text, &random) }
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  /// The text with two neighbouring letters exchanged in one of its longer words.
  private static func mistyped(_ text: String, _ random: inout SeededGenerator) -> String {
    var words = text.split(separator: " ").map(Array.init)
    let long = words.indices.filter { words[$0].count > 5 }
    guard !long.isEmpty else { return text }
    let word = pick(long, &random)
    let letter = 1 + random.index(below: words[word].count - 3)
    words[word].swapAt(letter, letter + 1)
    return words.map { String($0) }.joined(separator: " ")
  }

  /// A template with the service for @, a number for # and a day for %.
  private static func filled(
    _ template: String, _ service: String, _ random: inout SeededGenerator
  ) -> String {
    var text = ""
    for character in template {
      switch character {
      case "@": text += service
      case "#": text += "\(2 + random.index(below: 28))"
      case "%": text += pick(HandbookWords.days, &random)
      default: text.append(character)
      }
    }
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  private static func pick<Item>(_ items: [Item], _ random: inout SeededGenerator) -> Item {
    items[random.index(below: items.count)]
  }
}
