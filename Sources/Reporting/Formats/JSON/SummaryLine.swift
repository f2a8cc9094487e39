import Scoring

/// One assessment as one line of JSON with sorted keys: approaches, fit, id, risk, verdict.
///
/// Written byte by byte: thousands of sheets a second pass here.
public func summaryLine(id: String, _ scorecard: ScoreSummary) -> String {
  var line: [UInt8] = []
  line.reserveCapacity(2048)
  line += Array(#"{"approaches":["#.utf8)
  for (index, approach) in scorecard.approaches.enumerated() {
    if index > 0 { line.append(UInt8(ascii: ",")) }
    line += Array(#"{"fit":"#.utf8)
    append(approach.fit, to: &line)
    line += Array(#","id":""#.utf8)
    line += Array(approach.id.rawValue.utf8)
    line += Array(#"","risk":"#.utf8)
    append(approach.risk, to: &line)
    line.append(UInt8(ascii: "}"))
  }
  line += Array(#"],"fit":"#.utf8)
  append(scorecard.fit, to: &line)
  line += Array(#","id":"#.utf8)
  appendJSONString(id, to: &line)
  line += Array(#","risk":"#.utf8)
  append(scorecard.risk, to: &line)
  line += Array(#","verdict":""#.utf8)
  line += Array(scorecard.verdict.rawValue.utf8)
  line += Array(#""}"#.utf8)
  return String(decoding: line, as: UTF8.self)
}

private func append(_ levels: RiskLevels, to line: inout [UInt8]) {
  line += Array(#"{"inherent":"#.utf8)
  append(levels.inherent, to: &line)
  line += Array(#","residual":"#.utf8)
  append(levels.residual, to: &line)
  line.append(UInt8(ascii: "}"))
}

private func append(_ range: ScoreRange, to line: inout [UInt8]) {
  line += Array(#"{"high":"#.utf8)
  appendJSONNumber(range.high, to: &line)
  line += Array(#","low":"#.utf8)
  appendJSONNumber(range.low, to: &line)
  line += Array(#","value":"#.utf8)
  appendJSONNumber(range.value, to: &line)
  line.append(UInt8(ascii: "}"))
}
