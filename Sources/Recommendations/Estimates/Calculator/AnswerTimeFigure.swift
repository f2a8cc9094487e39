import Knowledge

/// Time of one answer: reading the input, then writing token by token.
///
/// Reading takes operations ÷ (peak × share used), and at least one pass of the weights through memory;
/// each written token takes one more pass of the weights in use and of the keys and values.
func answerTimeFigure(_ settings: EstimateSettings) throws(EstimateError) -> Estimate {
  let stated = try settings.number("forward")
  let counted = try modelSize(settings)
  guard let parameters = stated.map({ $0 / 2 }) ?? counted else { throw .missing(["N"]) }
  let size = counted ?? parameters
  let tokens = try settings.count("tokens", or: 1)
  let written = try settings.count("generated", or: 0, least: 0)
  let peak = try settings.required("peak")
  let bandwidth = try settings.required("bandwidth")
  let each = try weightBytes(settings)
  // A mixture of experts reads only those in use; convolutions use each weight many times.
  let read = each * Band(min(size, parameters))
  let pass = read / (Band(bandwidth) * bandwidthShare)
  let computing = Band(2 * parameters * tokens / peak) / (try usedShare(settings))
  let reading = Band(
    max(computing.low, pass.low), max(computing.likely, pass.likely), max(computing.high, pass.high))
  let cache = try settings.has("L") && written > 0 ? cacheBytes(settings).bytes : 0
  let writing = Band(written) * (pass + Band(cache / bandwidth) / bandwidthShare)
  return Estimate(
    reading + writing + callOverhead, .seconds,
    LocalizedText(
      en: "\(plain(2 * parameters * tokens)) operations to read the input, "
        + "\(plain(written)) tokens written, each with \(plain(read.likely.rounded())) bytes of weights at 40–85 % of "
        + "\(plain(bandwidth)) bytes a second; 5 ms for the call (1–30)",
      zh: "读入需 \(plain(2 * parameters * tokens)) 次运算；写出 \(plain(written)) 个词元，"
        + "每个读取权重 \(plain(read.likely.rounded())) 字节，带宽为每秒 \(plain(bandwidth)) 字节的 40–85 %；"
        + "调用开销 5 毫秒（1–30）"),
    [
      .source(EstimateSources.bekman2024, place: "training/performance", note: "share of the peak reached"),
      .judgement,
    ])
}

/// The share of a memory's stated bandwidth that reading weights reaches.
private let bandwidthShare = Band(0.4, 0.6, 0.85)

/// Seconds between a request and the model's start.
private let callOverhead = Band(0.001, 0.005, 0.03)
