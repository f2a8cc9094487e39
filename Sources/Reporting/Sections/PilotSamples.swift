import Charts
import Datasets
import Foundation
import Knowledge
import Pilots

extension ReportContext {
  /// What a person can look at or listen to of a pilot.
  func sampleBlocks(_ pilot: PilotResult) -> [Block] {
    guard let samples = pilot.samples, !samples.isEmpty else { return [] }
    return [.heading(say(SampleWording.heading))]
      + samples.enumerated().flatMap { blocks($1, id: "sample-\($0 + 1)") }
  }

  private func blocks(_ sample: PilotSample, id: String) -> [Block] {
    let note = sample.note.map(say)
    func gallery(_ items: [Gallery.Item]) -> [Block] {
      [.gallery(Gallery(title: say(sample.title), note: note, items: items))]
    }
    switch sample.content {
    case .texts(let texts): return noteBlock(note) + [.table(table(texts, sample.title))]
    case .table(let numbers): return noteBlock(note) + [.table(table(numbers, sample.title))]
    case .pictures(let pictures):
      return gallery(
        pictures.map {
          Gallery.Item(
            caption: say($0.caption),
            media: [.picture(svg: pictureSVG($0, words: boxWords), isSmall: pictures.count > 4)])
        })
    case .sounds(let sounds):
      return gallery(sounds.map { Gallery.Item(caption: say($0.caption), media: [.sound(base64: $0.wave)]) })
    case .melodies(let melodies):
      return gallery(melodies.enumerated().map { item($1, id: "\(id)-\($0 + 1)") })
    case .curves(let curves): return noteBlock(note) + [.chart(chart(curves, id: id, sample.title))]
    }
  }

  private var boxWords: (true: String, found: String) {
    (say(SampleWording.trueBox), say(SampleWording.foundBox))
  }

  private func noteBlock(_ note: String?) -> [Block] { note.map { [.paragraph(Phrase($0))] } ?? [] }

  private func table(_ texts: TextSample, _ title: LocalizedText) -> Table {
    Table(
      caption: say(title), layout: .records, columns: texts.columns.map { Table.Column(say($0)) },
      rows: texts.rows.map { Table.Row($0.map { $0.isEmpty ? "–" : .quoted($0) }) })
  }

  private func table(_ sample: TableSample, _ title: LocalizedText) -> Table {
    Table(
      caption: say(title), layout: .records,
      columns: [Table.Column(say(sample.heading))]
        + sample.columns.map { Table.Column(say($0), isNumber: true) },
      rows: sample.rows.map { row in
        Table.Row([.quoted(say(row.name))] + row.values.map { Phrase($0.map(numbers.plain) ?? "–") })
      })
  }

  private func chart(_ curves: CurveSample, id: String, _ title: LocalizedText) -> ChartFigure {
    let lines = curves.lines.map { SeriesLines.Line(label: say($0.name), values: $0.values) }
    let ends = lines.compactMap { line in line.values.last.map { "\(line.label): \(numbers.plain($0))" } }
    return figure(
      SeriesLines(lines: lines, horizontalName: say(curves.horizontal), verticalName: say(curves.vertical)),
      id: id, title: title, description: ends.joined(separator: say(Wording.listSeparator)))
  }

  private func item(_ melody: MelodySample, id: String) -> Gallery.Item {
    let roll = PianoRoll(notes: melody.notes.map { PianoRoll.Note(key: $0.key, length: $0.length) })
    let words = ChartWords(
      id: id, title: say(melody.caption), description: melody.text, nothing: say(Wording.nothingToDraw))
    return Gallery.Item(
      caption: say(melody.caption),
      media: [
        .picture(svg: roll.svg(words), isSmall: false), .sound(base64: melody.wave),
        .file(name: "\(id).mid", type: "audio/midi", base64: melody.midi),
      ])
  }
}

extension MelodySample {
  /// The notes in words: `C4 1, D4 0.5`.
  fileprivate var text: String {
    let names = ["C", "C♯", "D", "D♯", "E", "F", "F♯", "G", "G♯", "A", "A♯", "B"]
    return notes.map { note in
      let name = note.key.map { names[$0 % 12] + "\($0 / 12 - 1)" } ?? "–"
      return "\(name) \(note.length)"
    }.joined(separator: ", ")
  }
}
