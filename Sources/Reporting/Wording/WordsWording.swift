import Knowledge

/// Words of the section on the terms that the report uses.
enum WordsWording {
  static let title = LocalizedText(en: "Words used", zh: "用语说明")
  static let introduction = LocalizedText(
    en: "The terms of the field that occur above, in plain words.", zh: "上文出现的专业用语及其含义。")
  static let caption = LocalizedText(en: "Terms and their meanings", zh: "用语及含义")
  static let term = LocalizedText(en: "Term", zh: "用语")
  static let meaning = LocalizedText(en: "Meaning", zh: "含义")
}
