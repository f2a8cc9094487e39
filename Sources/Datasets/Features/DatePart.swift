/// A date column as year, month, day of the week and, where times are written, the hour.
struct DatePart: FeaturePart {
  let names: [String]
  private let column: Int
  private let kept: [(part: Part, standardised: Standardised)]

  private enum Part: String, CaseIterable {
    case year
    case month
    case weekday = "day of week"
    case hour

    func value(_ date: CalendarDate) -> Double {
      switch self {
      case .year: Double(date.year) + Double(date.month - 1) / 12
      case .month: Double(date.month)
      case .weekday: Double(date.weekday)
      case .hour: date.hour ?? 0
      }
    }
  }

  init(_ name: String, _ column: Int, _ dates: [CalendarDate?], _ rows: [Int]) {
    self.column = column
    kept = Part.allCases.compactMap { part in
      let standardised = Standardised(rows.lazy.compactMap { dates[$0].map(part.value) })
      return standardised.varies ? (part, standardised) : nil
    }
    names = kept.map { "\(name) \($0.part.rawValue)" }
  }

  func encode(
    _ content: Content, _ rows: [Int], into buffer: UnsafeMutableBufferPointer<Float>, offset: Int,
    width: Int
  ) {
    guard case .table(let columns) = content, case .dates(let dates) = columns[column].values else {
      preconditionFailure("column \(column) held dates when the encoder was fitted")
    }
    for (index, row) in rows.enumerated() {
      // A missing date stays at the mean, 0.
      guard let date = dates[row] else { continue }
      for (place, item) in kept.enumerated() {
        buffer[index * width + offset + place] = item.standardised(item.part.value(date))
      }
    }
  }
}
