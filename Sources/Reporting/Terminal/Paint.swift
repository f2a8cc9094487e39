import Scoring

/// Colours on a terminal, or none.
struct Paint {
  var isOn: Bool

  func bold(_ text: String) -> String { painted(text, "1") }
  func faint(_ text: String) -> String { painted(text, "2") }

  /// The verdict's colour; its word says the same.
  func verdict(_ text: String, _ verdict: Verdict) -> String {
    switch verdict {
    case .go: painted(text, "1;32")
    case .pilotFirst: painted(text, "1;36")
    case .redesign: painted(text, "1;33")
    case .noGo: painted(text, "1;31")
    case .cannotTell: painted(text, "1;35")
    }
  }

  func warning(_ text: String) -> String { painted(text, "33") }

  private func painted(_ text: String, _ code: String) -> String {
    isOn ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}

/// A horizontal bar for a score 0–100.
public func blockBar(_ score: Double, width: Int) -> String {
  let filled = min(width, max(0, Int((score / 100 * Double(width)).rounded())))
  return String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
}
