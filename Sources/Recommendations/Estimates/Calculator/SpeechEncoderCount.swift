import Knowledge

/// wav2vec 2.0: seven convolutions on the waveform, a projection, a convolution for positions, and layers.
///
/// The convolutions have kernels 10, 3, 3, 3, 3, 2, 2 without biases and a normalisation after the first;
/// positions come from one with kernel 128 in 16 groups, its weights kept as direction and length.
func speechEncoderCount(_ settings: EstimateSettings) throws(EstimateError) -> ArchitectureCount {
  try settings.require("L", "d")
  let width = try settings.count("d")
  let layers = try settings.count("L")
  let forward = try settings.count("ffn", or: 4 * width)
  let channels = try settings.count("channels", or: 512)
  let convolutions = (10 + 16 * channels) * channels + 2 * channels
  let projection = 2 * channels + channels * width + width
  let positions = width * (width / 16).rounded(.down) * 128 + 128 + width
  let layer = 4 * width * width + 2 * width * forward + forward + 9 * width
  return ArchitectureCount(
    parameters: convolutions + projection + positions + layers * layer + 3 * width,
    how: LocalizedText(
      en:
        "\(plain(convolutions)) in convolutions on the waveform, \(plain(projection)) to the layers' width, "
        + "\(plain(positions)) for positions, \(plain(layers)) layers of \(plain(layer)), "
        + "a normalisation and the masked frame",
      zh: "波形卷积 \(plain(convolutions)) 个，映射到层宽 \(plain(projection)) 个，位置卷积 \(plain(positions)) 个，"
        + "\(plain(layers)) 层、每层 \(plain(layer)) 个，归一化与掩码帧"),
    basis: [.source(EstimateSources.baevski2020, place: "sec. 2 and 4.2", note: "layer sizes")])
}
