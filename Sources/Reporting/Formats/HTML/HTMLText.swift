/// Text that may stand between tags and inside quoted attributes.
///
/// Escapes code point by code point. Escaping by character, as the template engine does, would let a quote
/// through when a combining mark follows it, so values reach the template already escaped.
func htmlText(_ text: String) -> String {
  var result = ""
  for scalar in cleaned(text).unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    case "'": result += "&#39;"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}

/// A phrase as HTML.
func htmlText(_ phrase: Phrase) -> String {
  phrase.spans.map { span in
    switch span {
    case .text(let text): htmlText(text)
    case .strong(let text): "<strong>\(htmlText(text))</strong>"
    case .code(let text): "<code>\(htmlText(text))</code>"
    // Text in another writing direction must not reorder the words around it.
    case .quoted(let text): "<bdi>\(htmlText(text))</bdi>"
    case .reference(let text, let anchor): "<a href=\"#\(htmlName(anchor))\">\(htmlText(text))</a>"
    case .link(let text, let url):
      isWebAddress(url)
        ? "<a href=\"\(htmlText(url))\" rel=\"noreferrer\">\(htmlText(text))</a>" : htmlText(text)
    }
  }.joined()
}

/// An id or anchor: letters, digits, hyphens, dots and underscores; anything else becomes a hyphen.
func htmlName(_ name: String) -> String {
  String(
    String.UnicodeScalarView(
      name.unicodeScalars.map { scalar in
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_": scalar
        default: "-"
        }
      }))
}

/// Only pages on the web are linked; no other scheme leaves the catalog.
func isWebAddress(_ url: String) -> Bool {
  (url.hasPrefix("https://") || url.hasPrefix("http://")) && !url.unicodeScalars.contains { $0.value <= 32 }
}
