import Foundation
import Kernels

/// How to draw the next token from a causal model's logits.
public struct TokenSampling: Codable, Hashable, Sendable {
  /// Divides the logits: below 1 the likely tokens come more often, above 1 less often; 0 always takes the
  /// likeliest.
  public var temperature: Double
  /// Only so many of the likeliest tokens can be drawn (Fan et al., 2018), at least 1; nil for all.
  public var topK: Int?

  public init(temperature: Double = 1, topK: Int? = nil) {
    self.temperature = temperature
    self.topK = topK
  }

  /// Throws `NetworkError.illegalParameter` if a setting is outside its legal range.
  public func validate() throws {
    try NetworkError.require(
      temperature >= 0 && temperature.isFinite, "temperature", "0 ≤ temperature < ∞", temperature)
    if let topK { try NetworkError.require(topK >= 1, "topK", "≥ 1", topK) }
  }

  /// One token, by its index; of tokens alike the first counts as the likelier one.
  ///
  /// - Parameter logits: of all tokens at one position, at least one of them finite; −∞ is never drawn.
  ///   Logarithms of probabilities do as well.
  public func token(_ logits: some Sequence<Float>, using generator: inout SeededGenerator) -> Int {
    let ranked = logits.enumerated().sorted {
      $0.element != $1.element ? $0.element > $1.element : $0.offset < $1.offset
    }
    precondition(ranked.first.map { $0.element.isFinite } ?? false, "no token can be drawn")
    if temperature == 0 { return ranked[0].offset }
    let kept = ranked.prefix(topK ?? ranked.count)
    let top = Double(ranked[0].element)
    let shares = kept.map { exp((Double($0.element) - top) / temperature) }
    var left = generator.uniform() * shares.reduce(0, +)
    for (token, share) in zip(kept, shares) {
      left -= share
      if left < 0 { return token.offset }
    }
    // Rounding may leave a crumb; it belongs to the last token with any share.
    let last = shares.lastIndex { $0 > 0 } ?? 0
    return kept[kept.startIndex + last].offset
  }
}
