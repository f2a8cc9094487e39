/// The words of the sample's grammar in English and Chinese.
enum BilingualLexicon {
  enum Tense { case past, present, future }

  struct Time {
    let english: String
    let chinese: String
    let tense: Tense
  }

  struct Person {
    let english: String
    let chinese: String
    /// Whether an English verb takes an s after it.
    let isThird: Bool
  }

  struct Verb {
    let base: String
    let third: String
    let past: String
    let chinese: String
  }

  struct Thing {
    let english: String
    let plural: String
    let chinese: String
    /// The measure word between number and noun.
    let measure: String
    var isLiving = false
  }

  struct Determiner {
    let english: String
    /// Empty where Chinese says nothing.
    let chinese: String
    let isPlural: Bool
    /// Whether the noun's measure word follows in Chinese.
    var isCounted = true
  }

  struct Quality {
    let english: String
    let chinese: String
    /// Of a living thing, where that is another word.
    var ofLiving: String?
  }

  struct Place {
    let english: String
    let chinese: String
  }

  static let times = [
    Time(english: "yesterday", chinese: "昨天", tense: .past),
    Time(english: "last week", chinese: "上星期", tense: .past),
    Time(english: "two days ago", chinese: "两天前", tense: .past),
    Time(english: "this morning", chinese: "今天早上", tense: .past),
    Time(english: "every day", chinese: "每天", tense: .present),
    Time(english: "in the evening", chinese: "晚上", tense: .present),
    Time(english: "at weekends", chinese: "周末", tense: .present),
    Time(english: "tomorrow", chinese: "明天", tense: .future),
    Time(english: "next year", chinese: "明年", tense: .future),
    Time(english: "after work", chinese: "下班以后", tense: .future),
  ]

  static let people = [
    Person(english: "I", chinese: "我", isThird: false),
    Person(english: "you", chinese: "你", isThird: false),
    Person(english: "we", chinese: "我们", isThird: false),
    Person(english: "they", chinese: "他们", isThird: false),
    Person(english: "my friends", chinese: "我的朋友们", isThird: false),
    Person(english: "his parents", chinese: "他的父母", isThird: false),
    Person(english: "she", chinese: "她", isThird: true),
    Person(english: "my sister", chinese: "我姐姐", isThird: true),
    Person(english: "your teacher", chinese: "你的老师", isThird: true),
    Person(english: "the doctor", chinese: "医生", isThird: true),
    Person(english: "our neighbour", chinese: "我们的邻居", isThird: true),
    Person(english: "the old farmer", chinese: "老农民", isThird: true),
  ]

  static let verbs = [
    Verb(base: "buy", third: "buys", past: "bought", chinese: "买"),
    Verb(base: "sell", third: "sells", past: "sold", chinese: "卖"),
    Verb(base: "see", third: "sees", past: "saw", chinese: "看见"),
    Verb(base: "find", third: "finds", past: "found", chinese: "找到"),
    Verb(base: "draw", third: "draws", past: "drew", chinese: "画"),
    Verb(base: "choose", third: "chooses", past: "chose", chinese: "选"),
    Verb(base: "clean", third: "cleans", past: "cleaned", chinese: "擦"),
    Verb(base: "photograph", third: "photographs", past: "photographed", chinese: "拍"),
    Verb(base: "carry", third: "carries", past: "carried", chinese: "搬"),
    Verb(base: "look for", third: "looks for", past: "looked for", chinese: "找"),
    Verb(base: "talk about", third: "talks about", past: "talked about", chinese: "谈到"),
    Verb(base: "borrow", third: "borrows", past: "borrowed", chinese: "借"),
  ]

  static let things = [
    Thing(english: "book", plural: "books", chinese: "书", measure: "本"),
    Thing(english: "dictionary", plural: "dictionaries", chinese: "词典", measure: "本"),
    Thing(english: "cat", plural: "cats", chinese: "猫", measure: "只", isLiving: true),
    Thing(english: "bird", plural: "birds", chinese: "鸟", measure: "只", isLiving: true),
    Thing(english: "horse", plural: "horses", chinese: "马", measure: "匹", isLiving: true),
    Thing(english: "fish", plural: "fish", chinese: "鱼", measure: "条", isLiving: true),
    Thing(english: "pair of trousers", plural: "pairs of trousers", chinese: "裤子", measure: "条"),
    Thing(english: "table", plural: "tables", chinese: "桌子", measure: "张"),
    Thing(english: "map", plural: "maps", chinese: "地图", measure: "张"),
    Thing(english: "car", plural: "cars", chinese: "汽车", measure: "辆"),
    Thing(english: "bicycle", plural: "bicycles", chinese: "自行车", measure: "辆"),
    Thing(english: "umbrella", plural: "umbrellas", chinese: "雨伞", measure: "把"),
    Thing(english: "chair", plural: "chairs", chinese: "椅子", measure: "把"),
    Thing(english: "letter", plural: "letters", chinese: "信", measure: "封"),
    Thing(english: "flower", plural: "flowers", chinese: "花", measure: "朵"),
    Thing(english: "computer", plural: "computers", chinese: "电脑", measure: "台"),
    Thing(english: "shirt", plural: "shirts", chinese: "衬衫", measure: "件"),
    Thing(english: "house", plural: "houses", chinese: "房子", measure: "座"),
  ]

  static let determiners = [
    Determiner(english: "a", chinese: "一", isPlural: false),
    Determiner(english: "the", chinese: "", isPlural: false, isCounted: false),
    Determiner(english: "this", chinese: "这", isPlural: false),
    Determiner(english: "that", chinese: "那", isPlural: false),
    Determiner(english: "two", chinese: "两", isPlural: true),
    Determiner(english: "three", chinese: "三", isPlural: true),
    Determiner(english: "many", chinese: "很多", isPlural: true, isCounted: false),
    Determiner(english: "those", chinese: "那几", isPlural: true),
  ]

  static let qualities = [
    Quality(english: "red", chinese: "红色的"), Quality(english: "black", chinese: "黑色的"),
    Quality(english: "big", chinese: "大"), Quality(english: "small", chinese: "小"),
    Quality(english: "new", chinese: "新"), Quality(english: "old", chinese: "旧", ofLiving: "老"),
    Quality(english: "expensive", chinese: "很贵的"), Quality(english: "beautiful", chinese: "美丽的"),
    Quality(english: "heavy", chinese: "很重的"), Quality(english: "unusual", chinese: "少见的"),
  ]

  static let places = [
    Place(english: "in the shop", chinese: "商店里"), Place(english: "at school", chinese: "学校"),
    Place(english: "in the park", chinese: "公园里"), Place(english: "at the station", chinese: "车站"),
    Place(english: "in the library", chinese: "图书馆"), Place(english: "by the river", chinese: "河边"),
    Place(english: "at home", chinese: "家里"), Place(english: "in the village", chinese: "村里"),
    Place(english: "in front of the museum", chinese: "博物馆前面"),
    Place(english: "in Beijing", chinese: "北京"),
  ]
}
