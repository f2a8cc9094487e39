/// A safeguard of the catalog: what to do, which risks it lowers by how much, and what else it is worth
/// doing for.
public struct MitigationEntry: Hashable, Codable, Sendable {
  /// The effect on one risk.
  public struct Lowering: Hashable, Codable, Sendable {
    public var risk: RiskID
    /// What the safeguard means for this risk; nil says it by the entry's title.
    public var title: LocalizedText?
    /// A level supply: the share of the risk removed, 0–1.
    public var removed: Supply
    public var basis: [Basis]
  }

  /// What the safeguard is worth doing for where no answer tells whether it is in place; enters no score.
  public struct Advice: Hashable, Codable, Sendable {
    public enum Target: Hashable, Codable, Sendable {
      case risk(RiskID)
      case criterion(CriterionID)

      public var name: String {
        switch self {
        case .risk(let id): id.name
        case .criterion(let id): id.name
        }
      }
    }

    public var target: Target
    public var why: LocalizedText
    public var basis: [Basis]
  }

  public var id: MitigationID
  public var title: LocalizedText
  /// What to do.
  public var what: LocalizedText
  public var effort: QuestionAction.Effort
  public var basis: [Basis]
  public var lowers: [Lowering]
  public var advises: [Advice]

  /// The safeguard as one risk carries it; nil when it does not touch the risk.
  func mitigation(of risk: RiskID) -> Mitigation? {
    lowers.first { $0.risk == risk }.map {
      Mitigation(id: id, title: $0.title ?? title, removed: $0.removed, basis: $0.basis)
    }
  }
}

extension Supply {
  /// The highest level any answers give, 0–1; 0 for supplies that give no level.
  public var highestLevel: Double {
    switch self {
    case .levels(_, let levels): return levels.values.max() ?? 0
    case .combined(let rule, let parts):
      let highest = parts.map(\.highestLevel)
      switch rule {
      case .min: return highest.min() ?? 0
      case .max: return highest.max() ?? 0
      case .mean: return highest.isEmpty ? 0 : highest.reduce(0, +) / Double(highest.count)
      case .product: return highest.reduce(1, *)
      }
    case .number, .option, .numbers, .difference, .product: return 0
    }
  }
}
