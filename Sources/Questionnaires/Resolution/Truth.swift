/// The truth of a condition over answers of which some are unknown (Kleene, 1938).
public enum Truth: Int, Comparable, Sendable {
  case no = 0
  case undecided = 1
  case yes = 2

  public static func < (left: Truth, right: Truth) -> Bool { left.rawValue < right.rawValue }

  public init(_ holds: Bool) {
    self = holds ? .yes : .no
  }

  public var negated: Truth {
    switch self {
    case .no: .yes
    case .undecided: .undecided
    case .yes: .no
    }
  }
}
