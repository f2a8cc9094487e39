import Knowledge
import Reporting

/// Words about points that several screens share.
enum PointsWording {
  static func side(_ side: PointsArea.Side) -> String {
    switch side {
    case .impact: say("Impact", "影响")
    case .mitigation: say("Mitigation", "缓解措施")
    }
  }

  /// An answer that was left out as the rubric says, for standard error.
  static func dropped(_ question: String, _ value: String) -> String {
    say(
      "'\(value)' is not an option of '\(question)'; left out, as the rubric says",
      "“\(value)”不是“\(question)”的选项；按准则的规定略去")
  }
}

/// Points as people write them: `42`, `41.65`.
func pointsText(_ points: Double) -> String {
  NumberText(shellLanguage).plain(points)
}
