import Networks

/// Frames from letters by dilated causal convolutions, WaveNet's stack (van den Oord et al., 2016) at the pace
/// of frames instead of samples.
///
/// It reads letters and times only. Frames made before are a function of the same letters when a voice runs
/// freely, so that feeding them back would add nothing that the window does not hold.
struct VoiceNetwork: Sendable {
  /// Symbols of the letters.
  var symbols: Int
  /// Frames it makes at once.
  var length: Int
  var bands: Int
  var width = 96
  var dilations = [1, 2, 4, 8]

  /// Letters seen before and after the one that is said.
  static let reach = 2
  /// Other numbers of a frame: see `features`.
  static let numbers = 5

  /// Frames an output depends on, itself included.
  var window: Int { 1 + dilations.reduce(0, +) }
  var columns: Int { length * (2 * Self.reach + 1 + Self.numbers) }

  var configuration: NetworkConfiguration {
    var builder = NetworkBuilder()
    let letters = (-Self.reach...Self.reach).map { builder.input("letter \($0)", [length]) }
    let numbers = builder.input("times", [length, Self.numbers])
    let embedded = letters.map { builder.add(Embedding(vocabulary: symbols, width: 12), to: $0) }
    var last = builder.add(Concatenate(), to: embedded + [numbers])
    last = builder.add(Convolution1D(width, kernel: 1), to: last)
    for dilation in dilations {
      let inner = builder.add(
        Convolution1D(width, kernel: 2, dilation: dilation, padding: .causal, .silu), to: last)
      let mapped = builder.add(Dense(width), to: inner)
      last = builder.add(Add(), to: last, mapped)
    }
    last = builder.add(Dense(width, .relu), to: last)
    _ = builder.add(Dense(bands), to: last)
    return builder.network(loss: MeanSquaredError())
  }

  /// One row: the letters around each frame, then the numbers of each frame.
  ///
  /// These are whether there is one, how far through its letter it is, how long the letter lasts, and how near
  /// the beginning and the end are. Symbol 0 stands for no letter.
  func features(_ text: [Int], _ places: [(letter: Int, share: Float)]) -> [Float] {
    let count = min(places.count, length)
    let empty = [Float](repeating: 0, count: length - count)
    var lengths = [Float](repeating: 0, count: max(text.count, 1))
    for place in places { lengths[place.letter] += 1 }
    var features: [Float] = []
    features.reserveCapacity(columns)
    for offset in -Self.reach...Self.reach {
      features += places.prefix(count).map { place in
        text.indices.contains(place.letter + offset) ? Float(text[place.letter + offset]) : 0
      }
      features += empty
    }
    for (frame, place) in places.prefix(count).enumerated() {
      features += [
        1, place.share, min(lengths[place.letter] / 10, 3), Float(min(frame, 10)) / 10,
        Float(min(places.count - 1 - frame, 10)) / 10,
      ]
    }
    return features + Array(repeating: 0, count: empty.count * Self.numbers)
  }
}
