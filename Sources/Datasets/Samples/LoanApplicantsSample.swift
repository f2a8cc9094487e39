import Foundation
import Kernels

extension SampleData {
  /// Loan applicants, one in eight or so of whom defaults; `group` is there for comparing only.
  static let loanApplicants = SampleData(
    id: "loan-applicants", kind: .synthetic,
    title: BilingualText(en: "Synthetic loan applicants with a group column", zh: "合成贷款申请人（含群体列）"),
    process: BilingualText(
      en: "Synthetic: a seeded generator draws 6,000 applicants of three groups. Income, savings, length of"
        + " employment and district differ between the groups on average; whether a loan defaults follows "
        + "from instalment over income (steeply above two fifths), late payments, savings, short employment"
        + " together with a short history, and chance. The group itself plays no part in it, and is kept "
        + "out of the features; the district carries it in part. Some incomes, savings and employment years"
        + " are missing, more often where employment is short. No real person is in it.",
      zh: "合成数据：由固定种子的生成器抽取 6000 名申请人，分属三个群体。各群体的收入、储蓄、工龄和所在片区平均而言有差别；"
        + "是否违约取决于月供占收入之比（超过五分之二后陡增）、逾期次数、储蓄、工龄短且信用记录短，以及偶然因素。群体本身不影响违约，也不作为特征，"
        + "但片区会部分透露群体。部分收入、储蓄和工龄缺失，工龄短者更常缺失。不含任何真实的人。"),
    sourceID: "generator:loan-applicants"
  ) { _, seed throws(DatasetError) in
    var random = SeededGenerator(seed: seed, purpose: "loan applicants")
    let rows = (0..<6_000).map { _ in applicant(&random) }
    return .table(RawTable(names: columns, rows: rows), target: "default", group: "group")
  }

  private static let columns = [
    "group", "age", "district", "housing", "income", "savings", "employment_years", "history_years",
    "late_payments", "open_loans", "purpose", "amount", "months", "default",
  ]

  /// What differs between groups on average: log income, log savings, employment years, districts.
  private struct Group {
    let name: String
    let income: Double
    let savings: Double
    let employment: Double
    let districts: [String]
  }

  private static let groups = [
    Group(
      name: "A", income: 0.08, savings: 0.3, employment: 1.15,
      districts: ["north", "north", "north", "centre", "centre", "south"]),
    Group(
      name: "B", income: -0.10, savings: -0.3, employment: 0.9,
      districts: ["south", "south", "centre", "east", "east", "north"]),
    Group(
      name: "C", income: -0.22, savings: -0.6, employment: 0.75,
      districts: ["east", "east", "east", "south", "centre", "south"]),
  ]

  private static func applicant(_ random: inout SeededGenerator) -> [String] {
    let draw = random.uniform()
    let group = groups[draw < 0.55 ? 0 : draw < 0.85 ? 1 : 2]
    let age = 19 + min(55, -14 * log(1 - random.uniform() * 0.98))
    let employment = min(age - 18, -5 * group.employment * log(1 - random.uniform()))
    let history = max(0, min(age - 18, random.normal(mean: 0.5 * (age - 18), standardDeviation: 4)))
    let income = exp(
      7.75 + group.income + 0.012 * min(age - 19, 25) + random.normal(standardDeviation: 0.42))
    let savings =
      random.uniform() < 0.2
      ? 0 : exp(7.6 + group.savings + 0.9 * log(income / 2_300) + random.normal(standardDeviation: 1.1))
    let strain = random.normal()
    let late = poisson(exp(-1.2 + 0.7 * strain), &random)
    let loans = poisson(exp(0.1 + 0.25 * strain), &random)
    let months = [12, 24, 36, 48, 60, 72][random.index(below: 6)]
    let amount = exp(8.75 + 0.35 * log(income / 2_300) + random.normal(standardDeviation: 0.6))
    let burden = (amount / Double(months) + 110 * Double(loans)) / income
    let lost = employment < 2 ? 0.18 : 0.05
    let isDefault = random.uniform() < risk(burden, late, savings / amount, employment, history)
    return [
      group.name, plainDecimal(age.rounded(.down), 0),
      group.districts[random.index(below: group.districts.count)],
      random.uniform() < 0.25 + 0.008 * age ? "owner" : "tenant",
      random.uniform() < lost ? "" : plainDecimal(income, 0),
      random.uniform() < 0.12 ? "" : plainDecimal(savings, 0),
      random.uniform() < lost ? "" : plainDecimal(employment, 1), plainDecimal(history, 1), String(late),
      String(loans), ["car", "furniture", "education", "renovation", "refinancing"][random.index(below: 5)],
      plainDecimal(amount, 0), String(months), isDefault ? "yes" : "no",
    ]
  }

  /// The probability of default.
  private static func risk(
    _ burden: Double, _ late: Int, _ cushion: Double, _ employment: Double, _ history: Double
  ) -> Double {
    var odds = -2.9 + 1.8 * burden
    // Beyond two fifths of the income there is no room left for a bad month.
    odds += 7 * max(0, burden - 0.4) - 4 * max(0, burden - 0.9)
    odds += 0.95 * Double(min(late, 4))
    odds -= 1.1 * min(cushion, 1.5)
    if employment < 2, history < 5 { odds += 1.6 }
    // Savings make up for late payments.
    if late >= 2, cushion > 0.5 { odds -= 0.8 }
    return 1 / (1 + exp(-odds))
  }
}
