import Kernels

extension CollectionSample<MelodyCollection> {
  /// Melodies over chords, in which motifs come back.
  static let composedMelodies = CollectionSample(
    id: "composed-melodies", kind: .synthetic,
    title: BilingualText(en: "Melodies composed by rules", zh: "按规则谱写的旋律"),
    process: BilingualText(
      en:
        "Synthetic: 1,200 melodies of 8, 12 or 16 bars in C major, composed by a seeded generator. Four bars"
        + " make a section over a usual row of chords; a motif of one bar moves along with the chords and keeps"
        + " its rhythm, a section ends on a long note, and the first section comes back. Some notes are changed"
        + " by chance. So the next note often hangs on one a bar or a section earlier. No composer's work is"
        + " used.",
      zh: "合成数据：1200 首 8、12 或 16 小节的 C 大调旋律，由带种子的生成器谱写。每四小节为一段，配常见的和弦进行；"
        + "一小节的动机随和弦移动而节奏不变，段末落在长音上，第一段会再现，另有少量音随机改动。"
        + "因此下一个音往往取决于一小节或一段之前的音。未使用任何作曲家的作品。"),
    sourceID: "generator:composed-melodies"
  ) { sample, _, seed throws(DatasetError) in
    let melodies = (0..<1_200).map { place in
      var random = SeededGenerator(seed: seed, purpose: "melody \(place)")
      return MelodyRules.melody(&random)
    }
    return MelodyCollection(
      facts: CollectionFacts(
        sample, modality: .audio, fingerprint: MelodyCollection.fingerprint(melodies)),
      melodies: melodies)
  }
}

/// Composes melodies of bars of four quarters from a motif, chords and repeats.
private enum MelodyRules {
  /// The first step of the scale, the middle C.
  private static let tonic = 60
  /// Half tones of the major scale's steps.
  private static let scale = [0, 2, 4, 5, 7, 9, 11]
  /// Steps of the scale that the chords of four bars stand on.
  private static let progressions = [
    [0, 3, 4, 0], [0, 5, 3, 4], [0, 4, 5, 3], [5, 3, 0, 4], [0, 1, 4, 0], [0, 3, 0, 4],
  ]
  private static let rhythms: [[Double]] = [
    [1, 1, 1, 1], [0.5, 0.5, 1, 1, 1], [1.5, 0.5, 1, 1], [2, 1, 1], [1, 0.5, 0.5, 2],
    [0.5, 0.5, 0.5, 0.5, 2], [1, 1, 0.5, 0.5, 1], [1.5, 0.5, 1.5, 0.5],
  ]
  /// Which sections follow each other.
  private static let forms = [[0, 0], [0, 1], [0, 0, 1], [0, 1, 0], [0, 0, 1, 0], [0, 1, 0, 1]]

  /// A bar relative to its chord: lengths, and steps above the chord's own; nil is a rest.
  private struct Motif {
    let lengths: [Double]
    let steps: [Int?]
  }

  static func melody(_ random: inout SeededGenerator) -> [MelodyNote] {
    let sections = [section(&random), section(&random)]
    var notes = pick(forms, &random).flatMap { sections[$0] }
    for place in notes.indices where random.uniform() < 0.02 {
      // A wrong note or an ornament: another step of the scale.
      guard let key = notes[place].key else { continue }
      notes[place] = MelodyNote(key: key + (random.uniform() < 0.5 ? 2 : -2), length: notes[place].length)
    }
    return notes
  }

  private static func section(_ random: inout SeededGenerator) -> [MelodyNote] {
    let chords = pick(progressions, &random)
    let motif = motif(&random)
    let other = random.uniform() < 0.5 ? motif : self.motif(&random)
    let bars = zip(chords, [motif, motif, other]).flatMap { chord, motif in
      zip(motif.lengths, motif.steps).map { length, step in
        MelodyNote(key: step.map { key(chord + $0) }, length: length)
      }
    }
    let end = chords[3]
    return bars + [
      MelodyNote(key: key(end + 2), length: 1), MelodyNote(key: key(end), length: 3),
    ]
  }

  /// Begins on a note of the chord and goes on by small steps, leaping to the chord on the third quarter.
  private static func motif(_ random: inout SeededGenerator) -> Motif {
    let lengths = pick(rhythms, &random)
    var steps: [Int?] = []
    var (step, passed) = (pick([0, 2, 4], &random), 0.0)
    for length in lengths {
      if passed == 2 { step = pick([0, 2, 4], &random) }
      steps.append(passed > 0 && random.uniform() < 0.06 ? nil : step)
      step = min(6, max(-2, step + pick([-1, -1, 1, 1, 0, 2, -2], &random)))
      passed += length
    }
    return Motif(lengths: lengths, steps: steps)
  }

  private static func key(_ step: Int) -> Int {
    let octave = step < 0 ? -1 : step / 7
    return tonic + scale[step - 7 * octave] + 12 * octave
  }

  private static func pick<Item>(_ items: [Item], _ random: inout SeededGenerator) -> Item {
    items[random.index(below: items.count)]
  }
}
