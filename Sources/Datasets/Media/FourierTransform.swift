import Foundation

/// The discrete Fourier transform of a fixed, even power-of-two length (Cooley and Tukey, 1965).
package struct FourierTransform: Sendable {
  package let length: Int
  private let cosines: [Double]
  private let sines: [Double]
  private let reversed: [Int]

  /// Prepares the tables; `length` must be a power of two, at least 2.
  package init(length: Int) {
    precondition(length >= 2 && length & (length - 1) == 0, "\(length) is not a power of two")
    self.length = length
    let angles = (0..<length / 2).map { 2 * Double.pi * Double($0) / Double(length) }
    cosines = angles.map { cos($0) }
    sines = angles.map { sin($0) }
    let bits = length.trailingZeroBitCount
    reversed = (0..<length).map { index in
      (0..<bits).reduce(0) { $0 | ((index >> $1) & 1) << (bits - 1 - $1) }
    }
  }

  /// |X(k)|² of a real signal for k = 0 … length / 2; shorter signals are filled up with zeros.
  package func power(_ signal: [Double]) -> [Double] {
    let (real, imaginary) = spectrum(signal)
    return (0...length / 2).map { real[$0] * real[$0] + imaginary[$0] * imaginary[$0] }
  }

  /// X(k) = Σ x(n) · e^(−2πi kn / length) of a real signal for all k; shorter signals are filled up with zeros.
  package func spectrum(_ signal: [Double]) -> (real: [Double], imaginary: [Double]) {
    turned(
      reversed.map { $0 < signal.count ? signal[$0] : 0 }, [Double](repeating: 0, count: length))
  }

  /// The real signal whose X(k) for k = 0 … length / 2 these are; what a real signal cannot have is left out.
  package func signal(real: [Double], imaginary: [Double]) -> [Double] {
    // x(n) is the mean over k of X(k)* turned forward once more, and X(length − k) = X(k)* for a real x.
    let half = length / 2
    let mirrored = reversed.map { $0 <= half ? $0 : length - $0 }
    let signs = reversed.map { $0 <= half ? -1.0 : 1.0 }
    let result = turned(mirrored.map { real[$0] }, zip(mirrored, signs).map { imaginary[$0] * $1 })
    return result.real.map { $0 / Double(length) }
  }

  /// The transform of numbers that are in bit-reversed order already.
  private func turned(_ real: [Double], _ imaginary: [Double]) -> (real: [Double], imaginary: [Double]) {
    var (real, imaginary) = (real, imaginary)
    real.withUnsafeMutableBufferPointer { real in
      imaginary.withUnsafeMutableBufferPointer { imaginary in
        cosines.withUnsafeBufferPointer { cosines in
          sines.withUnsafeBufferPointer { sines in
            butterflies(real, imaginary, cosines, sines)
          }
        }
      }
    }
    return (real, imaginary)
  }

  /// Joins transforms of half the length, from pairs up to the whole.
  private func butterflies(
    _ real: UnsafeMutableBufferPointer<Double>, _ imaginary: UnsafeMutableBufferPointer<Double>,
    _ cosines: UnsafeBufferPointer<Double>, _ sines: UnsafeBufferPointer<Double>
  ) {
    var half = 1
    while half < length {
      let step = length / (half * 2)
      for start in stride(from: 0, to: length, by: half * 2) {
        for offset in 0..<half {
          let (low, high) = (start + offset, start + offset + half)
          let (cosine, sine) = (cosines[offset * step], sines[offset * step])
          let turnedReal = real[high] * cosine + imaginary[high] * sine
          let turnedImaginary = imaginary[high] * cosine - real[high] * sine
          real[high] = real[low] - turnedReal
          imaginary[high] = imaginary[low] - turnedImaginary
          real[low] += turnedReal
          imaginary[low] += turnedImaginary
        }
      }
      half *= 2
    }
  }
}
