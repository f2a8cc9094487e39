import Kernels

/// The mean over positions of the Kullback–Leibler divergence of a predicted normal distribution from a
/// target one, summed over its independent dimensions: Σ (v − u + (eᵘ + (m − n)²) e⁻ᵛ − 1) / 2.
///
/// A position of the output holds the means m of all dimensions, then the logarithms u of their variances;
/// so do the targets, [rows][output], with n and v. Targets of 0 stand for the standard normal
/// distribution, which gives the penalty of a variational encoder (Kingma and Welling, 2014, appendix B).
/// Equal to `torch.distributions.kl_divergence` of two `Normal`s, summed over the last axis.
public struct GaussianKullbackLeibler: Loss {
  public static let kind = "gaussian-kullback-leibler"

  public init() {}

  public func validate(output: Shape) throws {
    try NetworkError.require(output.width % 2 == 0, "output.width", "2, 4, 6, …", output.width)
  }

  public func spreadWeights(_ batch: LossWeights) -> Double {
    spreadOverPositions(batch, positions: batch.output.positions)
  }

  public func evaluate(_ batch: LossBatch) -> Double {
    batch.passes.gaussianDivergence(
      batch.values, targets: batch.targets, weights: batch.weights, delta: batch.delta,
      rows: batch.rows * batch.output.positions, columns: batch.output.width / 2, scale: batch.scale)
  }
}
