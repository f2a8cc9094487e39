/// Hands out ids made from names, each once: a name whose id is taken gets a number behind it.
struct UniqueIDs {
  private var taken: Set<String> = []

  mutating func id(for name: String) -> String {
    let base = slug(name)
    var id = base
    var number = 2
    while !taken.insert(id).inserted {
      id = "\(base)-\(number)"
      number += 1
    }
    return id
  }
}

/// A name as lower-case words joined by hyphens: `riskProfile1` gives `risk-profile-1`, `item1-3` stays.
func slug(_ name: String) -> String {
  if isPlainID(name) { return name }
  var result = ""
  var last: Character = "-"
  for character in name {
    let isPlain = character.isASCII && (character.isLetter || character.isNumber)
    let beginsWord =
      last.isLowercase && (character.isUppercase || character.isNumber)
      || last.isUppercase && character.isNumber
    if isPlain, beginsWord { result.append("-") }
    if isPlain {
      result += character.lowercased()
    } else if !result.isEmpty, result.last != "-" {
      result.append("-")
    }
    last = character
  }
  if result.last == "-" { result.removeLast() }
  return result.isEmpty ? "x" : result
}
