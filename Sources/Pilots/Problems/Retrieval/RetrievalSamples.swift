import Knowledge
import ModelMetrics
import Recommendations

extension RetrievalProblem {
  func samples(_ models: [PilotCandidate: Model], winner: PilotCandidate) throws -> [PilotSample] {
    // A few spread over the test part, so that they are not all of one passage.
    let test = questions(.test)
    let shown = stride(from: 0, to: test.count, by: max(1, test.count / 8)).prefix(8).map { test[$0] }
    let rankers = try [PilotCandidate.classical, .smallNetwork].compactMap { candidate in
      try models[candidate].map { (candidate, try Ranker(self, $0, shown)) }
    }
    let rows = shown.indices.map { place in
      [texts.questions[shown[place]], cut(texts.passages[texts.answers[shown[place]]])]
        + rankers.map { cut($0.1.first(place)) }
    }
    let names: [PilotCandidate: LocalizedText] = [
      .classical: LocalizedText(en: "First found by BM25", zh: "BM25 排在首位的段落"),
      .smallNetwork: LocalizedText(en: "First found by the network", zh: "网络排在首位的段落"),
    ]
    return [
      PilotSample(
        title: LocalizedText(en: "Questions and the passages found", zh: "问题与检索到的段落"),
        note: LocalizedText(
          en: "Test questions; none of their passages was asked for in training.",
          zh: "均为测试问题；训练问题从未问到这些段落。"),
        .texts(
          TextSample(
            columns: [
              LocalizedText(en: "Question", zh: "问题"), LocalizedText(en: "Right passage", zh: "正确段落"),
            ] + rankers.compactMap { names[$0.0] }, rows: rows)))
    ]
  }

  private func cut(_ text: String) -> String { text.count > 240 ? text.prefix(240) + "…" : text }
}
