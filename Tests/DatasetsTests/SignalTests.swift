import Datasets
import Foundation
import Testing

@Suite struct SignalTests {
  @Test func `the transform of eight samples by hand`() {
    // x(n) = cos(2πn/8): X(1) = X(7) = 4, all others 0.
    let power = FourierTransform(length: 8).power((0..<8).map { cos(2 * Double.pi * Double($0) / 8) })
    for (bin, value) in power.enumerated() { #expect(abs(value - (bin == 1 ? 16 : 0)) < 1e-12) }
    // A single impulse has the same power everywhere; 1, 2, 3, 4 has sums 10, −2+2i, −2.
    #expect(FourierTransform(length: 4).power([1]) == [1, 1, 1])
    let small = FourierTransform(length: 4).power([1, 2, 3, 4])
    for (value, expected) in zip(small, [100.0, 8, 4]) { #expect(abs(value - expected) < 1e-12) }
  }

  @Test func `energy is the same in time and frequency`() {
    // Parseval's theorem for a real signal of length 64.
    let signal = (0..<64).map { sin(Double($0 * $0)) }
    let power = FourierTransform(length: 64).power(signal)
    let spectral = power[0] + power[32] + 2 * power[1..<32].reduce(0, +)
    #expect(abs(spectral / 64 - signal.reduce(0) { $0 + $1 * $1 }) < 1e-10)
  }

  @Test func `mel filters peak where they should`() {
    let filters = MelFilters(bands: 40, rate: 16_000, transformLength: 512)
    // From mel(f) = 2595 log10(1 + f/700) between 40 and 8,000 Hz in 41 equal steps.
    #expect(abs(filters.centres[0] - 85.84) < 0.01)
    #expect(abs(filters.centres[13] - 1016.71) < 0.01)
    #expect(abs(filters.centres[39] - 7492.47) < 0.01)
    var power = [Double](repeating: 0, count: 257)
    power[32] = 1
    let energies = filters.apply(power)
    // Bin 32 is 1,000 Hz, between the peaks of filters 13 and 14 (916.56 and 1,016.71 Hz).
    #expect(abs(energies[13] - (1000 - 916.56) / (1016.71 - 916.56)) < 1e-3)
    #expect(abs(energies[12] - (1016.71 - 1000) / (1016.71 - 916.56)) < 1e-3)
    #expect(energies.filter { $0 > 0 }.count == 2)
    for band in 0..<40 {
      #expect(filters.apply(Array(repeating: 1, count: 257))[band] > 0)
    }
  }

  @Test func `resampling keeps a tone and removes what no longer fits`() {
    func level(_ signal: [Float]) -> Double {
      let middle = signal.dropFirst(200).dropLast(200)
      return (middle.reduce(0) { $0 + Double($1) * Double($1) } / Double(middle.count)).squareRoot()
    }
    let low = tone(440, seconds: 0.2, rate: 44_100).map(Float.init)
    let down = resampled(low, from: 44_100, to: 16_000)
    #expect(down.count == 3_200)
    let expected = tone(440, seconds: 0.2, rate: 16_000)
    let worst = (200..<3_000).map { abs(Double(down[$0]) - expected[$0]) }.max() ?? 1
    #expect(worst < 0.005)
    // 10 kHz lies above half of 16 kHz and must not come back as 6 kHz.
    let high = tone(10_000, seconds: 0.2, rate: 44_100).map(Float.init)
    #expect(level(resampled(high, from: 44_100, to: 16_000)) < 0.01)
    #expect(abs(level(resampled(low, from: 44_100, to: 48_000)) - 0.5 / 2.0.squareRoot()) < 0.003)
    #expect(resampled([1, 2], from: 8_000, to: 8_000) == [1, 2])
    #expect(resampled([], from: 8_000, to: 16_000).isEmpty)
  }

  @Test func `areas are averaged`() {
    let four = Picture(width: 4, height: 2, channels: 1, pixels: [0, 100, 200, 40, 20, 80, 0, 0])
    #expect(four.resized(side: 2).pixels == [50, 120, 50, 0])
    // 3 pixels into 2: the middle one is shared half and half, (90 + 15) / 1.5 = 70, (15 + 0) / 1.5 = 10.
    let three = Picture(width: 3, height: 3, channels: 1, pixels: [90, 30, 0, 90, 30, 0, 90, 30, 0])
    #expect(three.resized(side: 2).pixels == [70, 10, 70, 10])
    // Enlarging repeats pixels.
    let one = Picture(width: 1, height: 1, channels: 3, pixels: [1, 2, 3])
    #expect(one.resized(side: 2).pixels == [1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3])
    // 0.299 · 255 = 76.2.
    #expect(Picture(width: 1, height: 1, channels: 3, pixels: [255, 0, 0]).grey.pixels == [76])
  }

  @Test func `SHA-256 of the standard's examples`() {
    func digest(_ text: String, pieces: Int = 1) -> String {
      var hash = SHA256()
      let bytes = Array(text.utf8)
      let size = max(1, bytes.count / pieces)
      for start in stride(from: 0, to: bytes.count, by: size) {
        bytes[start..<min(start + size, bytes.count)].withUnsafeBytes { hash.update($0) }
      }
      return hash.digest()
    }
    #expect(digest("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(digest("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    let long = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"
    #expect(digest(long, pieces: 7) == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
    let million = String(repeating: "a", count: 1_000_000)
    #expect(digest(million, pieces: 37) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }
}
