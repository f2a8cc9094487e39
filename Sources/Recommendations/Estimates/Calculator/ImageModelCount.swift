import Knowledge

/// ViT: patches `c·P²·d + d`, a class token, `(n + 1)·d` positions, and the rest.
///
/// That is layers of `4d² + 2df + f + 9d`, a last normalisation and the classifier, which `classes=0` leaves out.
func visionTransformerCount(_ settings: EstimateSettings) throws(EstimateError) -> ArchitectureCount {
  try settings.require("L", "d", "patch", "img", "classes")
  let layers = try settings.count("L")
  let width = try settings.count("d")
  let forward = try settings.count("ffn", or: 4 * width)
  let patch = try settings.count("patch")
  let side = (try settings.count("img") / patch).rounded(.down)
  let classes = try settings.count("classes", or: 0, least: 0)
  let embedding = try settings.count("channels", or: 3) * patch * patch * width + width
  let positions = (side * side + 1) * width
  let layer = 4 * width * width + 2 * width * forward + forward + 9 * width
  let head = classes * width + classes
  return ArchitectureCount(
    parameters: embedding + width + positions + layers * layer + 2 * width + head,
    how: LocalizedText(
      en: "\(plain(embedding)) for the patches, a class token, \(plain(positions)) positions, "
        + "\(plain(layers)) layers of \(plain(layer)), a normalisation and \(plain(head)) for the classes",
      zh: "图块嵌入 \(plain(embedding)) 个，类别词元，位置 \(plain(positions)) 个，\(plain(layers)) 层、"
        + "每层 \(plain(layer)) 个，归一化以及分类层 \(plain(head)) 个"),
    basis: [.source(EstimateSources.dosovitskiy2021, place: "sec. 3.1", note: "layer sizes")])
}

/// ResNet: a 7 × 7 stem, four stages of blocks with batch normalisation, and the classifier.
///
/// `depths=3,4,6,3;bottleneck=1` is ResNet-50. Convolutions have no bias; running averages are not counted.
func residualCount(_ settings: EstimateSettings) throws(EstimateError) -> ArchitectureCount {
  try settings.require("depths", "classes")
  let depths = try stageDepths(settings)
  let bottleneck = try settings.flag("bottleneck", or: false)
  let width = try settings.count("width", or: 64)
  let classes = try settings.count("classes", or: 0, least: 0)
  var inputs = width
  var total = try 49 * settings.count("channels", or: 3) * width + 2 * width
  for (stage, depth) in depths.enumerated() {
    let inner = (0..<stage).reduce(width) { value, _ in 2 * value }
    let outputs = bottleneck ? 4 * inner : inner
    let spatial = 9 * inner * inner
    // The first block takes what the stage before gives, through a projection where the widths differ.
    let first = bottleneck ? inputs * inner + spatial + inner * outputs : 9 * inputs * inner + spatial
    let other = bottleneck ? outputs * inner + spatial + inner * outputs : 2 * spatial
    let norms = bottleneck ? 2 * (2 * inner + outputs) : 4 * inner
    let projection = inputs == outputs ? 0 : inputs * outputs + 2 * outputs
    total += first + (depth - 1) * other + depth * norms + projection
    inputs = outputs
  }
  return ArchitectureCount(
    parameters: total + inputs * classes + classes,
    how: LocalizedText(
      en: "\(plain(total)) in convolutions and normalisations, "
        + "\(plain(inputs * classes + classes)) for the classes",
      zh: "卷积与归一化 \(plain(total)) 个，分类层 \(plain(inputs * classes + classes)) 个"),
    basis: [.source(EstimateSources.he2016, place: "table 1", note: "layer sizes")])
}

private func stageDepths(_ settings: EstimateSettings) throws(EstimateError) -> [Double] {
  let depths = try settings.counts("depths")
  guard (1...8).contains(depths.count), depths.allSatisfy({ $0 <= 1e6 }) else {
    throw .notANumber(key: "depths", found: settings.text("depths") ?? "")
  }
  return depths
}
