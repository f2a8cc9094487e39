import Knowledge

/// A unit of an estimate; GB is 10⁹ bytes and GiB 2³⁰, which differ by 7 %.
public enum EstimateUnit: String, Codable, CaseIterable, Hashable, Sendable {
  case parameters = "params"
  case trainableParameters = "trainable params"
  case flops = "FLOPs"
  /// 10¹⁵ operations a second for a day.
  case petaflopDays = "petaflop/s-days"
  case bytes, kilobytes = "kB", megabytes = "MB", gigabytes = "GB", terabytes = "TB"
  case kibibytes = "KiB", mebibytes = "MiB", gibibytes = "GiB", tebibytes = "TiB"
  case seconds, minutes, hours, days, weeks
  /// One device for one hour.
  case deviceHours = "GPU-hours"
  case deviceDays = "GPU-days"
  case dollars = "USD"
  case kilowattHours = "kWh"
  case examples
  case tokens

  /// What a unit measures; figures convert only within one.
  enum Quantity: Hashable {
    case parameters, operations, memory, time, deviceTime, money, energy, examples, tokens
  }

  var quantity: Quantity {
    switch self {
    case .parameters, .trainableParameters: .parameters
    case .flops, .petaflopDays: .operations
    case .bytes, .kilobytes, .megabytes, .gigabytes, .terabytes: .memory
    case .kibibytes, .mebibytes, .gibibytes, .tebibytes: .memory
    case .seconds, .minutes, .hours, .days, .weeks: .time
    case .deviceHours, .deviceDays: .deviceTime
    case .dollars: .money
    case .kilowattHours: .energy
    case .examples: .examples
    case .tokens: .tokens
    }
  }

  /// How many of the quantity's base unit it is: bytes, seconds, operations, device hours.
  var factor: Double {
    switch self {
    case .petaflopDays: 1e15 * 86_400
    case .kilobytes: 1e3
    case .megabytes: 1e6
    case .gigabytes: 1e9
    case .terabytes: 1e12
    case .kibibytes: 1_024
    case .mebibytes: 1_048_576
    case .gibibytes: 1_073_741_824
    case .tebibytes: 1_099_511_627_776
    case .minutes: 60
    case .hours: 3_600
    case .days: 86_400
    case .weeks: 604_800
    case .deviceDays: 24
    default: 1
    }
  }

  /// As it stands behind a number.
  public var name: LocalizedText {
    let chinese: String =
      switch self {
      case .parameters: "个参数"
      case .trainableParameters: "个可训练参数"
      case .bytes: "字节"
      case .seconds: "秒"
      case .minutes: "分钟"
      case .hours: "小时"
      case .days: "天"
      case .weeks: "周"
      case .deviceHours: "GPU 小时"
      case .deviceDays: "GPU 天"
      case .dollars: "美元"
      case .kilowattHours: "千瓦时"
      case .examples: "条样本"
      case .tokens: "个词元"
      default: rawValue
      }
    return LocalizedText(en: rawValue, zh: chinese)
  }

  /// The unit a person wrote, in any case and with the usual spellings.
  init(named name: String) throws(EstimateError) {
    let lower = name.lowercased()
    if let exact = Self.allCases.first(where: { $0.rawValue.lowercased() == lower }) {
      self = exact
      return
    }
    switch lower {
    case "parameters": self = .parameters
    case "trainable parameters": self = .trainableParameters
    case "flop", "operations": self = .flops
    case "pf-days", "pfs-days", "petaflop/s-day": self = .petaflopDays
    case "byte", "b": self = .bytes
    case "s", "second": self = .seconds
    case "h", "hour": self = .hours
    case "d", "day": self = .days
    case "gpu-hour", "gpu hours", "device-hours": self = .deviceHours
    case "gpu-day", "gpu days", "device-days": self = .deviceDays
    case "$", "dollars", "us$": self = .dollars
    case "example", "sequences": self = .examples
    default: throw .unknownUnit(name, known: Self.allCases.map(\.rawValue))
    }
  }

  static func names(of quantity: Quantity) -> [String] {
    allCases.filter { $0.quantity == quantity }.map(\.rawValue)
  }
}
