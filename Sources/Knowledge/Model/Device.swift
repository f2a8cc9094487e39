/// A computer or accelerator that trains or runs models, with its published figures.
public struct Device: Hashable, Codable, Sendable {
  /// Number formats a peak is stated for.
  public enum Precision: String, Codable, CaseIterable, Hashable, Sendable, CodingKeyRepresentable {
    case fp32, tf32, fp16, bf16, fp8, int8
  }

  /// The kind of machine it stands in, as people answer `compute.available`.
  public enum Class: String, Codable, CaseIterable, Hashable, Sendable, Comparable {
    case laptop, workstation, server

    public static func < (left: Self, right: Self) -> Bool {
      let all = allCases
      return (all.firstIndex(of: left) ?? 0) < (all.firstIndex(of: right) ?? 0)
    }
  }

  /// Money at a date.
  public struct Price: Hashable, Codable, Sendable {
    public var low: Double
    public var likely: Double
    public var high: Double
    public var currency: String
    /// Year, year-month or full date.
    public var date: String
    public var basis: [Basis]
  }

  public var id: DeviceID
  public var name: LocalizedText
  public var deviceClass: Class
  /// In bytes.
  public var memory: Double
  /// Whether the processor's own memory is shared with it.
  public var isMemoryShared: Bool
  /// Bytes a second between memory and arithmetic.
  public var bandwidth: Double
  /// Dense operations a second; sparsity is not counted.
  public var peak: [Precision: Double]
  /// Watts under full load.
  public var power: Double
  /// Most devices in one machine.
  public var perMachine: Int
  /// For one device and hour; nil where it is not rented out.
  public var rent: Price?
  /// For one device, or for the machine where it is the machine; nil where it is not sold on its own.
  public var purchase: Price?
  public var basis: [Basis]

  /// The precision a model is trained in on it: 16 bits where it has them.
  public var trainingPrecision: Precision {
    if peak[.bf16] != nil { return .bf16 }
    return peak[.fp16] != nil ? .fp16 : .fp32
  }

  /// Operations a second in that precision; 0 where none is stated.
  public var trainingPeak: Double { peak[trainingPrecision] ?? 0 }
}
