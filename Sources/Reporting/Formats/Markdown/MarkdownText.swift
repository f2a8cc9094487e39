/// Text that Markdown shows as it is: on one line, without marks, tags, table bars or links of its own.
func markdownText(_ text: String) -> String {
  var result = ""
  var isAtStart = true
  for scalar in cleaned(text).unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\\", "`", "*", "_", "[", "]", "|", "~", "#", "$": result += "\\" + String(Character(scalar))
    // A dash or plus opens a list only where a line starts.
    case "-" where isAtStart, "+" where isAtStart: result += "\\" + String(Character(scalar))
    default: result.unicodeScalars.append(scalar)
    }
    if scalar != " " { isAtStart = false }
  }
  return escapingLeadingNumber(result)
}

/// A phrase as Markdown.
func markdownText(_ phrase: Phrase) -> String {
  phrase.spans.map { span in
    switch span {
    case .text(let text), .quoted(let text): markdownText(text)
    case .strong(let text): text.isEmpty ? "" : "**\(markdownText(text))**"
    case .code(let text): codeText(text)
    case .reference(let text, let anchor): "[\(markdownText(text))](#\(htmlName(anchor)))"
    case .link(let text, let url):
      isWebAddress(url) ? "[\(markdownText(text))](<\(linkTarget(url))>)" : markdownText(text)
    }
  }.joined()
}

/// Inside back-ticks nothing can be escaped, so a text with marks of its own is shown as ordinary text.
private func codeText(_ text: String) -> String {
  let isPlain = text.unicodeScalars.allSatisfy { scalar in
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", "/", ":", "+", "=", ",", " ": true
    default: false
    }
  }
  return isPlain && !text.isEmpty ? "`\(text)`" : markdownText(text)
}

/// `1.` at the start of a line would become a list.
private func escapingLeadingNumber(_ text: String) -> String {
  let digits = text.prefix { $0.isASCII && $0.isNumber }
  guard !digits.isEmpty else { return text }
  let rest = text.dropFirst(digits.count)
  guard let mark = rest.first, mark == "." || mark == ")", rest.dropFirst().first ?? " " == " " else {
    return text
  }
  return "\(digits)\\\(rest)"
}

private func linkTarget(_ url: String) -> String {
  var result = ""
  for scalar in url.unicodeScalars {
    switch scalar {
    case "<": result += "%3C"
    case ">": result += "%3E"
    case "\\": result += "%5C"
    case "|": result += "%7C"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}
