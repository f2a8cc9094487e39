import CKernels

/// How one column's values become small whole numbers.
///
/// Bins count from 0 and there are at most 255; the number after the last bin stands for a missing value.
public enum ColumnBins: Codable, Hashable, Sendable {
  /// Bin b holds the values above bounds[b − 1] and at most bounds[b]; the last bin has no upper bound.
  ///
  /// Bounds ascend and are finite.
  case numeric(bounds: [Float])
  /// Bin b holds one level, the commonest first; levels without a bin count as missing.
  case categorical(levels: [Int32])

  /// The most bins a column can have.
  public static let most = 255

  /// Bins, that of missing values not counted.
  public var count: Int {
    switch self {
    case .numeric(let bounds): bounds.count + 1
    case .categorical(let levels): levels.count
    }
  }

  /// The number that stands for a missing value.
  var missing: UInt8 { UInt8(count) }
}

/// A column's bins in the form in which values are looked up.
struct BinLookup {
  /// Ascending, padded with infinity to the 256 that the search expects.
  private var bounds: [Float]
  /// The bin of the level at each place of `bounds`; nil for a numeric column.
  private let binOfPlace: [UInt8]?
  let missing: UInt8

  init(_ bins: ColumnBins) {
    missing = bins.missing
    switch bins {
    case .numeric(let ascending):
      bounds = ascending
      binOfPlace = nil
    case .categorical(let levels):
      let order = levels.indices.sorted { levels[$0] < levels[$1] }
      bounds = order.map { Float(levels[$0]) }
      binOfPlace = order.map { UInt8($0) }
    }
    bounds += [Float](repeating: .infinity, count: 256 - bounds.count)
  }

  /// Writes the bins of `count` values.
  ///
  /// - Returns: how many were missing.
  func assign(
    _ values: UnsafePointer<Float>, stride: Int, to bins: UnsafeMutablePointer<UInt8>, binStride: Int,
    count: Int, level: Int32
  ) -> Int {
    ct_assign_bins(level, values, stride, bounds, missing, bins, binStride, count)
    var absent = 0
    if let binOfPlace {
      for row in 0..<count {
        // The search finds the first level that is not below the value; it must be the value itself.
        let (place, value) = (Int(bins[row * binStride]), values[row * stride])
        let known = place < binOfPlace.count && bounds[place] == value
        bins[row * binStride] = known ? binOfPlace[place] : missing
        absent += known ? 0 : 1
      }
    } else {
      for row in 0..<count where values[row * stride].isNaN { absent += 1 }
    }
    return absent
  }
}
