import Foundation

/// One reading of a points catalog: the typed values, their places, and what is wrong with them.
struct PointsReading {
  let files: KnowledgeFiles
  let context = ReadingContext()
  let languages: [String]
  let questionFiles: [PointsQuestionFile]
  let rubrics: [Placed<PointsRubric>]
  let sources: [Placed<Source>]

  init(root: URL) {
    files = KnowledgeFiles(root: root, folders: ["catalog", "rubrics"])
    let context = context
    let languagesPath = "catalog/languages.yaml"
    let languages = files.file(languagesPath)?.node.flatMap { context.languages($0) } ?? []
    self.languages = languages
    questionFiles = files.under("catalog/questions/").compactMap { file in
      file.node.flatMap { context.pointsQuestionFile($0, languages) }
    }.sorted { $0.section.order < $1.section.order }
    rubrics = files.under("rubrics/").compactMap { file in
      file.node.flatMap { context.pointsRubric($0, languages) }
    }
    sources = files.file("catalog/sources.yaml")?.node.map { readSources($0, context) } ?? []
    if files.file(languagesPath) == nil {
      context.report(.missingFile, at: SourcePosition(file: languagesPath, line: 1, column: 1))
    }
    let rubricFiles = files.under("rubrics/").count
    if rubricFiles != 1 {
      context.report(
        .points(.notOneRubric(count: rubricFiles)), at: SourcePosition(file: "rubrics", line: 1, column: 1))
    }
  }

  /// The questions as they stand in the files.
  var placed: [Placed<PointsQuestion>] { questionFiles.flatMap(\.questions) }

  /// The questions with their sections' conditions.
  var questions: [PointsQuestion] {
    questionFiles.flatMap { file in
      file.questions.map { $0.value.shown(within: file.section) }
    }
  }

  /// nil when a part without which nothing works could not be read.
  var knowledge: PointsKnowledge? {
    guard !languages.isEmpty, let rubric = rubrics.first?.value else { return nil }
    return PointsKnowledge(
      languages: languages, sections: questionFiles.map(\.section), questions: questions, rubric: rubric,
      sources: sources.map(\.value), version: files.fingerprint(of: ["catalog/", "rubrics/"]))
  }
}
