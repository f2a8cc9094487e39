/// Whether a text is a day of ISO 8601 such as `2026-11-25`, with or without a time such as `T09:30Z`,
/// `T09:30:00+08:00`.
func isDay(_ text: some StringProtocol) -> Bool {
  let parts = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
  guard let day = parts.first, let numbers = numbers(day, lengths: [4, 2, 2], separator: "-"),
    (1...12).contains(numbers[1]), (1...days(of: numbers[1], in: numbers[0])).contains(numbers[2])
  else { return false }
  return parts.count == 1 || isTime(parts[1])
}

private func isTime(_ text: some StringProtocol) -> Bool {
  guard let mark = text.lastIndex(where: { "Z+-".contains($0) }) else { return isClock(text) }
  let zone = text[text.index(after: mark)...]
  let isZone = text[mark] == "Z" ? zone.isEmpty : isClock(zone)
  return isClock(text[..<mark]) && isZone
}

/// Hours and minutes, with or without seconds.
private func isClock(_ text: some StringProtocol) -> Bool {
  let parts = text.split(separator: ":", omittingEmptySubsequences: false)
  guard (2...3).contains(parts.count),
    let numbers = numbers(text, lengths: parts.map { _ in 2 }, separator: ":")
  else { return false }
  return numbers[0] < 24 && numbers[1...].allSatisfy { $0 < 60 }
}

private func days(of month: Int, in year: Int) -> Int {
  let isLeapYear = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  return month == 2 ? (isLeapYear ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
}

/// The numbers between the separators, when there are as many as lengths and each has as many digits.
private func numbers(
  _ text: some StringProtocol, lengths: [Int], separator: Character
) -> [Int]? {
  let parts = text.split(separator: separator, omittingEmptySubsequences: false)
  guard parts.count == lengths.count else { return nil }
  var numbers: [Int] = []
  for (part, length) in zip(parts, lengths) {
    guard part.utf8.count == length, part.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(part)
    else { return nil }
    numbers.append(number)
  }
  return numbers
}
