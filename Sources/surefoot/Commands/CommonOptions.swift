import ArgumentParser
import Foundation
import Knowledge
import Persistence

/// Options that every command has.
struct CommonOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        "Language of everything printed: en or zh (default: from SUREFOOT_LANGUAGE or the locale).",
        "输出语言：en 或 zh（默认取自 SUREFOOT_LANGUAGE 或系统区域设置）。"), valueName: "en|zh"))
  var language: LanguageName?

  @Option(help: .hidden) var catalog: String?

  /// The folder that holds the catalog.
  func home() throws -> URL { try Places.home(option: catalog) }

  /// The points catalog, where the folder holds one; nil where it holds scenarios.
  func pointsKnowledge() throws -> PointsKnowledge? {
    let home = try home()
    return holdsPointsRubric(home) ? try PointsKnowledge.load(from: home) : nil
  }

  /// The folder that holds a catalog of scenarios.
  func scenarioHome() throws -> URL {
    let home = try home()
    if holdsPointsRubric(home) {
      throw Failure.usage(
        say(
          "\(home.path) holds a questionnaire scored by points, which only assess, assess-many and "
            + "catalog check take",
          "\(home.path) 中是积分制问卷，只能用于 assess、assess-many 和 catalog check"))
    }
    return home
  }

  func knowledge() throws -> KnowledgeBase {
    let home = try scenarioHome()
    do {
      return try KnowledgeBase.load(from: home)
    } catch {
      // The catalog is ours, not the person's input: a fault in it is a failure of the run.
      var failure = Failure.findings(error.list)
      failure.code = .failed
      failure.lines.append(say("surefoot: the catalog has findings", "surefoot：知识库有问题"))
      throw failure
    }
  }
}

/// Where assessments are kept.
struct StoreOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        "The file assessments are kept in (default: in your data folder).",
        "保存评估的文件（默认在您的数据文件夹中）。"), valueName: "file"))
  var store: String?

  var path: String { store ?? Places.defaultStore }

  var exists: Bool { FileManager.default.fileExists(atPath: path) }

  /// Opens the store and tells when a damaged one had to make way.
  func open() throws -> Store {
    let (store, keptAside) = try Store.open(at: path)
    if let keptAside {
      Shell.log(
        say(
          "surefoot: the store \(path) was damaged; it was kept as \(keptAside) and a new one was made",
          "surefoot：存储 \(path) 已损坏，已保留为 \(keptAside)，并新建了一个"))
    }
    return store
  }
}

/// Looks a scenario up by id, with the nearest one where there is none.
func scenario(named name: String, in knowledge: KnowledgeBase) throws -> Scenario {
  if let scenario = knowledge.scenario(ScenarioID(name)) { return scenario }
  let known = knowledge.scenarios.map(\.id.name)
  // The last word alone is clear enough when only one scenario ends in it.
  let ending = known.filter { $0.hasSuffix("/\(name)") }
  if ending.count == 1, let scenario = knowledge.scenario(ScenarioID(ending[0])) { return scenario }
  throw Failure.usage(
    say("no scenario named '\(name)'", "没有名为“\(name)”的场景") + nearest(name, among: known)
      + say(" See 'surefoot catalog list'.", "参见 surefoot catalog list。"))
}
