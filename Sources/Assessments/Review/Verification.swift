import Scoring

/// An assessment's scorecards and their sensitivity computed again from what was recorded, beside the recorded ones.
public struct Verification: Sendable {
  /// One value that came out otherwise; nil stands for a value that is not there.
  public struct Difference: Hashable, Sendable {
    /// Such as `before.approaches[classical].fit.value`.
    public var path: String
    public var recorded: String?
    public var recomputed: String?
  }

  public enum Outcome: String, Sendable {
    /// The same versions gave the same values.
    case verified
    /// Other rules than those of the record are in force; nothing can be said of the record itself.
    case rulesChanged = "rules-changed"
    /// The same versions gave other values.
    case differs
  }

  public var outcome: Outcome
  /// What has changed since the record was made.
  public var changedParts: [VersionChange.Part]
  /// Values compared.
  public var count: Int
  public var differences: [Difference]
  /// The scorecard that holds, with the rules in force now.
  public var scorecard: Scorecard
}

/// Computes the scorecards of a record and their sensitivity again from its answers, observations and seed.
///
/// - Parameter engine: the version of the program that does it.
/// - Throws: what encoding the scorecards throws.
public func verify(_ assessment: Assessment, scorer: Scorer, engine: String) throws -> Verification {
  let before = scorer.scorecard(for: assessment.sheet)
  let after = assessment.after.map { _ in
    scorer.scorecard(for: assessment.sheet, observations: assessment.observations)
  }
  let sensitivity = assessment.sensitivity.map { _ in
    scorer.sensitivity(
      for: assessment.sheet, observations: after == nil ? [] : assessment.observations,
      seed: assessment.versions.seed)
  }
  let recorded = try RecordTree(
    encoding: Results(
      before: assessment.before, after: assessment.after, sensitivity: assessment.sensitivity))
  let recomputed = try RecordTree(
    encoding: Results(before: before, after: after, sensitivity: sensitivity))
  let differences = differences(recorded, recomputed)
  var now = assessment.versions
  now.engine = engine
  now.catalog = scorer.knowledge.catalogVersion
  now.rubrics = scorer.knowledge.rubricsVersion
  let changed = changedParts(assessment.versions, now)
  let outcome: Verification.Outcome =
    if !changed.isEmpty { .rulesChanged } else { differences.isEmpty ? .verified : .differs }
  return Verification(
    outcome: outcome, changedParts: changed, count: recomputed.leaves, differences: differences,
    scorecard: after ?? before)
}

/// What is computed from the answers, the observations and the seed.
private struct Results: Encodable {
  var before: Scorecard
  var after: Scorecard?
  var sensitivity: Sensitivity?
}

/// Every leaf that differs, in the order of the keys.
private func differences(
  _ recorded: RecordTree?, _ recomputed: RecordTree?, path: String = ""
) -> [Verification.Difference] {
  switch (recorded, recomputed) {
  case (.object(let left), .object(let right)):
    let keys = Set(left.keys).union(right.keys).sorted()
    return keys.flatMap { differences(left[$0], right[$0], path: path.isEmpty ? $0 : "\(path).\($0)") }
  case (.list(let left), .list(let right)):
    // Approaches, criteria and risks are told apart by their ids, so that a changed order is one difference.
    let names = (0..<max(left.count, right.count)).map { index in
      let id = (index < left.count ? left[index] : right[index]).id
      return id ?? "\(index)"
    }
    return names.indices.flatMap { index in
      differences(
        index < left.count ? left[index] : nil, index < right.count ? right[index] : nil,
        path: "\(path)[\(names[index])]")
    }
  default:
    guard recorded != recomputed else { return [] }
    return [
      Verification.Difference(path: path, recorded: recorded?.text, recomputed: recomputed?.text)
    ]
  }
}
