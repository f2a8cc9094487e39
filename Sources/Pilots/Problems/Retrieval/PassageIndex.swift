import Foundation

/// Which passages hold which terms, for a search by BM25 (Robertson and Zaragoza, 2009).
struct PassageIndex: Sendable {
  /// How soon further occurrences of a term stop to count.
  static let saturation = 1.2
  /// How far a passage's length is made up for, 0 to 1.
  static let lengthShare = 0.75

  private let lengths: [Double]
  private let meanLength: Double
  /// For every term the passages that hold it and how often.
  private let postings: [String: [(passage: Int, count: Double)]]

  /// - Parameter passages: the terms of each.
  init(_ passages: [[String]]) {
    lengths = passages.map { Double($0.count) }
    meanLength = max(lengths.reduce(0, +) / Double(max(lengths.count, 1)), 1)
    var postings: [String: [(passage: Int, count: Double)]] = [:]
    for (place, terms) in passages.enumerated() {
      var counts: [String: Double] = [:]
      for term in terms { counts[term, default: 0] += 1 }
      for (term, count) in counts { postings[term, default: []].append((place, count)) }
    }
    self.postings = postings
  }

  /// Different terms in all passages.
  var termCount: Int { postings.count }

  /// Σ over the question's terms of ln(1 + (N − n + ½) / (n + ½)) · f (k + 1) / (f + k (1 − b + b l / l̄)), one
  /// score a passage: n of N passages hold the term, this one f times among l terms.
  func scores(_ question: [String]) -> [Double] {
    var scores = [Double](repeating: 0, count: lengths.count)
    for term in question {
      guard let holders = postings[term] else { continue }
      let (n, all) = (Double(holders.count), Double(lengths.count))
      let rarity = log(1 + (all - n + 0.5) / (n + 0.5))
      for (passage, f) in holders {
        let length = 1 - Self.lengthShare + Self.lengthShare * lengths[passage] / meanLength
        scores[passage] += rarity * f * (Self.saturation + 1) / (f + Self.saturation * length)
      }
    }
    return scores
  }
}
