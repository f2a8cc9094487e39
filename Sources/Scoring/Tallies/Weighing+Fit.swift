import Knowledge

/// Weighs tallies into scores, under the rubrics' own weights or drawn ones.
struct Weighing {
  let compiled: CompiledRubrics
  var weights: Weights
  /// The policy's, beside the weights so that reading them copies nothing.
  private let fitFloor: Double
  let riskNorm: Double

  /// The weights the rubrics state.
  init(_ compiled: CompiledRubrics) {
    self.compiled = compiled
    fitFloor = compiled.policy.fitFloor
    riskNorm = compiled.policy.riskNorm
    weights = Weights(
      rubrics: compiled.rubrics.map(\.weight), criteria: compiled.criteria.map(\.weight))
  }

  /// One rubric's weighted mean over the criteria that apply, 0–1; nil where none does.
  func rubricFit(_ rubric: Int, _ approach: Int, _ tally: Tally) -> Interval? {
    let count = compiled.approaches.count
    var mean = WeightedMean()
    for index in compiled.criterionRanges[rubric] {
      switch tally.presence[index] {
      case .never: continue
      case .always: mean.add(tally.met[index * count + approach], weight: weights.criteria[index])
      case .perhaps: mean.addOptional(tally.met[index * count + approach], weight: weights.criteria[index])
      }
    }
    return mean.interval
  }

  /// The fit's span before vetoes, 0–100.
  func fit(_ approach: Int, _ tally: Tally) -> Interval {
    var mean = GeometricMean(floor: fitFloor)
    for rubric in weights.rubrics.indices {
      guard let met = rubricFit(rubric, approach, tally) else { continue }
      mean.add(met.rising { min(100, 100 * $0) }, weight: weights.rubrics[rubric])
    }
    return mean.interval
  }

  /// The mean over rubrics of which some do not apply, 0–100.
  func mean(_ rubrics: [Interval?]) -> Interval {
    var mean = GeometricMean(floor: fitFloor)
    for (points, weight) in zip(rubrics, weights.rubrics) {
      if let points { mean.add(points, weight: weight) }
    }
    return mean.interval
  }

  /// The central fit before vetoes, 0–100; the same as `fit(…).value`, without the ends.
  func centralFit(_ approach: Int, _ tally: Tally) -> Double {
    let count = compiled.approaches.count
    var mean = GeometricMean(floor: fitFloor)
    for rubric in weights.rubrics.indices {
      var sum = 0.0
      var share = 0.0
      for index in compiled.criterionRanges[rubric] where tally.presence[index] != .never {
        sum += weights.criteria[index] * tally.met[index * count + approach].value
        share += weights.criteria[index]
      }
      if share > 0 { mean.add(min(100, 100 * sum / share), weight: weights.rubrics[rubric]) }
    }
    return mean.value
  }
}
