import Knowledge
import Recommendations

/// The project's README in both languages: what this project is, then how every project is run.
func readmeFiles(_ plan: ExportPlan) throws -> [ExportedFile] {
  try [("README.md", Language.english), ("README.zh.md", .chinese)].map { path, language in
    guard let body = plan.request.programs[path] else { throw ExportError.missingProgram(path) }
    return ExportedFile(path, plan.introduction(language) + "\n" + body)
  }
}

extension ExportPlan {
  fileprivate func introduction(_ language: Language) -> String {
    let title =
      request.knowledge.scenario(assessment.scenario)?.title[language] ?? assessment.scenario.name
    let name = configuration.name[language]
    let lines: [String]
    switch language {
    case .english:
      lines =
        [
          "# \(title): \(name)", "",
          "A training project drawn up by Surefoot from assessment `\(assessment.id)` of"
            + " `\(assessment.scenario)`. The target is *\(name)* (`\(configuration.approach.rawValue)`); the"
            + " pilot's small network and linear model are in it as well.", "",
          "- Data: \(dataset.name), \(dataset.rows) rows, target `\(dataset.targetName)`; the pilot's split.",
          "- The target: `\(program.command)`",
        ]
        + expectations.map { "- The pilot's \($0.candidate): \(split.metric) \($0.figures); `\($0.command)`" }
    case .chinese:
      lines =
        [
          "# \(title)：\(name)", "",
          "由 Surefoot 依据 `\(assessment.scenario)` 的评估 `\(assessment.id)` 生成的训练项目。目标配置是 *\(name)*"
            + "（`\(configuration.approach.rawValue)`）；试点的小型网络和线性模型也包含在内。", "",
          "- 数据：\(dataset.name)，\(dataset.rows) 行，目标列 `\(dataset.targetName)`；数据划分与试点相同。",
          "- 目标配置：`\(program.command)`",
        ] + expectations.map { "- 试点的 \($0.candidate)：\(split.metric) \($0.figures)；`\($0.command)`" }
    }
    let standIn = program == .pilotNetwork ? ["", Self.standIn[language]] : []
    return (lines + standIn).joined(separator: "\n") + "\n"
  }

  private var expectations: [(candidate: String, figures: String, command: String)] {
    [(PilotCandidate.smallNetwork, "python train.py --model pilot"), (.linear, "python classical.py")]
      .compactMap { candidate, command in
        guard let test = measured(candidate)?.test else { return nil }
        let figures = [test.value, test.low, test.high].map(fourDecimals)
        return (candidate.rawValue, "\(figures[0]) [\(figures[1]), \(figures[2])]", command)
      }
  }
}

private func fourDecimals(_ value: Double) -> String {
  "\((value * 10_000).rounded() / 10_000)"
}
