/// The average recording: what can be said of a frame without knowing the text.
///
/// The first and the last tenth of a second, where speech fades in and out, have mean frames of their own.
struct AverageVoice: Hashable, Codable, Sendable {
  private static let edge = 10

  /// Mean frames of the beginning, of the end, and of all between, in this order.
  private let means: [[Float]]

  /// - Parameter recordings: row-major [frames][bands] each.
  init(_ recordings: [[Float]], bands: Int) {
    var sums = Array(repeating: [Float](repeating: 0, count: bands), count: 2 * Self.edge + 1)
    var counts = [Float](repeating: 0, count: sums.count)
    for frames in recordings {
      let count = frames.count / bands
      for frame in 0..<count {
        let place = Self.place(frame, of: count)
        counts[place] += 1
        for band in 0..<bands { sums[place][band] += frames[frame * bands + band] }
      }
    }
    means = zip(sums, counts).map { sum, count in sum.map { $0 / max(count, 1) } }
  }

  var numberCount: Int { means.reduce(0) { $0 + $1.count } }

  func frames(_ count: Int) -> [Float] { (0..<count).flatMap { means[Self.place($0, of: count)] } }

  private static func place(_ frame: Int, of count: Int) -> Int {
    let behind = count - 1 - frame
    if frame < edge, frame <= behind { return frame }
    return behind < edge ? edge + behind : 2 * edge
  }
}
