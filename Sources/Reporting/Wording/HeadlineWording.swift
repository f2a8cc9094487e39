import Knowledge
import Scoring

/// One sentence that answers whether this is the right scenario for a large model, a smaller one, or none.
enum HeadlineWording {
  /// - Parameters:
  ///   - first: title of the approach that ranks first.
  ///   - judged: title of the best approach that uses a model.
  static func sentence(_ verdict: Verdict, _ family: ModelFamily, first: String, judged: String)
    -> LocalizedText
  {
    switch (verdict, family) {
    case (.go, .large):
      LocalizedText(
        en: "Yes: a large model is right for this, as “\(first)”, and it can go ahead.",
        zh: "适合：这个场景用大模型是对的，做法为“\(first)”，可以推进。")
    case (.go, .simple):
      LocalizedText(
        en:
          "A model is right for this, but it need not be a large one: “\(first)” suits it better and can go ahead.",
        zh: "适合用模型，但不必用大模型：“\(first)”更合适，可以推进。")
    case (.go, .rules):
      LocalizedText(
        en:
          "Rules and people suit this better than any model; if a model is wanted all the same, “\(judged)” can go ahead.",
        zh: "普通规则或人工比任何模型都更合适；若仍要用模型，“\(judged)”可以推进。")
    case (.pilotFirst, .large):
      LocalizedText(
        en: "A large model (“\(first)”) looks right for this, but prove it in a pilot before relying on it.",
        zh: "大模型（“\(first)”）看来合适，但在依赖它之前，先用试点证明。")
    case (.pilotFirst, .simple):
      LocalizedText(
        en: "This does not need a large model: try “\(first)” in a pilot before relying on it.",
        zh: "这里不需要大模型：先用“\(first)”做试点，再决定是否依赖它。")
    case (.pilotFirst, .rules):
      LocalizedText(
        en: "Start with rules and people; a model (“\(judged)”) is worth a pilot at most.",
        zh: "先用规则和人工；模型（“\(judged)”）至多值得做一次试点。")
    case (.redesign, .large):
      LocalizedText(
        en:
          "Not as it stands: “\(first)”, a large model, comes closest, but the scenario has to change first.",
        zh: "按现状不行：大模型做法“\(first)”最接近要求，但场景本身要先调整。")
    case (.redesign, .simple):
      LocalizedText(
        en:
          "Not as it stands, and not with a large model: “\(first)” comes closest once the scenario has changed.",
        zh: "按现状不行，换大模型也解决不了：先调整场景，之后“\(first)”最接近要求。")
    case (.redesign, .rules):
      LocalizedText(
        en:
          "As the scenario stands, an ordinary rule or people do this better than any model, large or small.",
        zh: "按现状，普通规则或人工比任何模型都做得更好，无论模型大小。")
    case (.noGo, .rules):
      LocalizedText(
        en:
          "No: leave this to rules and people; as described, no model should be used for it, large or small.",
        zh: "不应该用模型：按目前的描述，请交给规则和人工，大模型小模型都不该用。")
    case (.noGo, _):
      LocalizedText(
        en: "No: as described, this is not a scenario for a model, large or small.",
        zh: "不应该做：按目前的描述，这不是适合用模型的场景，模型大小都一样。")
    case (.cannotTell, .large):
      LocalizedText(
        en:
          "This cannot be decided yet: a large model (“\(first)”) leads so far, but open answers can still turn the verdict.",
        zh: "暂时无法判断：目前大模型（“\(first)”）领先，但尚未明确的回答仍可能改变结论。")
    case (.cannotTell, .simple):
      LocalizedText(
        en:
          "This cannot be decided yet: a smaller model (“\(first)”) leads so far, but open answers can still turn the verdict.",
        zh: "暂时无法判断：目前较小的模型（“\(first)”）领先，但尚未明确的回答仍可能改变结论。")
    case (.cannotTell, .rules):
      LocalizedText(
        en:
          "This cannot be decided yet: rules and people lead so far, but open answers can still turn the verdict.",
        zh: "暂时无法判断：目前规则和人工领先，但尚未明确的回答仍可能改变结论。")
    }
  }
}
