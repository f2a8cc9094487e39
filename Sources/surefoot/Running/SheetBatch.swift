import Dispatch
import Foundation
import Knowledge
import Questionnaires
import Reporting
import Scoring
import Synchronization

/// Scores sheets in blocks, the sheets of a block on all cores, and writes their lines in order.
///
/// A block is all that is held at a time, so memory does not grow with the number of sheets.
struct SheetBatch {
  /// One sheet as text, and what it is called where it does not say so itself.
  struct Source: Sendable {
    var text: [UInt8]
    var file: String
    var firstLine: Int
    var name: String
    var isJSON: Bool
  }

  private struct Block: Sendable {
    var output: [UInt8] = []
    var problems: [String] = []
    var scored = 0
    var refused = 0
  }

  /// Enough sheets to keep the cores busy between two writes.
  private static let blockSize = 2048
  /// More than one, so that a core that is slowed down is not waited for.
  private static let partsPerCore = 8

  /// Appends a sheet's output line without its line feed.
  private let line: @Sendable (Source, inout [UInt8]) throws(Findings) -> Void
  private var waiting: [Source] = []
  private(set) var scored = 0
  private(set) var refused = 0

  init(knowledge: KnowledgeBase, json: Bool) {
    let scorer = Scorer(knowledge: knowledge)
    let reader = ResolvedSheetReader(knowledge: knowledge, questionnaires: scorer.questionnaires)
    line = { source, output throws(Findings) in
      let sheet =
        source.isJSON
        ? try reader.read(json: source.text, file: source.file, firstLine: source.firstLine)
        : try reader.read(source.node())
      let summary = scorer.summary(for: sheet)
      let id = sheet.id ?? source.name
      if json {
        appendSummaryLine(id: id, summary, to: &output)
      } else {
        output += plainLine(id, summary).utf8
      }
    }
  }

  init(points knowledge: PointsKnowledge, json: Bool) {
    let run = PointsRun(knowledge: knowledge)
    line = { source, output throws(Findings) in
      output += try run.line(source.node(), name: source.name, json: json).utf8
    }
  }

  mutating func add(_ source: Source) {
    waiting.append(source)
    if waiting.count == Self.blockSize { flush() }
  }

  /// Tells what is wrong with a sheet that cannot even be read, after those before it.
  mutating func refuse(_ problems: [String]) {
    flush()
    refused += 1
    problems.forEach(Shell.log)
  }

  /// Scores and writes what waits.
  mutating func flush() {
    guard !waiting.isEmpty else { return }
    let parts = min(waiting.count, Self.partsPerCore * ProcessInfo.processInfo.activeProcessorCount)
    let sources = waiting
    let line = line
    let blocks = concurrently(parts) { part in
      var block = Block()
      for index in (sources.count * part / parts)..<(sources.count * (part + 1) / parts) {
        Self.score(sources[index], line, into: &block)
      }
      return block
    }
    for block in blocks {
      Shell.print(bytes: block.output)
      block.problems.forEach(Shell.log)
      scored += block.scored
      refused += block.refused
    }
    waiting.removeAll(keepingCapacity: true)
  }

  private static func score(
    _ source: Source, _ line: (Source, inout [UInt8]) throws(Findings) -> Void, into block: inout Block
  ) {
    do throws(Findings) {
      try line(source, &block.output)
      block.output.append(UInt8(ascii: "\n"))
      block.scored += 1
    } catch {
      block.problems += error.list.map { $0.text(in: shellLanguage) }
      block.refused += 1
    }
  }
}

extension SheetBatch.Source {
  /// The text as nodes.
  fileprivate func node() throws(Findings) -> SourceNode {
    do throws(Finding) {
      return isJSON
        ? try parseJSONSource(text, file: file, firstLine: firstLine)
        : try parseSource(String(decoding: text, as: UTF8.self), file: file)
    } catch {
      throw Findings([error])
    }
  }
}

private func plainLine(_ id: String, _ summary: ScoreSummary) -> String {
  let fit = Int(summary.fit.value.rounded())
  let risk = Int(summary.risk.residual.value.rounded())
  return "\(id)  \(Verdicts.word(summary.verdict.rawValue))  "
    + say("fit \(fit), risk \(risk)", "适配度 \(fit)，风险 \(risk)") + "  \(summary.scenario.name)"
}

/// The results of `count` pieces of work, each on whichever core is free, in the order of the pieces.
private func concurrently<Result: Sendable>(
  _ count: Int, _ work: @Sendable (Int) -> Result
) -> [Result] {
  guard count > 1 else { return (0..<count).map(work) }
  let results = Mutex<[Result?]>([Result?](repeating: nil, count: count))
  DispatchQueue.concurrentPerform(iterations: count) { index in
    let result = work(index)
    results.withLock { $0[index] = result }
  }
  return results.withLock { $0.compactMap { $0 } }
}
