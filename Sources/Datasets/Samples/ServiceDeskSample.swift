import Kernels

extension SampleData {
  /// Messages to a customer service desk, half of them English, half Chinese, by topic.
  static let serviceDeskMessages = SampleData(
    id: "service-desk-messages", kind: .synthetic,
    title: BilingualText(en: "Synthetic messages to a service desk, English and Chinese", zh: "合成服务台来信（中英文）"),
    process: BilingualText(
      en: "Synthetic: a seeded generator writes 2,400 messages to the service desk of a telephone and "
        + "internet company, half in English and half in Chinese, on six topics of uneven size. Three in ten"
        + " mention another topic in passing, one in twenty says hardly anything, words are shared between "
        + "topics, and letters are dropped or swapped now and then. Four in a hundred labels are wrong, so "
        + "that no model can be right every time. No real message is in it.",
      zh: "合成数据：由固定种子的生成器为一家电话和宽带公司的服务台写出 2400 条来信，中英文各半，分属六个多寡不均的主题。"
        + "三成来信顺带提到别的主题，约二十分之一几乎没说什么，不同主题共用一些词，偶有漏字或错字。"
        + "百分之四的标签是错的，因此没有模型能次次正确。不含任何真实来信。"),
    sourceID: "generator:service-desk-messages"
  ) { _, seed throws(DatasetError) in
    var random = SeededGenerator(seed: seed, purpose: "service desk")
    var rows: [[String]] = []
    for bank in [ServiceDeskBank.english, .chinese] {
      for _ in 0..<1_200 { rows.append(bank.message(&random)) }
    }
    random.shuffle(&rows)
    return .table(RawTable(names: ["message", "topic"], rows: rows), target: "topic")
  }
}

extension ServiceDeskBank {
  private static let sideTopicShare = 0.3
  private static let vagueShare = 0.05
  private static let labelNoise = 0.04
  private static let typingErrors = 0.25

  /// One message and its topic.
  func message(_ random: inout SeededGenerator) -> [String] {
    let topic = topic(&random)
    let other = topics[(topic + 1 + random.index(below: topics.count - 1)) % topics.count]
    var parts: [String] = []
    if random.uniform() < 0.4 { parts.append(pick(greetings, &random)) }
    if random.uniform() < Self.vagueShare {
      // Only one word of the topic is left of what the person wanted to say.
      parts.append(pick(vague, &random).replacing("SUBJECT", with: pick(topics[topic].subjects, &random)))
    } else {
      let concern = topics[topic].sentence(&random)
      if random.uniform() < Self.sideTopicShare {
        let side = other.sentence(&random)
        parts.append(
          pick(asides, &random).replacing("OTHER", with: side).replacing("CONCERN", with: concern))
      } else {
        parts.append(concern)
      }
    }
    if random.uniform() < 0.45 { parts.append(pick(fillers, &random)) }
    if random.uniform() < 0.35 { parts.append(pick(closings, &random)) }
    let isWrong = random.uniform() < Self.labelNoise
    var text = parts.joined(separator: gap) + end
    if random.uniform() < Self.typingErrors { text = mistyped(text, &random) }
    return [text, isWrong ? other.name : topics[topic].name]
  }

  /// The place of a topic, drawn by the topics' shares.
  private func topic(_ random: inout SeededGenerator) -> Int {
    var left = random.uniform() * topics.reduce(0) { $0 + $1.share }
    for (place, topic) in topics.enumerated() {
      left -= topic.share
      if left < 0 { return place }
    }
    return topics.count - 1
  }

  /// The text with one character dropped or swapped with its neighbour.
  private func mistyped(_ text: String, _ random: inout SeededGenerator) -> String {
    var characters = Array(text)
    guard characters.count > 4 else { return text }
    let place = 1 + random.index(below: characters.count - 3)
    if random.uniform() < 0.5 { characters.remove(at: place) } else { characters.swapAt(place, place + 1) }
    return String(characters)
  }
}

extension ServiceDeskBank.Topic {
  /// What is wrong with what, or what is wanted of it.
  func sentence(_ random: inout SeededGenerator) -> String {
    pick(sentences, &random).replacing("SUBJECT", with: pick(subjects, &random))
  }
}

/// One of the texts, each as likely as the others.
private func pick(_ texts: [String], _ random: inout SeededGenerator) -> String {
  texts[random.index(below: texts.count)]
}
