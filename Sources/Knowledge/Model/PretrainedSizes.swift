/// Transformer on image patches (Dosovitskiy et al., 2021).
public struct VisionSizes: Hashable, Codable, Sendable {
  public var layers: Int
  public var width: Int
  public var feedForward: Int
  public var heads: Int
  /// Side of a patch and of the image, in pixels.
  public var patch: Int
  public var image: Int
  /// Outputs of the classifier; 0 without one.
  public var classes: Int

  /// Patches of one image and the class token.
  public var tokens: Int { (image / max(patch, 1)) * (image / max(patch, 1)) + 1 }
}

/// Residual network (He et al., 2016).
public struct ResidualSizes: Hashable, Codable, Sendable {
  /// Blocks of each stage.
  public var depths: [Int]
  /// Whether blocks narrow to a quarter inside, as from ResNet-50 on.
  public var bottleneck: Bool
  /// Channels after the first convolution.
  public var width: Int
  public var classes: Int
  /// Published operations of one forward pass over one image.
  public var forwardFLOPs: Double
}

/// Encoder–decoder for text with relative positions (Raffel et al., 2020).
public struct TextToTextSizes: Hashable, Codable, Sendable {
  public var encoderLayers: Int
  public var decoderLayers: Int
  public var width: Int
  public var feedForward: Int
  public var heads: Int
  public var headSize: Int
  public var vocabulary: Int
  /// Whether the token table is also the output product.
  public var tied: Bool
  public var gated: Bool
}

/// Encoder–decoder from sound to text (Radford et al., 2022).
public struct SpeechToTextSizes: Hashable, Codable, Sendable {
  public var encoderLayers: Int
  public var decoderLayers: Int
  public var width: Int
  public var feedForward: Int
  public var heads: Int
  public var vocabulary: Int
  /// Bands of the spectrogram.
  public var mels: Int
  /// Positions of the encoder (two frames each) and of the decoder (tokens).
  public var frames: Int
  public var positions: Int
}

/// Encoder on the waveform behind a stack of convolutions (Baevski et al., 2020).
public struct SpeechEncoderSizes: Hashable, Codable, Sendable {
  public var layers: Int
  public var width: Int
  public var feedForward: Int
  public var heads: Int
  /// Channels of the convolutions before the layers.
  public var channels: Int
}
