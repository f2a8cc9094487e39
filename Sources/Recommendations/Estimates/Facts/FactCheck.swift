import Knowledge

/// Estimates beside the published figures of a table, row by row.
///
/// The table has the columns `kind`, `setting` (`k=v;` pairs) and `published_value`, and may have `id`,
/// `unit` and `tol_pct` (per cent); others are carried along.
public struct FactCheck: Sendable {
  public struct Row: Sendable {
    public var line: Int
    public var id: String
    public var kind: String
    public var published: String
    /// In the row's unit; nil where there is a finding instead.
    public var estimate: Estimate?
    public var isInside: Bool
    /// Why it is not inside, or what is wrong with the row; nil for rows inside.
    public var reason: LocalizedText?
    var cells: [String]
  }

  public var rows: [Row]
  /// Rows that could not be estimated, in the table's order.
  public var findings: [FactFinding]
  private let columns: [String]

  /// - Throws: faults of the whole table; those of single rows are findings.
  public init(_ text: String) throws(FactFinding) {
    let records = try SeparatedText(text).records
    guard let header = records.first, records.count > 1 else { throw FactFinding(line: 1, problem: .empty) }
    columns = header.cells.map(trimmed)
    for name in ["kind", "setting", "published_value"] where !columns.contains(name) {
      throw FactFinding(line: header.line, problem: .missingColumn(name, found: columns))
    }
    rows = []
    findings = []
    for record in records.dropFirst() {
      let fields = Fields(columns: columns, cells: record.cells)
      var row = Row(
        line: record.line, id: fields["id"] ?? "\(record.line)", kind: fields["kind"] ?? "",
        published: fields["published_value"] ?? "", estimate: nil, isInside: false, reason: nil,
        cells: record.cells)
      do throws(FactFinding) {
        guard record.cells.count == columns.count else {
          throw FactFinding(
            line: record.line, problem: .wrongCellCount(expected: columns.count, found: record.cells.count))
        }
        try row.check(fields)
      } catch {
        row.reason = error.text
        findings.append(error)
      }
      rows.append(row)
    }
  }

  public var insideCount: Int { rows.filter(\.isInside).count }

  /// Rows and rows inside of each kind, in the order the kinds first appear.
  public var byKind: [(kind: String, rows: Int, inside: Int)] {
    var order: [String] = []
    for row in rows where !order.contains(row.kind) { order.append(row.kind) }
    return order.map { kind in
      let own = rows.filter { $0.kind == kind }
      return (kind, own.count, own.filter(\.isInside).count)
    }
  }

  /// The table with `estimate`, `low`, `high`, `basis` and `inside` appended.
  public func table(in language: Language) -> String {
    var text = SeparatedText.line(columns + ["estimate", "low", "high", "basis", "inside"])
    for row in rows {
      let figures: [String] =
        row.estimate.map { [$0.likely, $0.low, $0.high].map(bareNumber) } ?? ["", "", ""]
      let basis = row.estimate.map { $0.basisText(in: language) } ?? row.reason?[language] ?? ""
      let cells = Array(row.cells.prefix(columns.count))
      let padding = [String](repeating: "", count: columns.count - cells.count)
      text += SeparatedText.line(cells + padding + figures + [basis, row.isInside ? "yes" : "no"])
    }
    return text
  }
}

/// A row's cells by the name of their column.
private struct Fields {
  var columns: [String]
  var cells: [String]

  /// Nil where the table has no such column or the cell is blank.
  subscript(_ name: String) -> String? {
    guard let index = columns.firstIndex(of: name), index < cells.count else { return nil }
    let text = trimmed(cells[index])
    return text.isEmpty ? nil : text
  }
}

extension FactCheck.Row {
  fileprivate mutating func check(_ fields: Fields) throws(FactFinding) {
    guard let value = PublishedValue(published) else {
      throw FactFinding(line: line, problem: .notAValue(column: "published_value", found: published))
    }
    var tolerance = 0.0
    if let text = fields["tol_pct"] {
      guard let percent = scaledNumber(text), percent >= 0 else {
        throw FactFinding(line: line, problem: .notAValue(column: "tol_pct", found: text))
      }
      tolerance = percent / 100
    }
    let figure: Estimate
    do throws(EstimateError) {
      let settings = try EstimateSettings(text: fields["setting"] ?? "")
      figure = try Recommendations.estimate(kind: kind, settings: settings, unit: fields["unit"] ?? "")
    } catch {
      throw FactFinding(line: line, problem: .estimate(error))
    }
    estimate = figure
    let miss = value.miss(figure, tolerance: tolerance)
    isInside = miss == nil
    reason = miss.map { $0.text(published, figure.unit) }
  }
}

extension PublishedValue.Miss {
  fileprivate func text(_ published: String, _ unit: EstimateUnit) -> LocalizedText {
    switch self {
    case .low(let factor):
      LocalizedText(
        en: "the estimate is too low for \(published) \(unit.rawValue), \(plain(rounded(factor))) times",
        zh: "估算低于 \(published) \(unit.rawValue)，相差 \(plain(rounded(factor))) 倍")
    case .high(let factor):
      LocalizedText(
        en: "the estimate is too high for \(published) \(unit.rawValue), \(plain(rounded(factor))) times",
        zh: "估算高于 \(published) \(unit.rawValue)，相差 \(plain(rounded(factor))) 倍")
    }
  }

  private func rounded(_ factor: Double) -> Double { (factor * 100).rounded() / 100 }
}

extension Estimate {
  /// The formula and the ids of its sources on one line.
  public func basisText(in language: Language) -> String {
    let names = basis.map { one in
      switch one {
      case .judgement: language == .chinese ? "经验判断" : "judgement"
      case .source(let id, let place, _): place.map { "\(id.name) \($0)" } ?? id.name
      }
    }
    return names.isEmpty ? how[language] : "\(how[language]) [\(names.joined(separator: "; "))]"
  }
}

/// A number for a table: whole ones in full, others with six digits.
public func bareNumber(_ value: Double) -> String {
  if value == value.rounded(), abs(value) < 1e15 { return "\(Int(value))" }
  guard value.isFinite, value > 0 else { return "\(value)" }
  guard value < 1e15 else { return plain(value) }
  var scale = 1.0
  while value * scale < 100_000 { scale *= 10 }
  let text = "\((value * scale).rounded() / scale)"
  return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}
