import Foundation

/// Simple returns of several assets over the same periods, in the order of time.
public struct AssetReturns: Sendable {
  public let facts: CollectionFacts
  public let assets: [String]
  /// The date at the end of each period, as it is written.
  public let periods: [String]
  /// [period][asset], as a share of what was held: 0.01 for one per cent, more than −1.
  public let returns: [[Double]]
  /// 252 for days, 52 for weeks, 12 for months, 4 for quarters, 1 for years.
  public let periodsPerYear: Double

  public init(
    facts: CollectionFacts, assets: [String], periods: [String], returns: [[Double]], periodsPerYear: Double
  ) {
    self.facts = facts
    self.assets = assets
    self.periods = periods
    self.returns = returns
    self.periodsPerYear = periodsPerYear
  }

  public static let samples: [CollectionSample<AssetReturns>] = [.factorAssets]

  /// The fewest periods a table may have.
  public static let fewestPeriods = 120

  /// Reads a table with a date column and a column of prices, or of returns, for every asset.
  ///
  /// They are returns if one of them is negative, and prices otherwise; a note says which. Daily figures become
  /// weekly ones. Periods in which an asset has no figure are left out.
  /// - Throws: what `readTable` refuses; no dates or the same date twice, fewer than two columns of numbers, a
  ///   price of 0, a return of −1 or less, or fewer than 120 periods.
  public static func load(_ request: DatasetRequest) throws(DatasetError) -> AssetReturns {
    let table = try DatedTable(request) { _ throws(DatasetError) in nil }
    guard table.columns.count >= 2 else { throw .tooFewAssets(found: table.columns.map(\.name)) }
    let kept = table.days.indices.filter { row in table.columns.allSatisfy { !$0.values[row].isNaN } }
    let areReturns = table.columns.contains { $0.values.contains { $0 < 0 } }
    var notes = table.notes + [.figuresRead(areReturns: areReturns)]
    if kept.count < table.days.count { notes.append(.periodsIncomplete(table.days.count - kept.count)) }
    try check(table.columns, kept, areReturns: areReturns)
    var days = kept.map { table.days[$0] }
    var periods = kept.map { table.periods[$0] }
    var returns = kept.map { row in table.columns.map { $0.values[row] } }
    if !areReturns {
      returns = zip(returns, returns.dropFirst()).map { before, after in
        zip(before, after).map { $1 / $0 - 1 }
      }
      days = Array(days.dropFirst())
      periods = Array(periods.dropFirst())
    }
    if medianGap(days) < 4 {
      let weeks = weekly(days, returns)
      notes.append(.daysToWeeks(days: days.count, weeks: weeks.count))
      (days, periods, returns) = (
        weeks.map { days[$0.last] }, weeks.map { periods[$0.last] }, weeks.map(\.returns)
      )
    }
    guard returns.count >= fewestPeriods else {
      throw .tooFewPeriods(periods: returns.count, least: fewestPeriods)
    }
    var digest = ExampleDigest()
    returns.forEach { digest.add($0) }
    return AssetReturns(
      facts: CollectionFacts(
        name: request.location.lastPathComponent, origin: .user, modality: .tabular, notes: notes,
        fingerprint: digest.hexadecimal()),
      assets: table.columns.map(\.name), periods: periods, returns: returns,
      periodsPerYear: periodsPerYear(gap: medianGap(days)))
  }

  private static func check(
    _ columns: [DatedTable.Column], _ kept: [Int], areReturns: Bool
  ) throws(DatasetError) {
    for column in columns {
      for row in kept where areReturns ? column.values[row] <= -1 : column.values[row] <= 0 {
        if areReturns {
          throw .returnTooLow(column: column.name, row: column.rows[row], value: column.values[row])
        }
        throw .priceNotPositive(column: column.name, row: column.rows[row], value: column.values[row])
      }
    }
  }

  /// Returns over calendar weeks, Monday to Sunday, and the place of each week's last day.
  private static func weekly(
    _ days: [Double], _ returns: [[Double]]
  ) -> [(last: Int, returns: [Double])] {
    var weeks: [(last: Int, returns: [Double])] = []
    var current: Double?
    for (place, day) in days.enumerated() {
      // 1 January 1970 was a Thursday.
      let week = ((day + 3) / 7).rounded(.down)
      if week == current, let last = weeks.last {
        let grown = zip(last.returns, returns[place]).map { (1 + $0) * (1 + $1) - 1 }
        weeks[weeks.count - 1] = (place, grown)
      } else {
        weeks.append((place, returns[place]))
        current = week
      }
    }
    return weeks
  }

  private static func medianGap(_ days: [Double]) -> Double {
    let gaps = zip(days, days.dropFirst()).map { $1 - $0 }.sorted()
    return gaps.isEmpty ? 7 : gaps[gaps.count / 2]
  }

  private static func periodsPerYear(gap: Double) -> Double {
    gap < 4 ? 252 : gap < 20 ? (365 / gap).rounded() : gap < 45 ? 12 : gap < 200 ? 4 : 1
  }
}
