import Foundation

/// The frames of a recording in which somebody speaks: from the first loud one to the last.
///
/// A frame is loud whose energy, in decibels, lies more than a quarter of the way from the quietest tenth of
/// the frames to the loudest; a recording without quiet ends is taken whole.
/// - Parameter frames: natural logarithms of band energies, at least one frame.
/// - Returns: at least one frame; two frames are added at either end, where words fade.
package func speechSpan(_ frames: [[Double]]) -> Range<Int> {
  let loudness = frames.map { log($0.reduce(0) { $0 + exp($1) }) }
  let sorted = loudness.sorted()
  let (quiet, loud) = (sorted[sorted.count / 10], sorted[(sorted.count - 1) * 19 / 20])
  let threshold = quiet + 0.25 * (loud - quiet)
  guard loud > quiet, let first = loudness.firstIndex(where: { $0 > threshold }),
    let last = loudness.lastIndex(where: { $0 > threshold })
  else { return 0..<frames.count }
  return max(0, first - 2)..<min(frames.count, last + 3)
}
