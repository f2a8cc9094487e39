/// Moves bias and activation behind a maximum pooling, where there are fewer numbers to apply them to.
///
/// max f(z + b) over a window is f(max z + b) if f never falls, so the values stay the same to the last bit,
/// and the gradient passes only through the positions that were highest. Of two sums that rounding makes
/// equal once the bias is added, the gradient goes to the one that was higher before.
enum ActivationDeferral {
  /// - Parameters:
  ///   - sources: for every node, the values it takes, inputs of the network counted first.
  ///   - inputs: how many inputs the network has.
  static func apply(to operations: inout [any Operation], sources: [[Int]], inputs: Int) {
    var uses = [Int](repeating: 0, count: operations.count)
    for from in sources {
      for source in from where source >= inputs { uses[source - inputs] += 1 }
    }
    for (index, from) in sources.enumerated() {
      guard let pooling = operations[index] as? MaxPoolingOperation, let source = from.first,
        source >= inputs, uses[source - inputs] == 1,
        let producer = operations[source - inputs] as? ConvolutionOperation, let sums = producer.sums,
        sums.isMonotone
      else { continue }
      operations[source - inputs] = producer.withoutSums
      operations[index] = pooling.with(sums)
    }
  }
}
