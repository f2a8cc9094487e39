import Knowledge

/// Sentences for the reasons of a verdict; numbers come in worded.
enum ReasonWording {
  static func fitReaches(_ actual: String, _ bound: String, _ verdict: LocalizedText) -> LocalizedText {
    LocalizedText(
      en: "Fit \(actual) reaches the \(bound) that “\(verdict.en)” asks for.",
      zh: "适合度 \(actual)，达到“\(verdict.zh)”要求的 \(bound)。")
  }

  static func fitBelow(_ actual: String, _ bound: String, _ verdict: LocalizedText) -> LocalizedText {
    LocalizedText(
      en: "Fit \(actual) is under the \(bound) that “\(verdict.en)” asks for.",
      zh: "适合度 \(actual)，低于“\(verdict.zh)”要求的 \(bound)。")
  }

  static func riskWithin(_ actual: String, _ bound: String, _ verdict: LocalizedText) -> LocalizedText {
    LocalizedText(
      en: "Residual risk \(actual) is within the \(bound) that “\(verdict.en)” allows.",
      zh: "剩余风险 \(actual)，在“\(verdict.zh)”允许的 \(bound) 以内。")
  }

  static func riskAbove(_ actual: String, _ bound: String, _ verdict: LocalizedText) -> LocalizedText {
    LocalizedText(
      en: "Residual risk \(actual) is above the \(bound) that “\(verdict.en)” allows.",
      zh: "剩余风险 \(actual)，超过“\(verdict.zh)”允许的 \(bound)。")
  }

  static func veto(_ reason: String, cap: String?, verdict: LocalizedText?) -> LocalizedText {
    let capEn = cap.map { " The fit cannot pass \($0)." } ?? ""
    let capZh = cap.map { "适合度不能超过 \($0)。" } ?? ""
    let limitEn = verdict.map { " The verdict cannot be better than “\($0.en)”." } ?? ""
    let limitZh = verdict.map { "结论最多为“\($0.zh)”。" } ?? ""
    return LocalizedText(en: "\(reason)\(capEn)\(limitEn)", zh: "\(reason)\(capZh)\(limitZh)")
  }

  static func requirementMissing(_ verdict: LocalizedText) -> LocalizedText {
    LocalizedText(
      en: "“\(verdict.en)” also requires something that answers and measurements do not give yet",
      zh: "“\(verdict.zh)”还要求一些目前的回答没有满足的条件")
  }

  static func rangeCrosses(_ fit: String, _ risk: String) -> LocalizedText {
    LocalizedText(
      en:
        "Best and worst case of the unknown answers lie on two sides of a boundary: fit \(fit), residual risk \(risk).",
      zh: "未知回答的最好与最坏情况落在界线两侧：适合度 \(fit)，剩余风险 \(risk)。")
  }

  static func rulesSuffice(_ verdict: LocalizedText?) -> LocalizedText {
    LocalizedText(
      en: "Rules and people rank first."
        + (verdict.map { " The verdict on using a model is therefore “\($0.en)” at best." } ?? ""),
      zh: "规则和人工排在第一。" + (verdict.map { "因此，用模型的结论最多为“\($0.zh)”。" } ?? ""))
  }
}
