import Testing
import Trees

// The numbers come from References/lightgbm_models.py (LightGBM 4, the same settings and tables). LightGBM
// keeps gradients in 32 bits and predictions here are 32 bits wide, hence 1e-5 of a value near 1 to 4.

/// One model of the program: its settings and what it printed.
private struct Example: CustomTestStringConvertible, Sendable {
  let name: String
  let columns: [Int]
  let objective: BoostingObjective
  var isWeighted = false
  var change: @Sendable (inout BoostingConfiguration) -> Void = { _ in }
  let predictions: [Float]
  let squares: Double
  let gains: [Double]
  let splits: [Int]

  var testDescription: String { name }
}

private let examples: [Example] = [
  Example(
    name: "numeric", columns: [0, 1], objective: .squaredError,
    predictions: [1.939433, 1.641304, 1.799209, 2.515208], squares: 3176.4441, gains: [1087.19, 416.717],
    splits: [126, 84]),
  Example(
    name: "missing values, l1 and l2", columns: [0, 1, 2], objective: .squaredError,
    change: { ($0.l1, $0.l2) = (0.5, 1.5) }, predictions: [1.8287, 1.654352, 1.677673, 2.44146],
    squares: 3200.6803, gains: [999.453, 418.206, 328.78], splits: [83, 65, 62]),
  Example(
    name: "binary", columns: [0, 1, 2], objective: .binary,
    predictions: [0.4493429, 0.3828171, 0.3465942, 0.8494245], squares: 259.84498,
    gains: [920.841, 371.424, 338.924], splits: [94, 62, 54]),
  Example(
    name: "three classes", columns: [0, 1, 2], objective: .softmax(classes: 3),
    predictions: [
      0.2438246, 0.4874184, 0.2687571, 0.4835519, 0.3744301, 0.142018, 0.3310065, 0.431565, 0.2374285,
    ], squares: 320.4833, gains: [1439.42, 663.578, 721.262], splits: [271, 164, 195]),
  Example(
    name: "levels", columns: [0, 3], objective: .squaredError,
    change: { $0.categorical = CategoricalSplits(smoothing: 5, l2: 2, minimumLevelRows: 10) },
    predictions: [1.604725, 2.214364, 1.787108, 3.62593], squares: 3249.586, gains: [982.896, 865.845],
    splits: [167, 43]),
  Example(
    name: "Huber from the median", columns: [0, 1, 2], objective: .huber(delta: 0.5),
    predictions: [1.870172, 1.562805, 1.99047, 2.363124], squares: 3067.0724,
    gains: [409.066, 154.129, 146.395], splits: [69, 69, 72]),
  Example(
    name: "depth and minimum gain", columns: [0, 1], objective: .binary,
    change: { ($0.maximumDepth, $0.minimumGain) = (2, 0.5) },
    predictions: [0.478912, 0.3365951, 0.3689111, 0.7636421], squares: 241.55234, gains: [789.38, 221.744],
    splits: [54, 36]),
  Example(
    name: "weights", columns: [0, 1, 2], objective: .squaredError, isWeighted: true,
    change: { $0.rounds = 20 }, predictions: [1.941067, 1.716426, 1.683093, 2.384879],
    squares: 3178.3071, gains: [939.299, 402.336, 314.555], splits: [51, 47, 42]),
]

@Test(arguments: examples)
private func `trees equal LightGBM's`(_ example: Example) throws {
  let rows = 600
  var configuration = BoostingConfiguration(
    objective: example.objective, rounds: 30, leaves: 8, minimumLeafRows: 1, minimumLeafHessian: 4.5,
    binning: BinningConfiguration(minimumBinRows: 1))
  example.change(&configuration)
  let targets =
    switch example.objective {
    case .binary: Formula.classes(rows, 2)
    case .softmax: Formula.classes(rows, 3)
    default: Formula.numbers(rows)
    }
  let table = Formula.table(
    rows, columns: example.columns, targets: targets,
    weights: example.isWeighted ? Formula.weights(rows) : nil)
  let model = try boostTrees(configuration, on: table).model
  let predicted = model.predict(table.features, rows: rows)
  for (ours, theirs) in zip(predicted, example.predictions) { #expect(abs(ours - theirs) < 1e-5) }
  let squares = predicted.reduce(0.0) { $0 + Double($1) * Double($1) }
  #expect(abs(squares - example.squares) < 1e-5 * example.squares)
  #expect(model.featureImportance.map(\.splits) == example.splits)
  for (ours, theirs) in zip(model.featureImportance, example.gains) {
    #expect(abs(ours.gain - theirs) < 1e-4 * theirs)
  }
}
