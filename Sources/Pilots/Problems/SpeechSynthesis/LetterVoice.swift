/// The mean frame of each third of each letter in its neighbourhood, one after another: the simplest voice.
struct LetterVoice: Hashable, Codable, Sendable {
  private static let parts = 3

  /// [unit · 3 + third][band]; units never heard have the mean of all frames, 0.
  private let means: [[Float]]

  /// - Parameter recordings: standardised frames, row-major [frames][bands], with the unit and the share
  ///   through it of every frame.
  init(_ recordings: [(frames: [Float], places: [(unit: Int, share: Float)])], units: Int, bands: Int) {
    var sums = Array(repeating: [Float](repeating: 0, count: bands), count: Self.parts * units)
    var counts = [Float](repeating: 0, count: sums.count)
    for recording in recordings {
      for (frame, place) in recording.places.enumerated() {
        let part = Self.part(place.unit, place.share)
        counts[part] += 1
        for band in 0..<bands { sums[part][band] += recording.frames[frame * bands + band] }
      }
    }
    means = zip(sums, counts).map { sum, count in sum.map { $0 / max(count, 1) } }
  }

  var numberCount: Int { means.reduce(0) { $0 + $1.count } }

  func frames(_ places: [(unit: Int, share: Float)]) -> [Float] {
    places.flatMap { means[Self.part($0.unit, $0.share)] }
  }

  private static func part(_ unit: Int, _ share: Float) -> Int {
    parts * unit + min(Int(share * Float(parts)), parts - 1)
  }
}
