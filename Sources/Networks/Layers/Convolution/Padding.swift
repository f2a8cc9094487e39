/// How far windows reach over the edges of what they are laid over, where zeros are read.
public enum Padding: Hashable, Sendable {
  /// Not at all: every window lies inside.
  case valid
  /// So far that there is one window for every `stride` positions; an odd number of zeros has one more after
  /// the end.
  case same
  /// Over the beginning only, so that no window reads a later position; for sequences.
  case causal
  /// So many zeros at each edge.
  case zeros(Int)

  /// Zeros before the first and after the last of `size` positions.
  ///
  /// - Parameter reach: positions from a window's first to its last, both included.
  func border(size: Int, reach: Int, stride: Int) -> (before: Int, after: Int) {
    switch self {
    case .valid: return (0, 0)
    case .zeros(let count): return (count, count)
    case .causal: return (reach - 1, 0)
    case .same:
      let windows = (size + stride - 1) / stride
      let total = max((windows - 1) * stride + reach - size, 0)
      return (total / 2, total - total / 2)
    }
  }

  /// Throws `NetworkError.illegalParameter` for a negative number of zeros, or where order has no meaning.
  func validate(allowsCausal: Bool) throws {
    let legal = "valid, same,\(allowsCausal ? " causal," : "") 0 … 2²⁸"
    if case .zeros(let count) = self {
      try NetworkError.require(0...(1 << 28) ~= count, "padding", legal, count)
    }
    if self == .causal { try NetworkError.require(allowsCausal, "padding", legal, "causal") }
  }
}

extension Padding: Codable {
  private static let words: [String: Padding] = ["valid": .valid, "same": .same, "causal": .causal]

  /// Reads a word, or a number of zeros.
  public init(from decoder: Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let count = try? container.decode(Int.self) {
      self = .zeros(count)
      return
    }
    let word = try container.decode(String.self)
    guard let padding = Self.words[word] else {
      throw NetworkError.unknownKind(family: "padding", name: word, known: Self.words.keys.sorted())
    }
    self = padding
  }

  public func encode(to encoder: Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .valid: try container.encode("valid")
    case .same: try container.encode("same")
    case .causal: try container.encode("causal")
    case .zeros(let count): try container.encode(count)
    }
  }
}
