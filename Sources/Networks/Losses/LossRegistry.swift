/// Every kind of loss there is; the contract check runs over all of them.
public enum LossRegistry {
  public static let all: [any Loss.Type] = [
    MeanSquaredError.self, BinaryCrossEntropy.self, SoftmaxCrossEntropy.self,
    MeanAbsoluteError.self, HuberLoss.self, HingeLoss.self, KullbackLeibler.self,
    GaussianKullbackLeibler.self, CTC.self, ExponentialUtility.self,
  ]

  static let family = Family<any Loss>(
    name: "loss", kinds: all.map { type in (name: type.kind, decode: { try type.init(from: $0) }) })
}
