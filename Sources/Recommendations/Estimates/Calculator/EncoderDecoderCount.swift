import Knowledge

/// T5: `V·d`, `L·(4di + 2df + 2d)` in the encoder, `L·(8di + 2df + 3d)` in the decoder, and the rest.
///
/// That is two last normalisations and two tables of relative positions. `i` is heads × head size, and gated
/// blocks have `3df`.
func textToTextCount(_ settings: EstimateSettings) throws(EstimateError) -> ArchitectureCount {
  try settings.require("enc_L", "dec_L", "d", "ffn", "heads", "vocab")
  let width = try settings.count("d")
  let heads = try settings.count("heads")
  let inner = try heads * settings.count("d_kv", or: (width / heads).rounded(.down))
  let products: Double = try settings.flag("glu", or: false) ? 3 : 2
  let forward = try settings.count("ffn") * width * products
  let encoder = try settings.count("enc_L") * (4 * width * inner + forward + 2 * width)
  let decoder = try settings.count("dec_L") * (8 * width * inner + forward + 3 * width)
  let tables: Double = try settings.flag("tied", or: true) ? 1 : 2
  let positions = try 2 * heads * settings.count("relpos", or: 32, least: 0)
  return ArchitectureCount(
    parameters: try tables * settings.count("vocab") * width + encoder + decoder + 2 * width + positions,
    how: LocalizedText(
      en: "the tokens' table, \(plain(encoder)) in the encoder's layers, \(plain(decoder)) in the decoder's, "
        + "normalisations and \(plain(positions)) relative positions",
      zh: "词元表，编码器各层 \(plain(encoder)) 个，解码器各层 \(plain(decoder)) 个，"
        + "归一化以及 \(plain(positions)) 个相对位置"),
    basis: [.source(EstimateSources.raffel2020, place: "sec. 2.1, 3.7", note: "layer sizes")])
}

/// Whisper: two convolutions, an encoder with a table of positions, and a decoder that also reads it.
///
/// Keys have no bias.
func speechCount(_ settings: EstimateSettings) throws(EstimateError) -> ArchitectureCount {
  try settings.require("enc_L", "dec_L", "d", "vocab")
  let width = try settings.count("d")
  let forward = try settings.count("ffn", or: 4 * width)
  let attention = 4 * width * width + 3 * width
  let block = 2 * width * forward + forward + width
  let mels = try settings.count("mels", or: 80)
  let convolutions = 3 * mels * width + width + 3 * width * width + width
  let encoder = try settings.count("enc_L") * (attention + block + 4 * width)
  let decoder = try settings.count("dec_L") * (2 * attention + block + 6 * width)
  let tables: Double = try settings.flag("tied", or: true) ? 1 : 2
  let rows =
    try settings.count("enc_ctx", or: 1_500, least: 0) + settings.count("dec_ctx", or: 448, least: 0)
    + tables * settings.count("vocab")
  return ArchitectureCount(
    parameters: convolutions + encoder + decoder + rows * width + 4 * width,
    how: LocalizedText(
      en: "two convolutions, \(plain(encoder)) in the encoder's layers, \(plain(decoder)) in the decoder's, "
        + "tables of tokens and of both positions",
      zh: "两层卷积，编码器各层 \(plain(encoder)) 个，解码器各层 \(plain(decoder)) 个，以及词元表和两张位置表"),
    basis: [.source(EstimateSources.radford2022, place: "sec. 2.2", note: "layer sizes")])
}
