/// Minimises a smooth function by L-BFGS (Liu and Nocedal, 1989).
///
/// Steps meet the weak Wolfe conditions, found by bisection (Lewis and Overton, 2013).
struct LBFGS {
  struct Result {
    let point: [Double]
    let iterations: Int
    /// Whether the largest part of the gradient fell to `tolerance`.
    let converged: Bool
    /// Whether the function asked to stop.
    let stopped: Bool
  }

  /// Pairs of steps and gradient changes kept.
  var memory = 10
  var maximumIterations: Int
  var tolerance: Double

  /// - Parameter function: the value at a point and its gradient; nil stops the search.
  func minimise(
    from start: [Double], _ function: ([Double]) -> (value: Double, gradient: [Double])?
  ) -> Result {
    var point = start
    guard var here = function(point) else { return stopped(point, 0) }
    var pairs: [(step: [Double], change: [Double], rho: Double)] = []
    for iteration in 0..<maximumIterations {
      if largest(here.gradient) <= tolerance { return converged(point, iteration) }
      let direction = descent(here.gradient, pairs)
      let slope = dot(direction, here.gradient)
      guard slope < 0 else { return ended(point, iteration, here.gradient) }
      var (low, high) = (0.0, Double.infinity)
      var length = pairs.isEmpty ? min(1, 1 / dot(here.gradient, here.gradient).squareRoot()) : 1
      var next: (point: [Double], value: Double, gradient: [Double])?
      for _ in 0..<40 {
        let trial = zip(point, direction).map { $0 + length * $1 }
        guard let there = function(trial) else { return stopped(point, iteration) }
        if !(there.value <= here.value + 1e-4 * length * slope) {
          high = length
        } else {
          next = (trial, there.value, there.gradient)
          if dot(there.gradient, direction) >= 0.9 * slope { break }
          low = length
        }
        length = high.isFinite ? (low + high) / 2 : 2 * low
      }
      guard let next else { return ended(point, iteration, here.gradient) }
      let step = zip(next.point, point).map { $0 - $1 }
      let change = zip(next.gradient, here.gradient).map { $0 - $1 }
      let curvature = dot(step, change)
      if curvature > 1e-12 * dot(change, change) {
        pairs.append((step, change, 1 / curvature))
        if pairs.count > memory { pairs.removeFirst() }
      }
      point = next.point
      here = (next.value, next.gradient)
    }
    return ended(point, maximumIterations, here.gradient)
  }

  /// −H g, with H the inverse curvature that the pairs describe (the two-loop recursion).
  private func descent(
    _ gradient: [Double], _ pairs: [(step: [Double], change: [Double], rho: Double)]
  ) -> [Double] {
    var q = gradient.map { -$0 }
    var shares: [Double] = []
    for pair in pairs.reversed() {
      let share = pair.rho * dot(pair.step, q)
      shares.append(share)
      for index in q.indices { q[index] -= share * pair.change[index] }
    }
    if let last = pairs.last {
      let scale = 1 / (last.rho * dot(last.change, last.change))
      for index in q.indices { q[index] *= scale }
    }
    for (pair, share) in zip(pairs, shares.reversed()) {
      let rest = share - pair.rho * dot(pair.change, q)
      for index in q.indices { q[index] += rest * pair.step[index] }
    }
    return q
  }

  private func dot(_ left: [Double], _ right: [Double]) -> Double {
    var sum = 0.0
    for index in left.indices { sum += left[index] * right[index] }
    return sum
  }

  private func largest(_ vector: [Double]) -> Double { vector.reduce(0) { max($0, abs($1)) } }

  private func converged(_ point: [Double], _ iterations: Int) -> Result {
    Result(point: point, iterations: iterations, converged: true, stopped: false)
  }

  private func stopped(_ point: [Double], _ iterations: Int) -> Result {
    Result(point: point, iterations: iterations, converged: false, stopped: true)
  }

  /// Where no step lowers the value any more, or the iterations are used up.
  private func ended(_ point: [Double], _ iterations: Int, _ gradient: [Double]) -> Result {
    Result(
      point: point, iterations: iterations, converged: largest(gradient) <= tolerance, stopped: false)
  }
}
