import Foundation

/// A search for the likeliest labels of a CTC output (the prefix search of Hannun et al., 2014).
///
/// At every time the likeliest `width` beginnings are kept, each with the probabilities of its placements
/// that end in a blank and in its last label, added up. A wide enough beam keeps every beginning and gives
/// exact probabilities.
public struct CTCBeamSearch: Hashable, Sendable {
  /// Beginnings kept from time to time, at least 1.
  public var width: Int

  public init(width: Int = 16) {
    precondition(width >= 1, "a beam keeps at least one beginning, not \(width)")
    self.width = width
  }

  /// At most `width` readings of one row, the likeliest first; none that is impossible.
  ///
  /// - Parameter probabilities: row-major [time][classes]; class 0 is the blank. No time gives the one
  ///   empty reading.
  public func readings(_ probabilities: [Float], classes: Int) -> [CTCReading] {
    precondition(
      classes >= 2 && probabilities.count % classes == 0, "an output of another number of classes")
    var beam = [Beginning(labels: [], blank: 0, label: -.infinity)]
    for start in stride(from: 0, to: probabilities.count, by: classes) {
      let logs = probabilities[start..<start + classes].map { log(Double($0)) }
      let possible = extended(beam, by: logs).filter { $0.whole > -.infinity }
      beam = Array(possible.sorted(by: Beginning.comesFirst).prefix(width))
    }
    return beam.map { CTCReading(labels: $0.labels, logProbability: $0.whole) }
  }

  /// All beginnings one time later, in an order that depends on the beam's only.
  private func extended(_ beam: [Beginning], by logs: [Double]) -> [Beginning] {
    var next: [Beginning] = []
    var places: [[Int]: Int] = [:]
    func place(_ labels: [Int]) -> Int {
      if let known = places[labels] { return known }
      places[labels] = next.count
      next.append(Beginning(labels: labels, blank: -.infinity, label: -.infinity))
      return next.count - 1
    }
    for beginning in beam {
      let same = place(beginning.labels)
      next[same].blank = logSum(next[same].blank, beginning.whole + logs[0])
      for label in 1..<logs.count {
        let isRepeat = beginning.labels.last == label
        if isRepeat {
          next[same].label = logSum(next[same].label, beginning.label + logs[label])
        }
        // After a blank a repeat is a label of its own.
        let longer = place(beginning.labels + [label])
        let source = isRepeat ? beginning.blank : beginning.whole
        next[longer].label = logSum(next[longer].label, source + logs[label])
      }
    }
    return next
  }
}

/// Labels so far, with the logarithms of the probabilities of the placements that end in a blank and of
/// those that end in the last label.
private struct Beginning {
  let labels: [Int]
  var blank: Double
  var label: Double

  var whole: Double { logSum(blank, label) }

  /// The likelier one; of two alike the one whose labels come first, so that the order is always the same.
  static func comesFirst(_ left: Beginning, _ right: Beginning) -> Bool {
    let (a, b) = (left.whole, right.whole)
    return a != b ? a > b : left.labels.lexicographicallyPrecedes(right.labels)
  }
}

private func logSum(_ a: Double, _ b: Double) -> Double {
  let top = max(a, b)
  return top == -.infinity ? top : top + log1p(exp(min(a, b) - top))
}
