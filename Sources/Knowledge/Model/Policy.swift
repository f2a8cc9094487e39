/// How scores become a verdict: thresholds and means, as data.
public struct Policy: Hashable, Codable, Sendable {
  public struct Bound: Hashable, Codable, Sendable {
    public var verdict: VerdictLevel
    /// 0–100.
    public var fitAtLeast: Double
    /// 0–100.
    public var riskAtMost: Double
    public var requires: Condition?
    public var basis: [Basis]
  }

  public var version: String
  /// Floor of the geometric mean over rubrics, in points.
  public var fitFloor: Double
  /// Exponent of the norm over risks, 1 or more.
  public var riskNorm: Double
  /// Ranking score = fit − weight × residual risk.
  public var rankingRiskWeight: Double
  /// Within this many points the cheaper approach goes first.
  public var rankingTolerance: Double
  /// Best first; the first whose bounds hold is the verdict, else no-go.
  public var bounds: [Bound]
  /// The verdict on using a model is at most this when rules or people rank first.
  public var whenNoAIFirst: VerdictLevel
  /// The boundary between two verdicts that an unknown must not cross.
  public var boundaryAbove: VerdictLevel
  public var boundaryBelow: VerdictLevel
  /// A set of answers settles a verdict when this share of its outcomes does, 0–1.
  public var settledShare: Double
  /// Draws of weights and unknown answers for the stability.
  public var draws: Int
  /// Dirichlet concentration of drawn weights; larger stays nearer to the stated ones.
  public var weightConcentration: Double
}
