/// A calendar date with an optional time of day, without a time zone.
struct CalendarDate: Hashable {
  var year: Int
  var month: Int
  var day: Int
  /// Hours since midnight, with the minutes as a fraction; `nil` when no time is written.
  var hour: Double?

  /// The day of the week, 0 for Monday to 6 for Sunday.
  var weekday: Int { ((dayNumber + 3) % 7 + 7) % 7 }

  /// Days since 1 January 1970 in the Gregorian calendar (Hinnant's civil-from-days, 2013).
  var dayNumber: Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}

extension CalendarDate {
  /// Reads a date whose parts stand in this order: `2024-03-05`, `5.3.2024 14:30`, `2024年3月5日`.
  init?(_ text: UnsafeBufferPointer<UInt8>, order: DateOrder) {
    guard let parts = dateParts(text), parts.numbers.count >= 3 else { return nil }
    let (first, second, third) = (parts.numbers[0], parts.numbers[1], parts.numbers[2])
    switch order {
    case .yearMonthDay: self.init(year: first, month: second, day: third)
    case .dayMonthYear: self.init(year: third, month: second, day: first)
    case .monthDayYear: self.init(year: third, month: first, day: second)
    }
    let yearDigits = order == .yearMonthDay ? parts.lengths[0] : parts.lengths[2]
    let longest = [31, year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28]
    guard yearDigits == 4, (1...12).contains(month), day >= 1,
      day <= (month == 2 ? longest[1] : [4, 6, 9, 11].contains(month) ? 30 : longest[0])
    else { return nil }
    if parts.numbers.count >= 5 {
      guard parts.numbers[3] < 24, parts.numbers[4] < 60 else { return nil }
      hour = Double(parts.numbers[3]) + Double(parts.numbers[4]) / 60
    } else if parts.numbers.count == 4 {
      return nil
    }
  }
}

/// The runs of digits of a text that holds nothing but digits and the marks dates are written with.
private func dateParts(_ text: UnsafeBufferPointer<UInt8>) -> (numbers: [Int], lengths: [Int])? {
  guard text.count >= 8, text.count <= 40, text[0] >= 0x30, text[0] <= 0x39 else { return nil }
  var numbers: [Int] = []
  var lengths: [Int] = []
  var previousWasDigit = false
  for byte in text {
    if byte >= 0x30, byte <= 0x39 {
      if previousWasDigit {
        numbers[numbers.count - 1] = numbers[numbers.count - 1] * 10 + Int(byte & 0x0F)
        lengths[lengths.count - 1] += 1
        if lengths[lengths.count - 1] > 9 { return nil }
      } else {
        numbers.append(Int(byte & 0x0F))
        lengths.append(1)
      }
      previousWasDigit = true
      continue
    }
    previousWasDigit = false
    // Marks of the date come before the third number, those of the time after it; the bytes of
    // 年, 月, 日 and 时 are all above 0x7F.
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: ":"), 0x20,
      UInt8(ascii: "T"), UInt8(ascii: "Z"), UInt8(ascii: "+"):
      if numbers.count < 3, byte == UInt8(ascii: ":") || byte == UInt8(ascii: "+") { return nil }
    case 0x80...: continue
    default: return nil
    }
  }
  return (numbers, lengths)
}
