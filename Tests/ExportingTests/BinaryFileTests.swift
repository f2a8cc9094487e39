import Datasets
import Exporting
import Foundation
import Knowledge
import TestSupport
import Testing

/// Pictures as NumPy arrays and recordings as WAV files, read back by hand.
struct BinaryFileTests {
  private func number<Value: FixedWidthInteger>(_ bytes: [UInt8], _ at: Int, as _: Value.Type) -> Value {
    (0..<MemoryLayout<Value>.size).reduce(0) { $0 | Value(truncatingIfNeeded: bytes[at + $1]) << ($1 * 8) }
  }

  @Test func `pixels are a NumPy array of the sample's rows`() throws {
    let fixture = try ExportFixture("vision-image-classification", with: realKnowledge())
    let bytes = try exportProject(fixture.request(.smallNetwork)).bytes("data/rows.npy")
    #expect(Array(bytes.prefix(8)) == [0x93, 0x4E, 0x55, 0x4D, 0x50, 0x59, 1, 0])
    let length = Int(number(bytes, 8, as: UInt16.self))
    #expect((10 + length) % 64 == 0)
    let header = String(decoding: bytes[10..<10 + length], as: UTF8.self)
    #expect(header.hasPrefix("{'descr': '<f4', 'fortran_order': False, 'shape': (1797, 64), }"))
    #expect(header.hasSuffix("\n"))
    #expect(bytes.count == 10 + length + 4 * 1797 * 64)
    guard case .grid(let grid) = fixture.data.training.plainRows else {
      Issue.record("no grid")
      return
    }
    for place in [0, 5, 1797 * 64 - 1] {
      let bits = number(bytes, 10 + length + 4 * place, as: UInt32.self)
      #expect(Float(bitPattern: bits) == grid.values[place])
    }
  }

  @Test func `a sample's recordings are sounds of its rows`() throws {
    let fixture = try ExportFixture("speech-keyword-spotting", with: realKnowledge())
    let files = try exportProject(fixture.request(.smallNetwork))
    let lines = files.text("data/rows.csv").split(separator: "\n").dropFirst()
    #expect(lines.count == 360)
    let recordings = SampleData.recordings("spoken-keywords", seed: 7)
    #expect(recordings.count == 360)
    for (line, recording) in zip(lines, recordings).prefix(3) {
      let cells = line.split(separator: ",")
      #expect(cells[1] == recording.label)
      let bytes = files.bytes("data/files/\(cells[0])")
      #expect(String(decoding: bytes.prefix(4), as: UTF8.self) == "RIFF")
      #expect(number(bytes, 24, as: UInt32.self) == 16_000)
      #expect(bytes.count == 44 + 2 * recording.samples.count)
      let place = recording.samples.count / 2
      let level = Int16(bitPattern: number(bytes, 44 + 2 * place, as: UInt16.self))
      #expect(abs(Float(level) / 32_767 - recording.samples[place]) < 1e-4)
    }
  }
}
