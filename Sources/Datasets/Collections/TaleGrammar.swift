import Kernels

extension CollectionSample<TextCollection> {
  /// Short tales put together by a seeded grammar.
  static let tales = CollectionSample(
    id: "grammar-tales", kind: .synthetic,
    title: BilingualText(en: "Short tales from a grammar", zh: "由语法生成的短故事"),
    process: BilingualText(
      en:
        "Synthetic: 1,500 tales of three sentences, put together by a seeded grammar of names, animals, places"
        + " and things. The one who acts is named first and meant by he, she or it afterwards, things wanted at"
        + " the beginning are found at the end, and quarrels end as they began; so what comes next often hangs"
        + " on words far back.",
      zh: "合成数据：1500 篇三句话的小故事，由带种子的语法用人名、动物、地点和物品拼成。主角先出现名字，随后用代词指代；"
        + "开头想要的东西在结尾找到，争执有始有终。因此下一个字母往往取决于很靠前的词。"),
    sourceID: "generator:grammar-tales"
  ) { sample, _, seed throws(DatasetError) in
    let documents = (0..<1_500).map { place in
      var random = SeededGenerator(seed: seed, purpose: "tale \(place)")
      return TaleGrammar.tale(&random)
    }
    var digest = ExampleDigest()
    documents.forEach { digest.add($0) }
    return TextCollection(
      facts: CollectionFacts(sample, modality: .text, fingerprint: digest.hexadecimal()), documents: documents
    )
  }
}

/// A small grammar of tales in which later words depend on much earlier ones.
private enum TaleGrammar {
  private static let people = [
    ("Anna", "she", "her"), ("Mara", "she", "her"), ("Ruth", "she", "her"), ("Otto", "he", "his"),
    ("Ben", "he", "his"), ("Karl", "he", "his"), ("the fox", "it", "its"), ("the owl", "it", "its"),
    ("the old bear", "it", "its"),
  ]
  private static let things = [
    "a silver key", "a red kite", "a lost letter", "a small lamp", "a blue cup", "a wooden flute",
    "a sack of flour",
  ]
  private static let places = [
    "by the river", "in the barn", "under the bridge", "behind the mill", "on the hill", "near the well",
  ]
  private static let times = ["One morning", "Late in autumn", "Before the rain", "After supper", "At noon"]
  private static let ways = ["slowly", "at once", "without a word", "with great care", "all day"]

  static func tale(_ random: inout SeededGenerator) -> String {
    func pick<Item>(_ items: [Item], _ random: inout SeededGenerator) -> Item {
      items[Int(random.uniform() * Double(items.count))]
    }
    let hero = pick(people, &random)
    let other = pick(people.filter { $0.0 != hero.0 }, &random)
    let thing = pick(things, &random)
    let same = "the" + thing.drop { $0 != " " }
    let (place, later) = (pick(places, &random), pick(places, &random))
    let (time, way) = (pick(times, &random), pick(ways, &random))
    let begin = "\(time) \(hero.0) went out to look for \(thing) \(place)."
    let pronoun = hero.1.prefix(1).uppercased() + hero.1.dropFirst()
    if random.uniform() < 0.5 {
      return "\(begin) \(pronoun) searched \(way), but \(other.0) had taken \(same) \(later)."
        + " \(hero.0.prefix(1).uppercased() + hero.0.dropFirst()) asked \(other.0), and \(other.1) gave \(same) back."
    }
    return "\(begin) There \(hero.1) met \(other.0), who had lost \(other.2) way \(later)."
      + " Together they walked home \(way), and \(hero.0) found \(same) at \(hero.2) own door."
  }
}
