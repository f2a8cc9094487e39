/// Every kind of layer there is; the contract check runs over all of them.
public enum LayerRegistry {
  public static let all: [any Layer.Type] = [
    Dense.self, ActivationLayer.self, Softmax.self, Dropout.self,
    Add.self, Concatenate.self, Reshape.self, FirstAgainstRest.self,
    Convolution1D.self, Convolution2D.self, TransposedConvolution1D.self, TransposedConvolution2D.self,
    MaxPooling1D.self, MaxPooling2D.self, AveragePooling1D.self, AveragePooling2D.self,
    GlobalMaxPooling.self, GlobalAveragePooling.self, Upsampling1D.self, Upsampling2D.self,
    GRU.self, LSTM.self,
    Embedding.self, LearnedPositions.self, SinusoidalPositions.self,
    LayerNormalisation.self, RMSNormalisation.self, BatchNormalisation.self,
    GroupNormalisation.self,
    MultiHeadAttention.self, MeanOverPositions.self,
  ]

  static let family = Family<any Layer>(
    name: "layer", kinds: all.map { type in (name: type.kind, decode: { try type.init(from: $0) }) })
}
