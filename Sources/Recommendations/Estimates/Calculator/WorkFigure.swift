import Knowledge

/// Operations to train on `D` tokens: six for each parameter and token, eight with everything computed again.
///
/// `forward` states the operations of one forward pass where they are not twice the parameters, as of
/// convolutions and mixtures of experts; a training step then takes three times that.
/// With the shape and `seq`, `12·L·d·s` a token for attention comes on top.
func workFigure(_ settings: EstimateSettings) throws(EstimateError) -> Estimate {
  if try settings.word("what", among: ["total", "optimal_tokens"]) == "optimal_tokens" {
    return try optimalTokens(settings)
  }
  let work = try TrainingOperations(settings)
  return Estimate(work.flops, .flops, work.how, work.basis)
}

/// The operations of one training, with the formula.
struct TrainingOperations {
  var flops: Band
  var how: LocalizedText
  var basis: [Basis]

  init(_ settings: EstimateSettings) throws(EstimateError) {
    let stated = try settings.number("forward")
    let counted = try modelSize(settings)
    guard let parameters = stated.map({ $0 / 2 }) ?? counted else {
      throw .missing(settings.has("D") ? ["N"] : ["N", "D"])
    }
    guard let tokens = try settings.span(settings.has("D") ? "D" : "tokens") else { throw .missing(["D"]) }
    let method = try settings.word("method", among: ["6nd", "8nd", "4nd", "full", "lora"])
    let again = try settings.flag("ckpt", or: method == "8nd")
    let frozen = method == "lora" || method == "4nd"
    let factor: Double = (frozen ? 4 : 6) + (again ? 2 : 0)
    var perToken = factor * parameters
    var formula = "\(plain(factor)) × \(plain(parameters)) × \(plain(tokens.likely))"
    basis = [.source(EstimateSources.brown2020, place: "appendix D", note: "6 N D")]
    if settings.has("seq"), settings.has("L"), settings.has("d") {
      let (layers, width) = (try settings.count("L"), try settings.count("d"))
      let comparing = try 12 * layers * width * settings.count("seq") * factor / 6
      perToken += comparing
      formula = "(\(plain(factor)) × \(plain(parameters)) + \(plain(comparing))) × \(plain(tokens.likely))"
      basis.append(
        .source(EstimateSources.hoffmann2022, place: "appendix F", note: "12 L d s per token for attention"))
    }
    flops = perToken * tokens
    how = LocalizedText(
      en: formula
        + (stated == nil
          ? ": \(plain(factor)) operations for each parameter and token"
          : ": \(plain(factor)) × half the operations of a forward pass, for each token or example")
        + (again ? ", activations computed a second time" : "")
        + (basis.count > 1 ? ", and those of attention" : ""),
      zh: formula
        + (stated == nil
          ? "：每个参数、每个词元 \(plain(factor)) 次运算" : "：前向运算量的一半 × \(plain(factor))，按每个词元或样本计")
        + (again ? "（激活值重算一遍）" : "") + (basis.count > 1 ? "，另加注意力的运算" : ""))
  }
}

/// Tokens that use a given compute best: 20 for each parameter, from 20 to 22.4 over the published sizes.
private func optimalTokens(_ settings: EstimateSettings) throws(EstimateError) -> Estimate {
  guard let parameters = try modelSize(settings) else { throw .missing(["N"]) }
  return Estimate(
    parameters * Band(20, 20.5, 22.4), .tokens,
    LocalizedText(
      en: "\(plain(parameters)) × 20.5 tokens, from 20 to 22.4 over the published sizes",
      zh: "\(plain(parameters)) × 20.5 个词元，各公布规模为 20 至 22.4"),
    [.source(EstimateSources.hoffmann2022, place: "table 3", note: "tokens for each parameter")])
}
