import Kernels

extension CollectionSample<TranslationCollection> {
  /// English sentences with their Chinese translations from a small grammar of both languages.
  static let englishChinese = CollectionSample(
    id: "english-chinese", kind: .synthetic,
    title: BilingualText(en: "English and Chinese sentences from a grammar", zh: "由语法生成的英汉句对"),
    process: BilingualText(
      en:
        "Synthetic: 3,000 different English sentences, each with its Chinese translation, put together by a"
        + " seeded grammar of some 90 words. Time and place stand elsewhere in Chinese, numbers take the measure"
        + " word of the noun, tenses become particles, questions end in 吗, and English verbs agree with their"
        + " subject; so word for word is not enough. Real sentences are far more varied.",
      zh: "合成数据：3000 个互不相同的英文句子及其中文译文，由带种子的双语语法用约 90 个词拼成。时间和地点在中文里位置不同，"
        + "数词要配名词的量词，时态变成助词，疑问句以“吗”结尾，英文动词随主语变化；因此逐词翻译不够。真实句子远比这多样。"),
    sourceID: "generator:english-chinese"
  ) { sample, _, seed throws(DatasetError) in
    var random = SeededGenerator(seed: seed, purpose: "sentence pairs")
    var seen: Set<String> = []
    var pairs: [TranslationCollection.Pair] = []
    while pairs.count < 3_000 {
      let pair = SentencePlan(&random).pair
      if seen.insert(pair.source).inserted { pairs.append(pair) }
    }
    return TranslationCollection(
      facts: CollectionFacts(
        sample, modality: .text,
        fingerprint: fingerprint(pairs.map { (first: $0.source, second: $0.target) })),
      pairs: pairs)
  }
}

/// What a sentence says, before it is put into either language.
private struct SentencePlan {
  enum Mood: CaseIterable { case statement, denial, question }

  let time: BilingualLexicon.Time
  let subject: BilingualLexicon.Person
  let verb: BilingualLexicon.Verb
  let object: BilingualLexicon.Thing
  let determiner: BilingualLexicon.Determiner
  let quality: BilingualLexicon.Quality?
  let place: BilingualLexicon.Place?
  let mood: Mood

  init(_ random: inout SeededGenerator) {
    func pick<Item>(_ items: [Item]) -> Item { items[random.index(below: items.count)] }
    time = pick(BilingualLexicon.times)
    subject = pick(BilingualLexicon.people)
    verb = pick(BilingualLexicon.verbs)
    object = pick(BilingualLexicon.things)
    determiner = pick(BilingualLexicon.determiners)
    quality = random.uniform() < 0.5 ? pick(BilingualLexicon.qualities) : nil
    place = random.uniform() < 0.5 ? pick(BilingualLexicon.places) : nil
    mood = pick([.statement, .statement, .denial, .question])
  }

  var pair: TranslationCollection.Pair { TranslationCollection.Pair(source: english, target: chinese) }

  private var english: String {
    let noun = determiner.isPlural ? object.plural : object.english
    let needsAn = determiner.english == "a" && "aeiou".contains((quality?.english ?? noun).prefix(1))
    let article = needsAn ? "an" : determiner.english
    let words = [article, quality?.english, noun, place?.english].compactMap { $0 }.joined(separator: " ")
    let name = subject.english
    let first = name.prefix(1).uppercased() + name.dropFirst()
    let does = subject.isThird ? "does" : "do"
    switch (mood, time.tense) {
    case (.statement, .past): return "\(first) \(verb.past) \(words) \(time.english)."
    case (.statement, .present):
      return "\(first) \(subject.isThird ? verb.third : verb.base) \(words) \(time.english)."
    case (.statement, .future): return "\(first) will \(verb.base) \(words) \(time.english)."
    case (.denial, .past): return "\(first) did not \(verb.base) \(words) \(time.english)."
    case (.denial, .present): return "\(first) \(does) not \(verb.base) \(words) \(time.english)."
    case (.denial, .future): return "\(first) will not \(verb.base) \(words) \(time.english)."
    case (.question, .past): return "Did \(name) \(verb.base) \(words) \(time.english)?"
    case (.question, .present):
      return "\(subject.isThird ? "Does" : "Do") \(name) \(verb.base) \(words) \(time.english)?"
    case (.question, .future): return "Will \(name) \(verb.base) \(words) \(time.english)?"
    }
  }

  private var chinese: String {
    let counted = determiner.chinese + (determiner.isCounted ? object.measure : "")
    let quality = object.isLiving ? quality?.ofLiving ?? quality?.chinese : quality?.chinese
    let thing = counted + (quality ?? "") + object.chinese
    let start = subject.chinese + time.chinese
    let place = place.map { "在" + $0.chinese } ?? ""
    let will = time.tense == .future ? "会" : ""
    switch mood {
    case .statement:
      return "\(start)\(will)\(place)\(verb.chinese)\(time.tense == .past ? "了" : "")\(thing)。"
    case .denial:
      return "\(start)\(time.tense == .past ? "没有" : "不")\(will)\(place)\(verb.chinese)\(thing)。"
    case .question:
      return "\(start)\(will)\(place)\(verb.chinese)\(time.tense == .past ? "了" : "")\(thing)吗？"
    }
  }
}
