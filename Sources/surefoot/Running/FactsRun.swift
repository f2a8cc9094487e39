import Foundation
import Knowledge
import Recommendations
import Reporting

/// The estimates of every row of a table of published figures, and how many hold.
struct FactsRun {
  var file: String
  /// Where the table goes; nil for standard output, and then the summary goes to standard error.
  var out: String?
  var json: Bool

  func run() throws {
    if let out { try OutputFiles.checkFolder(URL(fileURLWithPath: out).deletingLastPathComponent().path) }
    let text = try readText(file)
    let check: FactCheck
    do throws(FactFinding) {
      check = try FactCheck(text)
    } catch {
      throw Failure(code: .findings, lines: [line(error)])
    }
    let table = check.table(in: shellLanguage)
    if let out { try OutputFiles.replace(out, with: table) }
    if json {
      Shell.print(jsonText(check))
    } else {
      if out == nil { Shell.printRaw(table) }
      for line in summary(check) { out == nil ? Shell.log(line) : Shell.print(line) }
    }
    guard check.findings.isEmpty else {
      throw Failure(code: .findings, lines: check.findings.map(line))
    }
  }

  private func line(_ finding: FactFinding) -> String {
    "\(file):\(finding.line): \(finding.text[shellLanguage])"
  }

  /// All, each kind, and the rows that are not inside.
  private func summary(_ check: FactCheck) -> [String] {
    let share = NumberText(shellLanguage).percent(Double(check.insideCount) / Double(check.rows.count))
    var lines = [
      say(
        "\(check.insideCount) of \(check.rows.count) rows inside (\(share))",
        "\(check.rows.count) 行中有 \(check.insideCount) 行在区间内（\(share)）")
    ]
    let width = check.byKind.map { displayWidth($0.kind) }.max() ?? 0
    for (kind, rows, inside) in check.byKind {
      lines.append("  \(TextBlock.pad(kind, to: width))  " + say("\(inside) of \(rows)", "\(inside)/\(rows)"))
    }
    for row in check.rows where !row.isInside {
      lines.append(
        say("outside: line \(row.line), \(row.id): ", "区间外：第 \(row.line) 行，\(row.id)：")
          + (row.reason?[shellLanguage] ?? ""))
    }
    return lines
  }

  private func jsonText(_ check: FactCheck) -> String {
    let kinds = check.byKind.map { kind, rows, inside in
      (kind, JSONText.object([("rows", .integer(rows)), ("inside", .integer(inside))]))
    }
    let rows = check.rows.map { row in
      JSONText.object([
        ("line", .integer(row.line)), ("id", .string(row.id)), ("kind", .string(row.kind)),
        ("published", .string(row.published)),
        ("estimate", row.estimate.map { .number($0.likely) } ?? .null),
        ("low", row.estimate.map { .number($0.low) } ?? .null),
        ("high", row.estimate.map { .number($0.high) } ?? .null),
        ("unit", .optional(row.estimate?.unit.rawValue)),
        ("basis", .optional(row.estimate?.basisText(in: shellLanguage))),
        ("inside", .bool(row.isInside)), ("reason", .optional(row.reason?[shellLanguage])),
      ])
    }
    return JSONText.object([
      ("rows", .integer(check.rows.count)), ("inside", .integer(check.insideCount)),
      ("kinds", .object(kinds)), ("facts", .array(rows)),
    ]).text
  }
}
