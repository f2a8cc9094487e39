import Foundation

/// One reading of a points catalog: the typed values, their places, and what is wrong with them.
struct PointsReading {
  let context: ReadingContext
  let languages: [String]
  let questionFiles: [PointsQuestionFile]
  let rubrics: [Placed<PointsRubric>]
  let sources: [Placed<Source>]
  let fingerprint: String

  init(root: URL) {
    let context = ReadingContext()
    let files = KnowledgeFiles(root: root, folders: ["catalog", "rubrics"], context: context)
    self.context = context
    let languagesPath = "catalog/languages.yaml"
    let languages = files.one(languagesPath) { context.languages($0) } ?? []
    self.languages = languages
    questionFiles = files.each(under: "catalog/questions/") { node, _ in
      context.pointsQuestionFile(node, languages)
    }.sorted { $0.section.order < $1.section.order }
    rubrics = files.each(under: "rubrics/") { node, _ in context.pointsRubric(node, languages) }
    sources = files.one("catalog/sources.yaml") { readSources($0, context) } ?? []
    fingerprint = files.fingerprint(of: ["catalog/", "rubrics/"])
    if !files.contains(languagesPath) {
      context.report(.missingFile, at: SourcePosition(file: languagesPath, line: 1, column: 1))
    }
    let rubricFiles = files.count(under: "rubrics/")
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
      sources: sources.map(\.value), version: fingerprint)
  }
}
