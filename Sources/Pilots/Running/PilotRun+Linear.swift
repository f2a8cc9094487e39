import Recommendations

extension PilotRun {
  /// The naive baseline's scores over the folds; it takes no time to speak of.
  func compareBaseline() throws -> Comparison {
    var comparison = Comparison(candidate: .baseline, validation: [], training: [])
    for (fold, split) in rows.folds.enumerated() {
      let training = split.training.map { Float(dataset.targets[$0]) }
      let validation = split.heldOut.map { Float(dataset.targets[$0]) }
      let model = fitBaseline(targets: training, task: task, metric: metric, seed: seed)
      comparison.training.append(try score(model.predict(.withoutFeatures(training)), training, fold: fold))
      comparison.validation.append(
        try score(model.predict(.withoutFeatures(validation)), validation, fold: fold))
    }
    try tell(.training, .baseline, fraction: 0.02)
    return comparison
  }

  /// The linear model's scores over the folds, with the penalty that does best there.
  func compareLinear() throws -> Comparison {
    var penalties = LinearModel.penalties(modality: dataset.modality.rawValue)
    var records: [[UnitRecord]] = []
    var fold = 0
    while fold < foldCount {
      let folded = foldRows(fold, for: .linear)
      var ofFold: [UnitRecord] = []
      for penalty in penalties {
        // The usual penalty always runs; the others where the first fold says that all folds have time.
        if fold == 0, let first = ofFold.first, !hasTime(for: ofFold.count + 1, like: first) { break }
        ofFold.append(try linearUnit(penalty, fold: fold, rows: folded))
        let share = (Double(fold) + Double(ofFold.count) / Double(penalties.count)) / Double(foldCount)
        try tell(.training, .linear, fold: fold, fraction: 0.02 + 0.23 * share)
      }
      records.append(ofFold)
      if fold == 0 {
        if ofFold.count < penalties.count { note(PilotRemark.penaltiesCut, "\(ofFold.count)") }
        penalties = Array(penalties.prefix(ofFold.count))
        cutFolds(after: ofFold)
      }
      fold += 1
    }
    if records.contains(where: { $0.contains(where: \.cut) }) {
      note(PilotRemark.fitCut, PilotCandidate.linear.rawValue)
    }
    return bestPenalty(penalties, records)
  }

  private func linearUnit(_ penalty: Double, fold: Int, rows folded: FoldRows) throws -> UnitRecord {
    try unit(keys.fold(fold, of: "linear-\(penalty)")) {
      let (rows, encodingSeconds) = try folded.encoded()
      let began = budget.now
      let (fit, seconds) = try budget.timed {
        try LinearModel.fit(rows.training, task: task, penalty: penalty) { [self] in
          stopsNow() || leavesTooLittle(after: budget.now - began, fold: fold)
        }
      }
      return UnitRecord(
        validation: try score(
          fit.model.predict(rows.scored), rows.scored.targets, fold: fold),
        training: try score(
          fit.model.predict(rows.training), rows.training.targets,
          fold: fold),
        cut: fit.cut, seconds: seconds, encodingSeconds: encodingSeconds)
    }
  }

  /// Whether so many penalties in all folds stay within two fifths of the budget.
  private func hasTime(for penalties: Int, like first: UnitRecord) -> Bool {
    let perFold = first.encodingSeconds + Double(penalties) * first.seconds
    return perFold * Double(foldCount) <= 0.4 * budget.seconds
  }

  /// Fewer folds where even one penalty would not fit; never fewer than two.
  private func cutFolds(after records: [UnitRecord]) {
    guard let first = records.first else { return }
    let perFold = first.encodingSeconds + records.reduce(0) { $0 + $1.seconds }
    // One more for the training on all rows.
    let affordable = 0.9 * budget.remaining / max(perFold, 1e-9)
    guard affordable < Double(foldCount) else { return }
    let count = max(2, Int(max(affordable, 0)))
    if count < foldCount {
      foldCount = count
      note(PilotRemark.foldsCut, "\(count)")
    }
  }

  private func bestPenalty(_ penalties: [Double], _ records: [[UnitRecord]]) -> Comparison {
    let comparisons = penalties.indices.map { place in
      let ofPenalty = records.map { $0[place] }
      let seconds = ofPenalty.reduce(0) { $0 + $1.seconds + $1.encodingSeconds }
      return Comparison(
        candidate: .linear, penalty: penalties[place], validation: ofPenalty.compactMap(\.validation),
        training: ofPenalty.compactMap(\.training), secondsPerFold: seconds / Double(max(ofPenalty.count, 1)))
    }
    return comparisons.dropFirst().reduce(comparisons[0]) { best, other in
      let gain = metric.gain(
        of: FoldStatistics(other.validation).mean, over: FoldStatistics(best.validation).mean)
      return gain > 0 ? other : best
    }
  }

  /// Whether a fit of so many seconds takes what others need that must come: the folds that follow, of
  /// which the first counts on one, and the training on all rows.
  private func leavesTooLittle(after seconds: Double, fold: Int) -> Bool {
    let others = fold == 0 ? 2 : foldCount - fold
    return budget.remaining - testingReserve < Double(others) * seconds
  }

  /// Asked between blocks of rows: the caller stops it, or the time is up.
  func stopsNow() -> Bool {
    isCancelled() || budget.remaining < testingReserve
  }
}
