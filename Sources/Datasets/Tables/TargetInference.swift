/// The target as it will be learnt.
struct InferredTarget {
  var task: LearningTask
  var reason: TaskReason
  var plan: ColumnPlan
  var kind: ColumnKind
  /// For a binary task the negative class, then the positive one; empty for regression.
  var classes: [String]
  var targets: [Double]
}

/// Decides between two classes, several classes and a number, from the target's values alone.
///
/// The table holds no row without a target any more. Throws for one class only, for more classes than
/// can be learnt, for an infinity, and for a text where a number was asked for.
func inferTarget(
  _ table: RawTable, column: Int, asked: RequestedTask?, separator: Separator
) throws(DatasetError) -> InferredTarget {
  let name = table.names[column]
  let scan = ColumnScan(table, column: column)
  if let found = scan.firstInfinity, scan.strays == 0 {
    throw .infinity(column: name, row: table.rowNumber(found.row), text: found.text)
  }
  var plan = ColumnPlan.levels
  if scan.strays == 0 {
    plan = .numbers(.plain)
  } else if let inferred = try? inferColumn(
    table, column: column, scan: scan, separator: separator, asText: false),
    case .numbers(let style) = inferred.plan, style != .plain
  {
    plan = .numbers(style)
  }
  guard case .numbers = plan, case .numbers(let values) = plan.values(table, column: column) else {
    if asked == .regression {
      let stray = scan.firstStray ?? (0, "")
      throw .notANumber(column: name, row: table.rowNumber(stray.0), text: stray.1)
    }
    return try labelled(table, column, name, asked)
  }
  let distinct = Set(values).sorted()
  if distinct.count == 1 { throw .oneClass(column: name, value: plainNumber(distinct[0])) }
  let whole = values.allSatisfy { $0 == $0.rounded() }
  let few = whole && distinct.count <= 20 && values.count >= 10 * distinct.count
  let isClass = distinct.count == 2 || few
  if asked == .regression || (asked == nil && !isClass) {
    return InferredTarget(
      task: .regression, reason: asked.map { .asked($0) } ?? .manyNumbers(distinct: distinct.count),
      plan: plan, kind: .numeric, classes: [], targets: values)
  }
  try checkClassCount(name, distinct.count, values.count)
  let classes = distinct.map(plainNumber)
  let index = Dictionary(uniqueKeysWithValues: zip(distinct, 0..<distinct.count))
  let reason: TaskReason =
    distinct.count == 2 ? .twoValues : asked.map { .asked($0) } ?? .wholeNumbers(distinct: distinct.count)
  return InferredTarget(
    task: classes.count == 2 ? .binary(positive: classes[1]) : .multiclass, reason: reason, plan: plan,
    kind: .categorical, classes: classes, targets: values.map { Double(index[$0] ?? 0) })
}

private func labelled(
  _ table: RawTable, _ column: Int, _ name: String, _ asked: RequestedTask?
) throws(DatasetError) -> InferredTarget {
  guard case .levels(let codes, let levels) = ColumnPlan.levels.values(table, column: column) else {
    preconditionFailure("a plan of levels reads levels")
  }
  if levels.count == 1 { throw .oneClass(column: name, value: levels[0]) }
  try checkClassCount(name, levels.count, table.rows)
  let ordered = orderedClasses(levels, codes.map(Int.init))
  return InferredTarget(
    task: levels.count == 2 ? .binary(positive: ordered.classes[1]) : .multiclass,
    reason: levels.count == 2 ? .twoValues : asked.map { .asked($0) } ?? .labels(distinct: levels.count),
    plan: .levels, kind: .categorical, classes: ordered.classes, targets: ordered.targets)
}

/// More than 200 classes, or fewer than two rows for each, is no classification task.
private func checkClassCount(_ name: String, _ distinct: Int, _ rows: Int) throws(DatasetError) {
  if distinct > min(200, rows / 2) {
    throw .tooManyClasses(column: name, distinct: distinct, rows: rows)
  }
}

/// Puts two classes in the order negative, positive; more classes keep their order.
func orderedClasses(_ levels: [String], _ codes: [Int]) -> (classes: [String], targets: [Double]) {
  guard levels.count == 2, positiveClass(levels, codes) == 0 else { return (levels, codes.map(Double.init)) }
  return ([levels[1], levels[0]], codes.map { Double(1 - $0) })
}

/// Which of two classes is the positive one: by its name, else the rarer, else the second.
private func positiveClass(_ levels: [String], _ codes: [Int]) -> Int {
  let positive: Set<String> = [
    "yes", "y", "true", "t", "1", "positive", "pos", "malignant", "spam", "fraud", "sick", "disease",
    "abnormal", "defect", "default", "churn", "win", "是", "有", "真", "阳性", "恶性", "患病", "欺诈", "好评",
  ]
  let negative: Set<String> = [
    "no", "n", "false", "f", "0", "negative", "neg", "benign", "ham", "normal", "healthy", "legitimate",
    "good", "none", "否", "无", "假", "阴性", "良性", "正常", "健康", "差评",
  ]
  let names = levels.map { $0.lowercased() }
  for index in 0..<2 where positive.contains(names[index]) && !positive.contains(names[1 - index]) {
    return index
  }
  for index in 0..<2 where negative.contains(names[index]) && !negative.contains(names[1 - index]) {
    return 1 - index
  }
  let second = codes.count { $0 == 1 }
  return second * 2 <= codes.count ? 1 : 0
}

/// A whole number without a point, any other number in its shortest exact form.
func plainNumber(_ value: Double) -> String {
  value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : "\(value)"
}
