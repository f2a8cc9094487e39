import Foundation

/// A melody as a sound of one channel, each note a sum of partials that dies away.
///
/// Partial h of a note with key k has the frequency h · 440 · 2^((k − 69) / 12) hertz and the strength 1 / h²;
/// those above half the rate are left out. A note rises within 8 ms, halves every 0.4 s and fades out in 40 ms.
/// - Parameters:
///   - tempo: quarter notes a minute, more than 0.
///   - rate: samples a second, at least 1,000.
/// - Returns: samples between −1 and 1.
public func melodySound(_ notes: [MelodyNote], tempo: Double, rate: Int = 16_000) -> [Float] {
  precondition(tempo > 0 && rate >= 1_000, "a tempo above 0 and a rate of at least 1,000")
  let perQuarter = 60 / tempo * Double(rate)
  let total = notes.reduce(0.0) { $0 + $1.length }
  var sound = [Float](repeating: 0, count: Int((total * perQuarter).rounded(.up)))
  var passed = 0.0
  for note in notes {
    let start = Int((passed * perQuarter).rounded())
    passed += note.length
    let end = min(sound.count, Int((passed * perQuarter).rounded()))
    guard let key = note.key, end > start else { continue }
    let frequency = 440 * pow(2, Double(key - 69) / 12)
    let partials = (1...6).filter { Double($0) * frequency < Double(rate) / 2 }
    for place in start..<end {
      let time = Double(place - start) / Double(rate)
      let left = Double(end - place) / Double(rate)
      let envelope = min(1, time / 0.008) * pow(0.5, time / 0.4) * min(1, left / 0.04)
      let wave = partials.reduce(0.0) { sum, partial in
        sum + sin(2 * Double.pi * frequency * Double(partial) * time) / Double(partial * partial)
      }
      // The strengths of six partials add up to less than 1.5.
      sound[place] = Float(envelope * wave / 1.5)
    }
  }
  return sound
}
