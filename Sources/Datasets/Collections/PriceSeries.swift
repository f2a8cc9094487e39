import Foundation

/// The returns of one price series in the order of time.
public struct PriceSeries: Sendable {
  public let facts: CollectionFacts
  /// The date at the end of each return, as it is written.
  public let periods: [String]
  /// 100 ln(price / price before), in per cent.
  public let returns: [Double]

  /// - Parameters periods, returns: one entry a return each.
  public init(facts: CollectionFacts, periods: [String], returns: [Double]) {
    self.facts = facts
    self.periods = periods
    self.returns = returns
  }

  public static let samples: [CollectionSample<PriceSeries>] = [.weakSignal]

  /// The fewest prices a series may have.
  public static let fewestPrices = 200

  /// Reads a table with a date column and a column of prices: the target, or one named `price` or `close`.
  ///
  /// Rows without a price are left out. Prices must be more than 0.
  /// - Throws: what `readTable` refuses; no dates or the same date twice, no such column, a price that is no
  ///   number or not more than 0, fewer than 200 prices, or a price that never changes.
  public static func load(_ request: DatasetRequest) throws(DatasetError) -> PriceSeries {
    var name = ""
    let table = try DatedTable(request) { names throws(DatasetError) in
      name = try priceColumn(names, wanted: request.target)
      return name
    }
    guard let column = table.columns.first(where: { $0.name == name }) else {
      throw .allMissing(column: name)
    }
    let kept = column.values.indices.filter { !column.values[$0].isNaN }
    for place in kept where column.values[place] <= 0 {
      throw .priceNotPositive(column: name, row: column.rows[place], value: column.values[place])
    }
    guard kept.count >= fewestPrices else { throw .tooFewPeriods(periods: kept.count, least: fewestPrices) }
    let returns = zip(kept, kept.dropFirst()).map { 100 * log(column.values[$1] / column.values[$0]) }
    guard returns.contains(where: { $0 != 0 }) else {
      throw .oneClass(column: name, value: "\(column.values[kept[0]])")
    }
    var notes = table.notes
    if request.target == nil { notes.append(.targetFound(column: name)) }
    if kept.count < column.values.count {
      notes.append(.periodsIncomplete(column.values.count - kept.count))
    }
    var digest = ExampleDigest()
    digest.add(returns)
    return PriceSeries(
      facts: CollectionFacts(
        name: request.location.lastPathComponent, origin: .user, modality: .tabular, notes: notes,
        fingerprint: digest.hexadecimal()),
      periods: kept.dropFirst().map { table.periods[$0] }, returns: returns)
  }
}

/// The column asked for, or the one that is named like a price.
private func priceColumn(_ names: [String], wanted: String?) throws(DatasetError) -> String {
  if let wanted {
    if names.contains(wanted) { return wanted }
    throw .unknownColumn(name: wanted, nearest: nearest(wanted, in: names), columns: names)
  }
  for usual in ["adj close", "adj_close", "price", "close", "价格", "收盘价", "收盘"] {
    if let name = names.first(where: { $0.lowercased() == usual }) { return name }
  }
  throw .targetNotNamed(columns: names)
}
