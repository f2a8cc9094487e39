import CMedia
import Foundation

/// The longest beginning of a sound that is used.
private let longestSeconds = 60

/// Reads sounds as log-mel features, at `rate` or at the commonest rate up to 16,000 samples a second.
func readSounds(_ files: [FolderFile], rate: Int?) -> FolderContent {
  let sounds = files.filter { $0.medium == .sound }
  var skipped = files.filter { $0.medium != .sound }.map { SkippedFile(path: $0.path, reason: .otherMedium) }
  let common = rate ?? min(16_000, commonRate(sounds.map(\.location)))
  let extractor = SoundFeatures(rate: max(1_000, common))
  var grid = FeatureGrid(names: SoundFeatures.names, values: [], shape: .sound(rate: extractor.rate))
  var labels: [Int] = []
  var cut = 0
  for file in sounds {
    do throws(Unreadable) {
      let sound = try Waveform(file.location)
      let signal = resampled(sound.samples, from: sound.rate, to: extractor.rate)
      guard let features = extractor.features(signal) else {
        skipped.append(SkippedFile(path: file.path, reason: .silent))
        continue
      }
      cut += sound.wasCut ? 1 : 0
      grid.values.append(contentsOf: features)
      labels.append(file.label)
    } catch {
      skipped.append(SkippedFile(path: file.path, reason: error.reason))
    }
  }
  var notes: [DatasetNote] = labels.isEmpty ? [] : [.soundRate(hertz: extractor.rate)]
  if cut > 0 { notes.append(.soundsCut(count: cut, seconds: longestSeconds)) }
  return FolderContent(grid: grid, labels: labels, skipped: skipped, notes: notes)
}

/// The sampling rate that most of the first hundred sounds have; the lowest of equals.
func commonRate(_ files: [URL]) -> Int {
  var counts: [Int: Int] = [:]
  for file in files.prefix(100) {
    let rate = Int(cmedia_sound_rate(file.path))
    if rate > 0 { counts[rate, default: 0] += 1 }
  }
  return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 16_000
}

/// A sound in one channel.
struct Waveform {
  var samples: [Float]
  var rate: Int
  var wasCut = false

  init(samples: [Float], rate: Int) {
    self.samples = samples
    self.rate = rate
  }

  /// Decodes a sound file; throws for one that is damaged or cut short.
  init(_ location: URL) throws(Unreadable) {
    var sound = cmedia_sound()
    var message = [CChar](repeating: 0, count: Int(CMEDIA_MESSAGE))
    let status = cmedia_read_sound(location.path, Int32(longestSeconds), &sound, &message)
    defer { cmedia_free(sound.samples) }
    guard status == CMEDIA_OK, let samples = sound.samples else { throw Unreadable(status, message) }
    self.init(samples: Array(UnsafeBufferPointer(start: samples, count: sound.frames)), rate: Int(sound.rate))
    wasCut = sound.was_cut != 0
  }
}
