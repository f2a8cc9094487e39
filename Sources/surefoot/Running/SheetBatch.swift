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

  private let reader: AnswerSheetReader
  private let scorer: Scorer
  private let json: Bool
  private var waiting: [Source] = []
  private(set) var scored = 0
  private(set) var refused = 0

  init(knowledge: KnowledgeBase, json: Bool) {
    reader = AnswerSheetReader(knowledge: knowledge)
    scorer = Scorer(knowledge: knowledge)
    self.json = json
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
    let parts = min(waiting.count, ProcessInfo.processInfo.activeProcessorCount)
    let sources = waiting
    let (reader, scorer, json) = (reader, scorer, json)
    let blocks = concurrently(parts) { part in
      var block = Block()
      for index in (sources.count * part / parts)..<(sources.count * (part + 1) / parts) {
        Self.score(sources[index], reader, scorer, json, into: &block)
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
    _ source: Source, _ reader: AnswerSheetReader, _ scorer: Scorer, _ json: Bool, into block: inout Block
  ) {
    do {
      let node =
        source.isJSON
        ? try parseJSONSource(source.text, file: source.file, firstLine: source.firstLine)
        : try parseSource(String(decoding: source.text, as: UTF8.self), file: source.file)
      let named = try reader.read(node)
      let summary = scorer.summary(for: named.sheet)
      let id = named.id ?? source.name
      block.output += Array((json ? summaryLine(id: id, summary) : plainLine(id, summary)).utf8)
      block.output.append(UInt8(ascii: "\n"))
      block.scored += 1
    } catch let findings as Findings {
      block.problems += findings.list.map { $0.text(in: shellLanguage) }
      block.refused += 1
    } catch let finding as Finding {
      block.problems.append(finding.text(in: shellLanguage))
      block.refused += 1
    } catch {
      block.problems.append("\(source.file): \(error)")
      block.refused += 1
    }
  }

  private static func plainLine(_ id: String, _ summary: ScoreSummary) -> String {
    let fit = Int(summary.fit.value.rounded())
    let risk = Int(summary.risk.residual.value.rounded())
    return "\(id)  \(Verdicts.word(summary.verdict.rawValue))  "
      + say("fit \(fit), risk \(risk)", "适配度 \(fit)，风险 \(risk)") + "  \(summary.scenario.name)"
  }
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
