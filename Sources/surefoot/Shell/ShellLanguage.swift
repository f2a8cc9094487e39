import ArgumentParser
import Knowledge

/// The language of this run: `--language`, else `SUREFOOT_LANGUAGE`, `LC_ALL`, `LC_MESSAGES`, `LANG`.
///
/// Found before the arguments are parsed, so that help and usage errors follow it too.
let shellLanguage: Language = language(named: shellLanguageTag)

/// The same language as its bare tag, such as `fr`: catalogs brought in from elsewhere may have texts in others.
let shellLanguageTag: String = {
  let arguments = CommandLine.arguments
  for (index, argument) in arguments.enumerated() {
    if argument.hasPrefix("--language=") { return languageTag(String(argument.dropFirst(11))) }
    if argument == "--language", arguments.indices.contains(index + 1) {
      return languageTag(arguments[index + 1])
    }
  }
  for name in ["SUREFOOT_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"] {
    if let value = Shell.environment(name) { return languageTag(value) }
  }
  return "en"
}()

/// `fr` of `fr_CA.UTF-8`.
private func languageTag(_ name: String) -> String {
  String(name.lowercased().prefix { $0.isLetter })
}

private func language(named name: String) -> Language {
  name.hasPrefix("zh") ? .chinese : .english
}

/// The text in the language of this run.
func say(_ english: String, _ chinese: String) -> String {
  shellLanguage == .chinese ? chinese : english
}

/// `. Did you mean 'x'?` in the language of this run, or a full stop where nothing is near.
func nearest(_ name: String, among known: [String]) -> String {
  if let near = nearestName(to: name, among: known) {
    return say(". Did you mean '\(near)'?", "，是否想写“\(near)”？")
  }
  return known.count > 20
    ? say(".", "。")
    : say("; known: \(known.joined(separator: ", ")).", "；可用：\(known.joined(separator: "、"))。")
}

/// The languages `--language` takes.
enum LanguageName: String, ExpressibleByArgument {
  case en, zh
}
