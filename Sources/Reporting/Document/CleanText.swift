/// The text without characters that could change how what stands around it is read or shown.
///
/// Control characters (a terminal obeys some of them) become U+FFFD, line breaks and tabs spaces; controls
/// that embed or override the reading direction are left out, for they can make a sentence read as another.
/// Marks that right-to-left text needs stay.
public func cleaned(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\t", "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": result.append(" ")
    case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": result.append("\u{FFFD}")
    case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": continue
    default: result.append(scalar)
    }
  }
  return String(result)
}
