extension Finding: CustomStringConvertible {
  public var description: String { text(in: .english) }

  /// `file:line:column: what is wrong, what was expected, the nearest known name`.
  public func text(in language: Language) -> String {
    "\(position): \(message(in: language))"
  }

  /// The sentence without the place.
  public func message(in language: Language) -> String {
    switch language {
    case .english: english
    case .chinese: chinese
    }
  }

  private var english: String {
    switch problem {
    case .syntax(let problem): "not valid YAML: \(problem)"
    case .jsonSyntax(let fault): "not valid JSON: \(fault.text(in: .english))"
    case .emptyFile: "the file is empty"
    case .keyNotText: "a key must be plain text"
    case .nestedAlias(let name): "the value of '*\(name)' has aliases itself; write it out"
    case .tooDeep(let limit): "more than \(limit) levels of lists and mappings"
    case .duplicateKey(let key): "the key '\(key)' stands twice; keep one"
    case .unreadable(let reason): "cannot be read: \(reason)"
    case .missingFile: "this file is missing"
    case .unknownKey(let key, let known): "unknown key '\(key)'\(suggestion(key, known))"
    case .missingKey(let key): "the key '\(key)' is missing"
    case .bothGiven(let first, let second): "'\(first)' and '\(second)' stand side by side; keep one"
    case .expected(let expectation, let found): "expected \(expectation.english), found \(found)"
    case .unknownName(let kind, let name, let known): "no \(kind) named '\(name)'\(suggestion(name, known))"
    case .duplicateName(let kind, let name): "the \(kind) '\(name)' is defined twice"
    case .missingTranslation(let language): "the text is missing in '\(language.rawValue)'"
    case .outOfRange(let name, let value, let lower, let upper):
      "\(name) is \(value.shortest), expected a number from \(lower.shortest) to \(upper.shortest)"
    case .weightsDoNotAddUp(let what, let sum): "the weights of \(what) add up to \(sum.shortest), expected 1"
    case .tooFew(let what, let count, let atLeast): "\(count) \(what), expected at least \(atLeast)"
    case .missingBasis(let what): "\(what) has no basis; name a source or write 'basis: judgement'"
    case .unreachableQuestion(let question): "the question '\(question)' can never be shown"
    case .unreachableRule(let rule): "no answers fulfil the condition of '\(rule)'"
    case .unusedQuestion(let question): "the question '\(question)' feeds no criterion, risk or veto"
    case .unusedSource(let source): "the source '\(source)' is used nowhere"
    case .missingEntry(let what, let name): "no \(what) for '\(name)'"
    case .optionsNotCovered(let question, let missing):
      "every option of '\(question)' needs a value; missing: \(missing.joined(separator: ", "))"
    case .wrongDemand(let criterion, let supply):
      "the demand does not suit '\(criterion)', which supplies \(supply)"
    case .wrongPlace(let expected, let found): "the id is '\(found)', but the file's place says '\(expected)'"
    case .questionOfAnotherScenario(let question, let scenario):
      "the question '\(question)' belongs to the scenario '\(scenario)'"
    case .notAllowed(let what, let question): "'\(what)' is not an answer to '\(question)'"
    case .unknownCurrency(let code, let known):
      "unknown currency '\(code)'\(suggestion(code, known)) Known: \(known.joined(separator: ", "))"
    case .unitNotTaken(let question, let found): "'\(question)' takes a plain number, found '\(found)'"
    case .chosenTwice(let option): "the option '\(option)' is chosen twice; name it once"
    case .lineTooLong(let limit): "the line is longer than \(limit) bytes, too long for an answer sheet"
    case .points(let problem): problem.english
    }
  }

