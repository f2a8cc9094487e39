import Foundation
import Kernels

extension SampleData {
  /// 12,000 card payments, about 1.5 % of them fraud.
  static let cardTransactions = SampleData(
    id: "card-transactions", kind: .synthetic,
    title: BilingualText(en: "Card payments with rare fraud", zh: "含少量欺诈的银行卡交易"),
    process: BilingualText(
      en: "Synthetic: a seeded generator gives 800 cards a usual amount, hours, place and kinds of merchant"
        + " and draws 12,000 payments from these habits, log-normal in amount, now and then on a journey or"
        + " a shopping day. About 1.5 % are fraud: card tests (many small payments in an hour), cash-outs"
        + " (large, far, at night) and, most of all, quiet ones that keep close to the habits. Some"
        + " distances and account ages are missing. No real person or payment is in it.",
      zh: "合成数据：由固定种子的生成器给 800 张卡设定常用金额、时段、地点和商户类型，再按这些习惯抽取 12000 笔交易，"
        + "金额服从对数正态分布，偶有出行或集中购物。约 1.5% 为欺诈：试卡（一小时内多笔小额）、套现（金额大、距离远、多在夜间），"
        + "以及最多的、尽量贴近习惯的隐蔽盗刷。部分距离和账龄缺失。不含任何真实的人或交易。"),
    sourceID: "generator:card-transactions"
  ) { _, seed throws(DatasetError) in
    .table(payments(seed: seed), target: "fraud")
  }

  /// One card's habits: what most of its payments look like.
  private struct Card {
    var typicalAmount: Double
    var spread: Double
    var hour: Double
    var distance: Double
    var paymentsADay: Double
    var accountDays: Int
    var merchants: [String]
  }

  private enum Story {
    case habit
    case journey
    case shoppingDay
    case cardTest
    case cashOut
    case quietFraud

    var isFraud: Bool { self == .cardTest || self == .cashOut || self == .quietFraud }
  }

  private static let merchants = [
    "grocery", "fuel", "restaurant", "clothing", "online", "travel", "electronics", "pharmacy",
    "entertainment", "jewellery",
  ]

  private static let columns = [
    "amount", "amount_to_usual", "hour", "distance_km", "merchant", "card_present", "payments_last_hour",
    "payments_last_day", "minutes_since_last", "new_merchant", "account_days", "fraud",
  ]

  private static func payments(seed: UInt64) -> RawTable {
    var random = SeededGenerator(seed: seed, purpose: "card payments")
    let cards = (0..<800).map { _ in card(&random) }
    let rows = (0..<12_000).map { _ in
      let story = story(&random)
      return payment(cards[random.index(below: cards.count)], story, &random)
    }
    return RawTable(names: columns, rows: rows)
  }

  private static func card(_ random: inout SeededGenerator) -> Card {
    var liked = merchants
    random.shuffle(&liked)
    return Card(
      typicalAmount: exp(random.normal(mean: 3.3, standardDeviation: 0.6)),
      spread: random.uniform(0.5, 0.9), hour: random.normal(mean: 14.5, standardDeviation: 2.5),
      distance: exp(random.normal(mean: 1.4, standardDeviation: 0.7)),
      paymentsADay: exp(random.normal(mean: 0.4, standardDeviation: 0.5)),
      accountDays: Int(exp(random.normal(mean: 6.6, standardDeviation: 0.9))),
      merchants: Array(liked.prefix(4)))
  }

  private static func story(_ random: inout SeededGenerator) -> Story {
    switch random.uniform() {
    case ..<0.004: .cardTest
    case ..<0.008: .cashOut
    case ..<0.015: .quietFraud
    case ..<0.045: .journey
    case ..<0.085: .shoppingDay
    default: .habit
    }
  }

