/// What a rule asks of one column.
public struct RuleCondition: Codable, Hashable, Sendable {
  /// The values that satisfy it.
  public enum Values: Codable, Hashable, Sendable {
    /// Above the first (if there is one) and at most the second (if there is one).
    case range(above: Float?, atMost: Float?)
    /// One of these levels, ascending.
    case among([Int32])
    /// A level that is none of these, ascending.
    case noneOf([Int32])
  }

  public let column: Int
  public let values: Values
  /// Whether a row without a value satisfies it.
  public let missingToo: Bool
}

/// The way to one leaf: rows that satisfy all conditions get its value.
public struct TreeRule: Codable, Hashable, Sendable {
  /// At most one a column, in the order in which the tree first asks about the columns.
  public let conditions: [RuleCondition]
  /// Shares of the classes, or the mean target.
  public let value: [Float]
  /// Training rows for which the rule holds.
  public let rows: Int
}

extension DecisionTree {
  /// One rule a leaf, from left to right; every row satisfies exactly one.
  public var rules: [TreeRule] {
    var found: [TreeRule] = []
    func follow(_ place: Int, _ conditions: [RuleCondition]) {
      let node = nodes[place]
      guard let split = node.split else {
        found.append(TreeRule(conditions: conditions, value: node.value, rows: node.rows))
        return
      }
      follow(split.left, conditions.adding(split, yes: true))
      follow(split.right, conditions.adding(split, yes: false))
    }
    follow(0, [])
    return found
  }
}

extension [RuleCondition] {
  /// The conditions after one more answer, joined with what was known of the column.
  fileprivate func adding(_ split: DecisionTree.Split, yes: Bool) -> [RuleCondition] {
    var result = self
    let place = firstIndex { $0.column == split.column }
    let known = place.map { self[$0] }
    let condition = RuleCondition(
      column: split.column, values: joined(known?.values, split.question, yes: yes),
      missingToo: (known?.missingToo ?? true) && split.missingLeft == yes)
    if let place { result[place] = condition } else { result.append(condition) }
    return result
  }

  private func joined(
    _ known: RuleCondition.Values?, _ question: DecisionTree.Question, yes: Bool
  ) -> RuleCondition.Values {
    switch (known, question, yes) {
    // The later threshold is always the narrower one on its side.
    case (.range(let above, _), .atMost(let threshold), true):
      .range(above: above, atMost: threshold)
    case (.range(_, let atMost), .atMost(let threshold), false):
      .range(above: threshold, atMost: atMost)
    case (_, .atMost(let threshold), true): .range(above: nil, atMost: threshold)
    case (_, .atMost(let threshold), false): .range(above: threshold, atMost: nil)
    case (.among(let levels), .among(let asked), _):
      .among(levels.filter { asked.contains($0) == yes })
    case (.noneOf(let levels), .among(let asked), true):
      .among(asked.filter { !levels.contains($0) })
    case (.noneOf(let levels), .among(let asked), false):
      .noneOf(Set(levels).union(asked).sorted())
    case (_, .among(let asked), true): .among(asked)
    case (_, .among(let asked), false): .noneOf(asked)
    }
  }
}