  private var chinese: String {
    switch problem {
    case .syntax(let problem): "YAML 语法有误：\(problem)"
    case .jsonSyntax(let fault): "JSON 语法有误：\(fault.text(in: .chinese))"
    case .emptyFile: "文件是空的"
    case .keyNotText: "键必须是普通文本"
    case .nestedAlias(let name): "“*\(name)”的内容里又用了别名，请直接写出来"
    case .tooDeep(let limit): "列表和键值对嵌套超过 \(limit) 层"
    case .duplicateKey(let key): "键“\(key)”出现了两次，请只保留一个"
    case .unreadable(let reason): "无法读取：\(reason)"
    case .missingFile: "缺少这个文件"
    case .unknownKey(let key, let known): "未知的键“\(key)”\(chineseSuggestion(key, known))"
    case .missingKey(let key): "缺少键“\(key)”"
    case .bothGiven(let first, let second): "“\(first)”与“\(second)”只能写一个"
    case .expected(let expectation, let found): "这里应为\(expectation.chinese)，实际是\(chineseFound(found))"
    case .unknownName(let kind, let name, let known):
      "没有名为“\(name)”的\(chineseKind(kind))\(chineseSuggestion(name, known))"
    case .duplicateName(let kind, let name): "\(kind)“\(name)”重复定义"
    case .missingTranslation(let language): "缺少“\(language.rawValue)”文本"
    case .outOfRange(let name, let value, let lower, let upper):
      "\(name) 为 \(value.shortest)，应在 \(lower.shortest) 到 \(upper.shortest) 之间"
    case .weightsDoNotAddUp(let what, let sum): "\(what) 的权重之和为 \(sum.shortest)，应为 1"
    case .tooFew(let what, let count, let atLeast): "\(what) 只有 \(count) 个，至少需要 \(atLeast) 个"
    case .missingBasis(let what): "\(what) 没有注明依据；请给出来源，或写明 basis: judgement"
    case .unreachableQuestion(let question): "问题“\(question)”永远不会显示"
    case .unreachableRule(let rule): "任何回答都不满足“\(rule)”的条件"
    case .unusedQuestion(let question): "问题“\(question)”没有影响任何准则、风险或否决项"
    case .unusedSource(let source): "来源“\(source)”没有被引用"
    case .missingEntry(let what, let name): "“\(name)”缺少 \(what)"
    case .optionsNotCovered(let question, let missing):
      "“\(question)”的每个选项都要有取值；缺少：\(missing.joined(separator: "、"))"
    case .wrongDemand(let criterion, let supply): "该要求与“\(criterion)”不匹配，后者提供的是 \(supply)"
    case .wrongPlace(let expected, let found): "编号是“\(found)”，但文件位置对应“\(expected)”"
    case .questionOfAnotherScenario(let question, let scenario): "问题“\(question)”属于场景“\(scenario)”"
    case .notAllowed(let what, let question): "“\(what)”不是“\(question)”的有效回答"
    case .unknownCurrency(let code, let known):
      "未知货币“\(code)”\(chineseSuggestion(code, known))；可用：\(known.joined(separator: "、"))"
    case .unitNotTaken(let question, let found): "“\(question)”应填纯数字，实际是“\(found)”"
    case .chosenTwice(let option): "选项“\(option)”重复选择，请只写一次"
    case .lineTooLong(let limit): "这一行超过 \(limit) 字节，不可能是一份答卷"
    case .points(let problem): problem.chinese
    }
  }

  private func suggestion(_ name: String, _ known: [String]) -> String {
    if let nearest = nearestName(to: name, among: known) { return ". Did you mean '\(nearest)'?" }
    return known.isEmpty || known.count > 12 ? "." : "; known: \(known.joined(separator: ", "))."
  }

  private func chineseSuggestion(_ name: String, _ known: [String]) -> String {
    if let nearest = nearestName(to: name, among: known) { return "，是否想写“\(nearest)”？" }
    return known.isEmpty || known.count > 12 ? "" : "；可用：\(known.joined(separator: "、"))"
  }

  private func chineseFound(_ found: String) -> String {
    switch found {
    case "nothing": "空值"
    case "a list": "列表"
    case "a mapping": "键值对"
    default: " \(found)"
    }
  }

  private func chineseKind(_ kind: String) -> String {
    switch kind {
    case "question": "问题"
    case "option": "选项"
    case "scenario": "场景"
    case "source": "来源"
    case "criterion": "准则"
    case "risk": "风险"
    case "model": "模型"
    case "device": "设备"
    case "domain": "领域"
    case "outcome": "结果"
    case "owner": "责任人"
    case "term": "术语"
    case "spelling": "写法"
    default: " \(kind)"
    }
  }
}

extension Finding.Expectation {
  var english: String {
    switch self {
    case .text: "text"
    case .number: "a number"
    case .wholeNumber: "a whole number"
    case .boolean: "true or false"
    case .list: "a list"
    case .mapping: "a mapping"
    case .localizedText: "a text in en and zh"
    case .money: "an amount with its currency, for example '5000 EUR'"
    case .scalar: "a single value"
    case .date: "a date such as 2024-06-13, 2024-06 or 2024"
    case .identifier: "lower-case words joined by hyphens"
    case .day: "a day such as 2026-11-25, with or without a time such as T09:30Z"
    }
  }

  var chinese: String {
    switch self {
    case .text: "文本"
    case .number: "数字"
    case .wholeNumber: "整数"
    case .boolean: " true 或 false"
    case .list: "列表"
    case .mapping: "键值对"
    case .localizedText: "含 en 与 zh 的文本"
    case .money: "带币种的金额，例如 5000 EUR"
    case .scalar: "单个值"
    case .date: "日期，例如 2024-06-13、2024-06 或 2024"
    case .identifier: "用连字符连接的小写单词"
    case .day: "具体日期，例如 2026-11-25，可以带时间，例如 T09:30Z"
    }
  }
}
