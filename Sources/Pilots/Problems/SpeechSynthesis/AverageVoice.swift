/// The average recording of a length: what can be said of a frame without knowing the text.
///
/// How long a recording is tells something of it, and so does how far a frame is from its beginning and its
/// end; each has mean frames of its own, so that a text is left to say what only a text can.
package struct AverageVoice: Hashable, Codable, Sendable {
  /// Frames at either end that are told apart one by one, and parts of what lies between.
  private static let edge = 6
  private static let parts = 20
  /// Recordings of about one length that are averaged, at least, and groups of lengths at most.
  private static let leastInGroup = 25
  private static let mostGroups = 8
  /// A mean of few frames is drawn towards the mean of all, 0, as if so many frames of it had been seen.
  private static let doubt: Float = 5

  /// The longest recording of each group but the last, in frames, rising.
  private let limits: [Int]
  /// Mean frames, [group · places + place][band].
  private let means: [[Float]]

  /// - Parameter recordings: standardised frames, row-major [frames][bands] each.
  package init(_ recordings: [[Float]], bands: Int) {
    let lengths = recordings.map { $0.count / bands }.sorted()
    let groups = min(max(1, lengths.count / Self.leastInGroup), Self.mostGroups)
    let limits = (1..<groups).map { lengths[$0 * lengths.count / groups - 1] }
    var sums = Array(
      repeating: [Float](repeating: 0, count: bands), count: groups * (2 * Self.edge + Self.parts))
    var counts = [Float](repeating: 0, count: sums.count)
    for frames in recordings {
      for (frame, place) in Self.places(frames.count / bands, limits).enumerated() {
        counts[place] += 1
        for band in 0..<bands { sums[place][band] += frames[frame * bands + band] }
      }
    }
    self.limits = limits
    means = zip(sums, counts).map { sum, count in sum.map { $0 / (count + Self.doubt) } }
  }

  var numberCount: Int { means.reduce(0) { $0 + $1.count } }

  /// So many frames, one after another.
  package func frames(_ count: Int) -> [Float] { Self.places(count, limits).flatMap { means[$0] } }

  /// Which mean each frame of a recording has.
  private static func places(_ count: Int, _ limits: [Int]) -> [Int] {
    let group = limits.firstIndex { count <= $0 } ?? limits.count
    return (0..<count).map { frame in
      let behind = count - 1 - frame
      let place =
        frame < edge && frame <= behind
        ? frame : behind < edge ? edge + behind : 2 * edge + (frame - edge) * parts / (count - 2 * edge)
      return group * (2 * edge + parts) + place
    }
  }
}
