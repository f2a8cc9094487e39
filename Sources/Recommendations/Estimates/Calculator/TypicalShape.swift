import Knowledge

/// Layers and width of a model, exact where the settings give them, else those of Transformers of its size.
///
/// `N ≈ 12·L·d²`, and widths lie between 32 and 128 times the layers (GPT-2 XL 33, BERT-base 64, GPT-3 128),
/// so that `L·d = (N ÷ 12)^⅔ ÷ ratio^⅓` and `d = (N·ratio ÷ 12)^⅓`.
struct TypicalShape {
  /// Layers × width: numbers in one token's states over all layers.
  var states: Band
  var width: Band
  /// Numbers in the token tables.
  var tables: Band
  /// The size of one attention head.
  var headWidth: Band
  var vocabulary: Band
  var isKnown: Bool

  init(_ settings: EstimateSettings, parameters: Double?) throws(EstimateError) {
    let vocabulary = try settings.has("vocab") ? Band(settings.count("vocab")) : Band(32e3, 32e3, 128e3)
    let layers = try Self.layers(settings)
    if let layers, settings.has("d") {
      width = Band(try settings.count("d"))
      states = Band(layers) * width
      isKnown = true
    } else {
      guard let parameters else { throw .missing(["N"]) }
      let block = parameters / 12
      let face = block.cubeRoot * block.cubeRoot
      states = Band(
        face / Self.ratios.high.cubeRoot, face / Self.ratios.likely.cubeRoot, face / Self.ratios.low.cubeRoot)
      width = Band(
        (block * Self.ratios.low).cubeRoot, (block * Self.ratios.likely).cubeRoot,
        (block * Self.ratios.high).cubeRoot)
      isKnown = false
    }
    let tied = try settings.has("tied") ? Band(settings.flag("tied", or: true) ? 1 : 2) : Band(1, 2, 2)
    self.vocabulary = vocabulary
    tables = tied * vocabulary * width
    headWidth =
      if settings.has("head_dim") || settings.has("heads"), settings.has("d") {
        Band(try AttentionWidths(settings).headWidth)
      } else { Band(128, 64, 64) }
  }

  private static let ratios = Band(32, 64, 128)

  private static func layers(_ settings: EstimateSettings) throws(EstimateError) -> Double? {
    if settings.has("L") { return try settings.count("L") }
    guard settings.has("enc_L"), settings.has("dec_L") else { return nil }
    return try settings.count("enc_L") + settings.count("dec_L")
  }
}

extension Double {
  /// By Newton's steps from a power of two near it, the same on every machine.
  fileprivate var cubeRoot: Double {
    guard self > 0, isFinite else { return self }
    var root = Double(sign: .plus, exponent: Int(exponent) / 3, significand: 1)
    for _ in 0..<60 { root = (2 * root + self / (root * root)) / 3 }
    return root
  }
}

/// The parameters that `N` states, or that the shape counts to.
func modelSize(_ settings: EstimateSettings) throws(EstimateError) -> Double? {
  if let stated = try settings.number("N") { return stated }
  return settings.has("arch") ? try architectureCount(settings).parameters : nil
}

/// Bytes of one number of a type; `bits` counts as a type too.
func typeBytes(_ type: String) -> Double? {
  switch type {
  case "fp64": 8
  case "fp32", "float32", "tf32", "32": 4
  case "fp16", "bf16", "float16", "bfloat16", "16": 2
  case "fp8", "int8", "8": 1
  case "mxfp4": 0.53125
  case "nvfp4": 0.5625
  case "int4", "fp4", "nf4", "4": 0.5
  case "3": 0.375
  case "2": 0.25
  default: nil
  }
}

/// Names `dtype` may have.
let numberTypes = [
  "fp32", "tf32", "fp16", "bf16", "fp8", "int8", "mxfp4", "nvfp4", "int4", "fp4", "nf4", "fp64",
]

/// Bytes of one number by `dtype`, 2 without it.
func numberBytes(_ settings: EstimateSettings) throws(EstimateError) -> Double {
  let type = try settings.word("dtype", among: numberTypes) ?? "bf16"
  return typeBytes(type) ?? 2
}
