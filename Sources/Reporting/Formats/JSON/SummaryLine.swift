import Scoring

/// Appends one assessment as one line of JSON with sorted keys: approaches, fit, id, risk, verdict.
///
/// The line feed is left to the caller. Written byte by byte: thousands of sheets a second pass here.
public func appendSummaryLine(id: String, _ scorecard: ScoreSummary, to line: inout [UInt8]) {
  append(#"{"approaches":["#, to: &line)
  for (index, approach) in scorecard.approaches.enumerated() {
    if index > 0 { line.append(UInt8(ascii: ",")) }
    append(#"{"fit":"#, to: &line)
    append(approach.fit, to: &line)
    append(#","id":""#, to: &line)
    line += approach.id.rawValue.utf8
    append(#"","risk":"#, to: &line)
    append(approach.risk, to: &line)
    line.append(UInt8(ascii: "}"))
  }
  append(#"],"fit":"#, to: &line)
  append(scorecard.fit, to: &line)
  append(#","id":"#, to: &line)
  appendJSONString(id, to: &line)
  append(#","risk":"#, to: &line)
  append(scorecard.risk, to: &line)
  append(#","verdict":""#, to: &line)
  line += scorecard.verdict.rawValue.utf8
  append(#""}"#, to: &line)
}

private func append(_ text: StaticString, to line: inout [UInt8]) {
  text.withUTF8Buffer { line.append(contentsOf: $0) }
}

private func append(_ levels: RiskLevels, to line: inout [UInt8]) {
  append(#"{"inherent":"#, to: &line)
  append(levels.inherent, to: &line)
  append(#","residual":"#, to: &line)
  append(levels.residual, to: &line)
  line.append(UInt8(ascii: "}"))
}

private func append(_ range: ScoreRange, to line: inout [UInt8]) {
  append(#"{"high":"#, to: &line)
  appendJSONNumber(range.high, to: &line)
  append(#","low":"#, to: &line)
  appendJSONNumber(range.low, to: &line)
  append(#","value":"#, to: &line)
  appendJSONNumber(range.value, to: &line)
  line.append(UInt8(ascii: "}"))
}
