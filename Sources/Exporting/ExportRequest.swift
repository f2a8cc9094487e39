import Assessments
import Knowledge

/// What is exported, and what it is made from.
public struct ExportRequest: Sendable {
  public var assessment: Assessment
  public var knowledge: KnowledgeBase
  /// The rows of the pilot, or those a pilot would have been trained on.
  public var data: PilotDatasets
  /// The folder that the rows were read from, where they are files of a folder: an absolute path.
  public var dataFolder: String?
  /// The folder of the test rows' files, where they have one of their own: an absolute path.
  public var testFolder: String?
  /// The approach whose target is exported; nil for the recommended one.
  public var approach: ApproachID?
  /// The program texts of `exports/pytorch` by path.
  public var programs: [String: String]
  /// The language of comments in the configuration.
  public var language: Language

  public init(
    assessment: Assessment, knowledge: KnowledgeBase, data: PilotDatasets, dataFolder: String? = nil,
    testFolder: String? = nil, approach: ApproachID? = nil, programs: [String: String],
    language: Language = .english
  ) {
    self.assessment = assessment
    self.knowledge = knowledge
    self.data = data
    self.dataFolder = dataFolder
    self.testFolder = testFolder
    self.approach = approach
    self.programs = programs
    self.language = language
  }
}