  private static func payment(
    _ card: Card, _ story: Story, _ random: inout SeededGenerator
  ) -> [String] {
    // Each story shifts the habits; a payment of any story stays possible under any other.
    let shift = shift(story)
    let amount = max(
      0.5, card.typicalAmount * exp(random.normal(mean: shift.amount, standardDeviation: card.spread)))
    var hour = random.normal(mean: card.hour + shift.hour, standardDeviation: 3.2)
    hour = hour.truncatingRemainder(dividingBy: 24)
    if hour < 0 { hour += 24 }
    let distance = card.distance * exp(random.normal(mean: shift.distance, standardDeviation: 0.9))
    let lastHour = poisson(card.paymentsADay / 14 + shift.lastHour, &random)
    let lastDay = lastHour + poisson(card.paymentsADay + shift.lastDay, &random)
    let isLiked = random.uniform() < shift.liked
    let merchant =
      isLiked
      ? card.merchants[random.index(below: card.merchants.count)]
      : shift.merchants[random.index(below: shift.merchants.count)]
    let waiting =
      lastHour > 0
      ? random.uniform(0, 60) : 60 - 1_000 / max(0.2, card.paymentsADay) * log(1 - random.uniform())
    let isPresent = merchant != "online" && random.uniform() < shift.present
    let isNew = random.uniform() < (isLiked ? 0.12 : 0.6)
    // Far more often missing where the card was not present, as in real logs.
    let distanceUnknown = random.uniform() < (isPresent ? 0.02 : 0.15)
    return [
      plainDecimal(amount, 2), plainDecimal(amount / card.typicalAmount, 3), plainDecimal(hour, 1),
      distanceUnknown ? "" : plainDecimal(distance, 1), merchant, isPresent ? "yes" : "no",
      String(lastHour), String(lastDay), plainDecimal(waiting, 0), isNew ? "yes" : "no",
      random.uniform() < 0.03 ? "" : String(card.accountDays), story.isFraud ? "yes" : "no",
    ]
  }

  /// How a story departs from the habits: on log scales for amount and distance, in hours for the hour.
  private static func shift(_ story: Story) -> (
    amount: Double, hour: Double, distance: Double, lastHour: Double, lastDay: Double, liked: Double,
    present: Double, merchants: [String]
  ) {
    switch story {
    case .habit: (0, 0, 0, 0, 0, 0.85, 0.85, merchants)
    case .journey: (0.5, 0, 3.2, 0.1, 1.5, 0.3, 0.8, ["travel", "restaurant", "fuel", "entertainment"])
    case .shoppingDay: (0.5, 1, 0.4, 1.1, 3, 0.4, 0.8, ["clothing", "electronics", "online", "jewellery"])
    case .cardTest: (-1.4, 2, 1.5, 2.6, 2.5, 0.15, 0.1, ["online", "online", "entertainment", "fuel"])
    case .cashOut: (1.9, 7, 2.6, 0.7, 1.5, 0.1, 0.45, ["electronics", "jewellery", "travel", "online"])
    case .quietFraud: (0.7, 3, 0.9, 0.35, 0.8, 0.35, 0.4, ["online", "electronics", "clothing", "travel"])
    }
  }

}

/// A count with this mean (Knuth, 1969): uniform numbers are multiplied until they fall below e^−mean.
func poisson(_ mean: Double, _ random: inout SeededGenerator) -> Int {
  let limit = exp(-mean)
  var count = 0
  var product = random.uniform()
  while product > limit {
    count += 1
    product *= random.uniform()
  }
  return count
}

/// A number with a fixed number of decimals, the same under every locale.
func plainDecimal(_ value: Double, _ decimals: Int) -> String {
  let scale = pow(10, Double(decimals))
  let whole = Int((abs(value) * scale).rounded())
  let sign = value < 0 && whole > 0 ? "-" : ""
  if decimals == 0 { return sign + String(whole) }
  let divisor = Int(scale)
  let fraction = String(whole % divisor)
  return sign + String(whole / divisor) + "."
    + String(repeating: "0", count: decimals - fraction.count) + fraction
}
