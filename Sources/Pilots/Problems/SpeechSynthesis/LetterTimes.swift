/// How long each kind of letter lasts, learnt from recordings of which only the texts are known.
///
/// The letters are first spread evenly over a recording; then the mean frame of each unit is measured and the
/// letters are laid along the recording anew so that frames fit their units best, a few times over (Viterbi
/// training, Juang and Rabiner, 1990).
package struct LetterTimes: Hashable, Sendable {
  /// Mean frames of each unit; at least a little for every one.
  package let durations: [Float]

  private static let rounds = 4
  /// Letters × frames that are laid out altogether: more recordings would add little.
  private static let mostCells = 20_000_000

  /// - Parameters:
  ///   - recordings: standardised frames, row-major [frames][bands], one array a recording.
  ///   - units: of the letters said in each.
  package init(_ recordings: [[Float]], _ units: [[Int]], unitCount: Int, bands: Int) {
    var used: [(frames: [Float], units: [Int], lengths: [Int])] = []
    var cells = 0
    for (frames, letters) in zip(recordings, units) where cells < Self.mostCells {
      let count = frames.count / bands
      guard count >= letters.count, !letters.isEmpty else { continue }
      cells += count * letters.count
      let even = letters.indices.map { place in
        (place + 1) * count / letters.count - place * count / letters.count
      }
      used.append((frames, letters, even))
    }
    for _ in 0..<Self.rounds {
      var means = UnitMeans(units: unitCount, bands: bands)
      for recording in used { means.add(recording.frames, recording.units, recording.lengths) }
      let table = means.values
      for place in used.indices {
        used[place].lengths = laid(used[place].units, along: used[place].frames, table, bands: bands)
      }
    }
    var sums = [Float](repeating: 0, count: unitCount)
    var counts = [Float](repeating: 0, count: unitCount)
    for recording in used {
      for (unit, length) in zip(recording.units, recording.lengths) {
        sums[unit] += Float(length)
        counts[unit] += 1
      }
    }
    let mean = sums.reduce(0, +) / max(1, counts.reduce(0, +))
    durations = zip(sums, counts).map { $1 > 0 ? max($0 / $1, 0.1) : max(mean, 1) }
  }

  /// For each frame of a recording the place of its letter, and how far through the letter it is, 0 to 1.
  ///
  /// - Parameter units: of the letters; with none the place is 0.
  package func places(_ units: [Int], frames: Int) -> [(letter: Int, share: Float)] {
    let lengths = units.map { durations[$0] }
    let scale = Float(frames) / max(lengths.reduce(0, +), 0.1)
    var (letter, start) = (0, Float(0))
    return (0..<frames).map { frame in
      let middle = Float(frame) + 0.5
      while letter + 1 < units.count, middle >= start + lengths[letter] * scale {
        start += lengths[letter] * scale
        letter += 1
      }
      let length = units.isEmpty ? Float(frames) : lengths[letter] * scale
      return (letter, min(max((middle - start) / max(length, 0.1), 0), 1))
    }
  }
}

/// Mean frames of units.
private struct UnitMeans {
  let bands: Int
  private var sums: [[Float]]
  private var counts: [Float]

  init(units: Int, bands: Int) {
    self.bands = bands
    sums = Array(repeating: [Float](repeating: 0, count: bands), count: units)
    counts = Array(repeating: 0, count: units)
  }

  mutating func add(_ frames: [Float], _ units: [Int], _ lengths: [Int]) {
    var frame = 0
    for (unit, length) in zip(units, lengths) {
      for place in frame..<frame + length {
        for band in 0..<bands { sums[unit][band] += frames[place * bands + band] }
      }
      counts[unit] += Float(length)
      frame += length
    }
  }

  var values: [[Float]] { zip(sums, counts).map { sum, count in sum.map { $0 / max(count, 1) } } }
}

/// The frames each letter gets, at least one, so that the squared distances to the units' means are least.
private func laid(_ units: [Int], along frames: [Float], _ means: [[Float]], bands: Int) -> [Int] {
  let count = frames.count / bands
  var costs = [Float](repeating: .infinity, count: units.count)
  var moved = [Bool](repeating: false, count: count * units.count)
  for frame in 0..<count {
    for letter in stride(from: min(frame, units.count - 1), through: 0, by: -1) {
      let before = letter > 0 ? costs[letter - 1] : (frame == 0 ? 0 : .infinity)
      var best = costs[letter]
      if before < best || frame == 0 {
        best = before
        moved[frame * units.count + letter] = true
      }
      let mean = means[units[letter]]
      var distance: Float = 0
      for band in 0..<bands {
        let gap = frames[frame * bands + band] - mean[band]
        distance += gap * gap
      }
      costs[letter] = best + distance
    }
  }
  var lengths = [Int](repeating: 0, count: units.count)
  var letter = units.count - 1
  for frame in stride(from: count - 1, through: 0, by: -1) {
    lengths[letter] += 1
    if moved[frame * units.count + letter] { letter = max(0, letter - 1) }
  }
  return lengths
}
