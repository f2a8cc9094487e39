import Networks

extension LayerSamples {
  /// Windows side by side, overlapping, with gaps, and reaching over the edges.
  static func pooling() throws -> [(kind: String, sample: Sample)] {
    let images: Shape = [5, 6, 3]
    let layers: [(any Layer, String, Shape)] = [
      (MaxPooling1D(2), "side by side", [7, 3]),
      (MaxPooling1D(3, stride: 1, padding: .same), "overlapping over the edges", [5, 17]),
      (MaxPooling2D(2), "side by side", images),
      (MaxPooling2D(3, stride: 2, padding: .same), "overlapping over the edges", images),
      (AveragePooling1D(3, stride: 1, padding: .causal), "looking back", [6, 2]),
      (AveragePooling1D(2, stride: 3), "with gaps", [7, 3]),
      (AveragePooling2D(2), "side by side", images),
      (AveragePooling2D(Extent(3, 2), stride: Extent(2, 1), padding: .zeros(1)), "overlapping", images),
      (GlobalMaxPooling(), "of images", images), (GlobalMaxPooling(), "of sequences", [4, 2]),
      (GlobalAveragePooling(), "of images", images), (GlobalAveragePooling(), "of sequences", [4, 2]),
      (Upsampling1D(3), "by 3", [3, 2]), (Upsampling2D(Extent(2, 3)), "by 2 and 3", [2, 3, 17]),
    ]
    return try layers.map { layer, words, shape in
      let kind = type(of: layer).kind
      return (kind, try around(layer, "\(kind) \(words)", shape))
    }
  }
}
