import Foundation

/// How far two log spectra lie apart, in decibels: the mean over frames of the root mean squared difference
/// over bands (Gray and Markel, 1976).
///
/// - Parameters first, second: natural logarithms of energies, row-major [frames][bands]; of one length.
/// - Returns: 0 or more; 0 is perfect, and so is no frame at all.
public func logSpectralDistance(_ first: [Double], _ second: [Double], bands: Int) -> Double {
  precondition(
    bands > 0 && first.count == second.count && first.count % bands == 0, "spectra of one shape")
  if first.isEmpty { return 0 }
  var sum = 0.0
  for start in stride(from: 0, to: first.count, by: bands) {
    let squares = (start..<start + bands).reduce(0.0) { total, place in
      let gap = first[place] - second[place]
      return total + gap * gap
    }
    sum += (squares / Double(bands)).squareRoot()
  }
  // An energy e times as large is 10 / ln 10 decibels more.
  return 10 / log(10) * sum / Double(first.count / bands)
}
