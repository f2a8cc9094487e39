import Knowledge

extension NumberText {
  /// Seconds in the unit a person would use: 0.8 ms, 12 s, 3 min 20 s, 2 h 5 min, 3.2 days.
  public func duration(_ seconds: Double) -> String {
    guard seconds.isFinite, seconds >= 0 else { return "–" }
    switch seconds {
    case 0: return unit("0", .second)
    case ..<0.000_999_5: return small(seconds * 1e6, .microsecond)
    case ..<0.999_5: return small(seconds * 1e3, .millisecond)
    case ..<59.95: return small(seconds, .second)
    case ..<3_599.5: return pair(seconds, 60, .minute, .second)
    case ..<86_370: return pair(seconds / 60, 60, .hour, .minute)
    default: return unit(number(seconds / 86_400, decimals: 1).dropZero, .day)
    }
  }

  private enum TimeUnit { case microsecond, millisecond, second, minute, hour, day }

  private func small(_ amount: Double, _ name: TimeUnit) -> String {
    unit(amount >= 10 ? count(amount) : number(amount, decimals: 1).dropZero, name)
  }

  private func pair(_ amount: Double, _ size: Double, _ large: TimeUnit, _ rest: TimeUnit) -> String {
    let whole = Int(amount.rounded())
    let first = unit(count(whole / Int(size)), large)
    let remainder = whole % Int(size)
    guard remainder > 0 else { return first }
    return first + " " + unit(count(remainder), rest)
  }

  private func unit(_ amount: String, _ unit: TimeUnit) -> String {
    let name =
      switch (unit, language) {
      case (.microsecond, .english): "µs"
      case (.microsecond, .chinese): "微秒"
      case (.millisecond, .english): "ms"
      case (.millisecond, .chinese): "毫秒"
      case (.second, .english): "s"
      case (.second, .chinese): "秒"
      case (.minute, .english): "min"
      case (.minute, .chinese): "分"
      case (.hour, .english): "h"
      case (.hour, .chinese): "小时"
      case (.day, .english): amount == "1" ? "day" : "days"
      case (.day, .chinese): "天"
      }
    return "\(amount) \(name)"
  }
}
