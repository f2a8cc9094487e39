/// Three parts of periods in the order of time, with a gap between them.
///
/// Models that look back over some periods see none in one part whose outcome another part is about.
struct TimeParts: Hashable, Sendable {
  let training: Range<Int>
  let validation: Range<Int>
  let test: Range<Int>

  /// - Parameters:
  ///   - periods: all there are, in the order of time.
  ///   - gap: periods left out between two parts, 0 or more.
  ///   - validationShare, testShare: of the periods, together below 1.
  /// - Throws: `PilotError.tooFewRows` where fewer than 20 would be left to train on.
  init(_ periods: Range<Int>, gap: Int, validationShare: Double, testShare: Double) throws {
    let test = max(5, Int(testShare * Double(periods.count)))
    let validation = max(5, Int(validationShare * Double(periods.count)))
    let training = periods.count - test - validation - 2 * gap
    guard training >= 20 else {
      throw PilotError.tooFewRows(training: max(training, 0), needed: 20)
    }
    self.training = periods.lowerBound..<periods.lowerBound + training
    self.validation = periods.upperBound - test - gap - validation..<periods.upperBound - test - gap
    self.test = periods.upperBound - test..<periods.upperBound
  }

  subscript(part: ProblemPart) -> Range<Int> {
    switch part {
    case .training: training
    case .validation: validation
    case .test: test
    }
  }

  /// A part in runs of neighbouring periods, what a bootstrap draws: periods next to each other are alike, and
  /// drawn one by one they would make an interval too narrow (Künsch, 1989).
  ///
  /// - Parameter longest: of a run; shorter ones are taken where fewer than 25 runs would be left. The last
  ///   one takes what is over.
  func blocks(_ part: ProblemPart, longest: Int) -> [Range<Int>] {
    let periods = self[part]
    let length = max(1, min(longest, periods.count / 25))
    let count = max(1, periods.count / length)
    return (0..<count).map { block in
      let start = periods.lowerBound + block * length
      return start..<(block == count - 1 ? periods.upperBound : start + length)
    }
  }
}
