import Networks

extension LayerSamples {
  /// Every kind of convolution with each setting that changes what is computed, alone and together.
  static func convolution() throws -> [(kind: String, sample: Sample)] {
    let sequences: [(String, Convolution1D)] = [
      ("valid", Convolution1D(4, kernel: 3)),
      ("same, stride 2", Convolution1D(5, kernel: 3, stride: 2, padding: .same, .tanh)),
      ("causal, dilation 2", Convolution1D(3, kernel: 3, dilation: 2, padding: .causal, .silu)),
      ("zeros, no bias, kernel 1", Convolution1D(2, kernel: 1, padding: .zeros(1), hasBias: false)),
      ("even kernel, same", Convolution1D(18, kernel: 4, padding: .same)),
    ]
    let images: [(String, Convolution2D)] = [
      ("valid", Convolution2D(4, kernel: 3, .tanh)),
      ("ReLU", Convolution2D(4, kernel: 3, .relu)),
      ("oblong, strides 2 and 1", Convolution2D(3, kernel: Extent(2, 3), stride: Extent(2, 1), .sigmoid)),
      ("same, stride 3", Convolution2D(17, kernel: 3, stride: 3, padding: .same)),
      ("dilation 2, zeros", Convolution2D(3, kernel: 3, dilation: 2, padding: .zeros(2), .gelu)),
      ("stride beyond the kernel, no bias", Convolution2D(33, kernel: 1, stride: 2, hasBias: false)),
    ]
    return try sequences.map { words, layer in
      ("convolution-1d", try around(layer, "sequences, \(words)", [7, 3]))
    }
      + images.map { words, layer in
        (
          "convolution-2d",
          try around(layer, "images, \(words)", [6, 5, 2], isSmooth: layer.activation != .relu)
        )
      }
  }

  static func transposedConvolution() throws -> [(kind: String, sample: Sample)] {
    let sequences: [(String, TransposedConvolution1D)] = [
      ("stride 2", TransposedConvolution1D(3, kernel: 3, stride: 2, .tanh)),
      ("same, dilation 2", TransposedConvolution1D(2, kernel: 2, stride: 2, dilation: 2, padding: .same)),
      ("no bias", TransposedConvolution1D(2, kernel: 3, hasBias: false)),
    ]
    let images: [(String, TransposedConvolution2D)] = [
      ("gaps between windows", TransposedConvolution2D(3, kernel: 2, stride: 3, .silu)),
      ("zeros", TransposedConvolution2D(17, kernel: Extent(4, 3), stride: Extent(2, 1), padding: .zeros(1))),
    ]
    return try sequences.map { words, layer in
      ("transposed-convolution-1d", try around(layer, "sequences turned round, \(words)", [4, 3]))
    }
      + images.map { words, layer in
        ("transposed-convolution-2d", try around(layer, "images turned round, \(words)", [3, 4, 2]))
      }
  }

  /// A layer between two others, so that it has an input's gradient to give.
  static func around(
    _ layer: any Layer, _ name: String, _ input: Shape, isSmooth: Bool = true
  ) throws -> Sample {
    try Sample(
      name,
      NetworkConfiguration(
        input: input, [Dense(input.width, .tanh), layer, Reshape.flatten, Dense(2)], loss: MeanSquaredError()),
      isSmooth: isSmooth)
  }
}
