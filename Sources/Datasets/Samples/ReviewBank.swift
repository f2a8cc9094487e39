/// The clauses of one language from which synthetic reviews are put together.
struct ReviewBank: Sendable {
  /// One thing that reviews speak about.
  struct Aspect: Sendable {
    var subjects: [String]
    var good: [String]
    var bad: [String]
    /// Sentences with SUBJECT and WORD to be filled in.
    var assertion: String
    var denial: String
  }

  /// A way to grant the other side a point; FIRST and SECOND are the two clauses.
  struct Concession: Sendable {
    var pattern: String
    /// True when the granted point comes first and the verdict second.
    var concededFirst: Bool

    func join(_ first: String, _ second: String) -> String {
      pattern.replacing("FIRST", with: first).replacing("SECOND", with: second)
    }
  }

  var aspects: [Aspect]
  var concessions: [Concession]
  var openings: [String]
  var fillers: [String]
  var praise: [String]
  var complaint: [String]
  /// What stands between two clauses and at the end.
  var gap: String
  var end: String

  /// The whole review, the opening first.
  func text(_ opening: String?, _ clauses: [String]) -> String {
    (opening.map { $0 + gap } ?? "") + clauses.joined(separator: gap) + end
  }
}

extension ReviewBank {
  static let english = ReviewBank(
    aspects: [
      aspect(
        ["the material", "the finish", "the case", "the stitching", "the screen", "the handle"],
        ["solid", "sturdy", "well made", "smooth", "better than expected", "flawless"],
        ["flimsy", "scratched", "badly made", "rough", "worse than expected", "cracked"]),
      aspect(
        ["delivery", "the parcel", "shipping", "the courier"],
        ["quick", "on time", "careful", "a day early", "easy to follow"],
        ["slow", "a week late", "careless", "lost at first", "a mess"]),
      aspect(
        ["the support team", "the seller", "customer service", "the person on the phone"],
        ["helpful", "polite", "patient", "quick to answer", "fair"],
        ["rude", "useless", "impatient", "impossible to reach", "dishonest"]),
      aspect(
        ["the price", "the offer", "what it costs", "the subscription"],
        ["fair", "a bargain", "low for what you get", "honest"],
        ["too high", "a rip-off", "steep for what you get", "full of hidden fees"]),
      aspect(
        ["the battery", "the motor", "the charger", "the timer", "the sound"],
        ["reliable", "strong", "quiet", "long lasting", "impressive"],
        ["weak", "dead after a week", "noisy", "unreliable", "disappointing"]),
      aspect(
        ["setting it up", "the manual", "the app", "cleaning it"],
        ["simple", "clear", "painless", "a pleasure", "done in minutes"],
        ["complicated", "confusing", "a nightmare", "tedious", "full of errors"]),
    ],
    concessions: [
      Concession(pattern: "although FIRST, SECOND", concededFirst: true),
      Concession(pattern: "FIRST, but SECOND", concededFirst: true),
      Concession(pattern: "yes, FIRST, still SECOND", concededFirst: true),
      Concession(pattern: "FIRST, even though SECOND", concededFirst: false),
      Concession(pattern: "FIRST, despite the fact that SECOND", concededFirst: false),
    ],
    openings: [
      "bought this for my mother", "second one I own", "used it daily for a month", "ordered in spring",
      "a gift for a friend", "saw it in a shop first", "my old one broke", "needed it for the kitchen",
    ],
    fillers: [
      "it is the blue one", "I have the larger size", "we use it every weekend", "it came in a plain box",
      "my sister has the same", "it stands next to the window", "I had waited for a sale",
    ],
    praise: ["would buy again", "glad I chose it", "recommended", "five stars", "no regrets"],
    complaint: ["sending it back", "never again", "save your money", "one star", "I regret it"],
    gap: ". ", end: ".")

  static let chinese = ReviewBank(
    aspects: [
      chineseAspect(
        ["做工", "材质", "外壳", "屏幕", "手感", "包装"], ["扎实", "精致", "结实", "细腻", "超出预期", "讲究"],
        ["粗糙", "单薄", "劣质", "有划痕", "不如预期", "开裂"]),
      chineseAspect(
        ["物流", "快递", "送货", "发货"], ["很快", "准时", "及时", "提前到了", "小心周到"],
        ["很慢", "拖了一周", "粗暴", "差点弄丢", "一团糟"]),
      chineseAspect(
        ["客服", "店家", "售后", "接电话的人"], ["热情", "耐心", "有礼貌", "回复及时", "讲道理"],
        ["敷衍", "不耐烦", "态度恶劣", "找不到人", "推卸责任"]),
      chineseAspect(
        ["价格", "活动价", "性价比", "会员费"], ["实惠", "划算", "合理", "良心"],
        ["偏贵", "坑人", "虚高", "暗藏收费"]),
      chineseAspect(
        ["电池", "电机", "充电器", "音质", "续航"], ["耐用", "给力", "安静", "稳定", "惊艳"],
        ["不经用", "很弱", "噪音大", "一周就坏", "让人失望"]),
      chineseAspect(
        ["安装", "说明书", "应用软件", "清洗"], ["简单", "清楚", "省心", "几分钟搞定", "顺手"],
        ["复杂", "看不懂", "折腾人", "麻烦", "错误百出"]),
    ],
    concessions: [
      Concession(pattern: "虽然FIRST，但是SECOND", concededFirst: true),
      Concession(pattern: "FIRST，不过SECOND", concededFirst: true),
      Concession(pattern: "诚然FIRST，可SECOND", concededFirst: true),
      Concession(pattern: "FIRST，尽管SECOND", concededFirst: false),
      Concession(pattern: "FIRST，哪怕SECOND", concededFirst: false),
    ],
    openings: ["给妈妈买的", "已经是第二个了", "用了一个月", "春天下的单", "送朋友的", "先在店里看过", "旧的坏了才换", "放厨房用"],
    fillers: ["我选的是蓝色", "买的大号", "每个周末都用", "盒子很普通", "我姐也有一个", "就放在窗边", "等了好久才打折"],
    praise: ["会回购", "没选错", "推荐", "五星", "不后悔"],
    complaint: ["准备退货", "不会再买", "别花冤枉钱", "一星", "后悔了"],
    gap: "，", end: "。")
}

private func aspect(_ subjects: [String], _ good: [String], _ bad: [String]) -> ReviewBank.Aspect {
  ReviewBank.Aspect(
    subjects: subjects, good: good, bad: bad, assertion: "SUBJECT is WORD",
    denial: "SUBJECT is not WORD at all")
}

private func chineseAspect(_ subjects: [String], _ good: [String], _ bad: [String]) -> ReviewBank.Aspect {
  ReviewBank.Aspect(
    subjects: subjects, good: good, bad: bad, assertion: "SUBJECTWORD", denial: "SUBJECT一点也不WORD")
}
