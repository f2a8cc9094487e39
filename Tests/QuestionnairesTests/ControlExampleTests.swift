import Foundation
import Knowledge
import Questionnaires
import TestSupport
import Testing

struct ControlExampleTests {
  @Test func `every example has a control that differs from it in nothing else`() throws {
    let knowledge = try realKnowledge()
    let folder = repositoryRoot.appendingPathComponent("Examples")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
      $0.hasSuffix(".yaml") && !$0.hasSuffix("-shuffled-labels.yaml")
    }
    #expect(names.count >= 23)
    for name in names {
      let original = try sheet(name, in: folder, knowledge)
      var control = try sheet(
        name.replacing(".yaml", with: "-shuffled-labels.yaml"), in: folder, knowledge)
      #expect(control.control == .shuffledLabels && original.control == nil, "\(name)")
      control.control = nil
      #expect(control == original, "\(name)")
    }
  }

  @Test func `a control is written, read back, and refused by its nearest name`() throws {
    let knowledge = try realKnowledge()
    let sheet = AnswerSheet(scenario: "nlp/other", answers: [:], control: .shuffledLabels)
    let text = writeAnswerSheet(sheet, knowledge: knowledge)
    #expect(try readAnswerSheet(text, file: "a.yaml", knowledge: knowledge) == sheet)
    let wrong = text.replacing("shuffled-labels", with: "shuffled-label")
    let error = #expect(throws: Findings.self) {
      _ = try readAnswerSheet(wrong, file: "a.yaml", knowledge: knowledge)
    }
    #expect(error?.list.first?.text(in: .english).contains("shuffled-labels") == true)
  }

  private func sheet(_ name: String, in folder: URL, _ knowledge: KnowledgeBase) throws -> AnswerSheet {
    let path = folder.appendingPathComponent(name).path
    return try readAnswerSheet(
      String(contentsOfFile: path, encoding: .utf8), file: path, knowledge: knowledge)
  }
}
