import ArgumentParser
import Assessments
import Datasets
import Exporting
import Foundation
import Knowledge

/// Writes the target and the pilot of a stored assessment as a training project.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: say(
      "Write a stored assessment's target configuration as a training project.",
      "把已保存评估的目标配置写成训练项目。"),
    discussion: say(
      """
      The project trains the target and the pilot's network on the pilot's rows and split, on one CPU, one \
      GPU or many machines, with files for Slurm and Ray. An assessment of your own data needs the same data \
      options again; without a pilot on your data the scenario's sample data go into the project.

      EXAMPLES:
        surefoot export 3fa9 --to pytorch project
        surefoot export 3fa9 --to pytorch project --approach fine-tuned
        surefoot export 3fa9 --to pytorch project --data payments.csv --target fraud --force
      """,
      """
      项目在试点的数据与划分上训练目标配置和试点的网络，可运行于一个 CPU、一块 GPU 或多台机器，并附 Slurm 和 Ray 的提交文件。\
      对自有数据的评估需要再次给出相同的数据选项；没有用自有数据做过试点时，项目使用场景的样例数据。

      示例：
        surefoot export 3fa9 --to pytorch project
        surefoot export 3fa9 --to pytorch project --approach fine-tuned
        surefoot export 3fa9 --to pytorch project --data payments.csv --target fraud --force
      """))

  /// The kinds of project that can be written.
  enum Kind: String, ExpressibleByArgument, CaseIterable {
    case pytorch
  }

  @Argument(help: ArgumentHelp(say("The id from 'history', or its beginning.", "history 中的编号或其开头。")))
  var id: String
  @Argument(
    help: ArgumentHelp(say("The folder the project is written into.", "写入项目的文件夹。"), valueName: "dir"))
  var folder: String
  @Option(
    help: ArgumentHelp(say("The kind of project: pytorch.", "项目类型：pytorch。"), valueName: "kind"))
  var to: Kind
  @Option(
    help: ArgumentHelp(
      say(
        "Export this approach's target instead of the recommended one.", "导出该方案的目标配置，而不是推荐的方案。"),
      valueName: "id"))
  var approach: String?
  @Flag(
    help: ArgumentHelp(
      say("Write into a folder that is not empty.", "允许写入非空文件夹。"))) var force = false
  @OptionGroup var rows: DataOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    try checkFolder()
    let chosen = try approachID()
    let assessment = try AssessmentFinder(store: store).find(id)
    let knowledge = try common.knowledge()
    if assessment.versions.catalog != knowledge.catalogVersion {
      Shell.log(
        say(
          "surefoot: the catalog has changed since; where the record is silent the project follows it",
          "surefoot：知识库此后有改动；评估记录没有写明之处以当前知识库为准"))
    }
    let home = try common.home()
    let request = ExportRequest(
      assessment: assessment, knowledge: knowledge, data: try data(assessment, knowledge, home),
      dataFolder: Self.absoluteFolder(rows.data), testFolder: Self.absoluteFolder(rows.test),
      approach: chosen,
      programs: try Self.programs(home.appendingPathComponent("exports/pytorch")), language: shellLanguage)
    try write(try exportProject(request), command: try exportedCommand(request))
  }

  private func write(_ exported: [ExportedFile], command: String) throws {
    var files = OutputFiles()
    for file in exported {
      switch file.content {
      case .text(let text): try files.add(text, as: "\(folder)/\(file.path)")
      case .bytes(let bytes): try files.add(bytes: bytes, as: "\(folder)/\(file.path)")
      }
    }
    try files.commit()
    // A sample's recordings are many files of one kind.
    let recordings = exported.filter { $0.path.hasPrefix("data/files/") }
    for file in exported where !file.path.hasPrefix("data/files/") { Shell.print("\(folder)/\(file.path)") }
    if !recordings.isEmpty {
      Shell.print(
        say(
          "\(folder)/data/files/ (\(recordings.count) recordings)",
          "\(folder)/data/files/（\(recordings.count) 段录音）"))
    }
    Shell.print(
      say("Next, in \(folder):", "接下来，在 \(folder) 中执行：") + """

          pip install -r requirements.txt
          python train.py --model pilot
          \(command)
        """)
  }

  private func checkFolder() throws {
    try OutputFiles.checkFolder(folder)
    let held = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    if !held.isEmpty, !force {
      throw Failure.usage(
        say(
          "\(folder) is not empty; --force writes into it all the same",
          "\(folder) 不是空文件夹；使用 --force 可仍然写入"))
    }
  }

  private func approachID() throws -> ApproachID? {
    guard let approach else { return nil }
    if let known = ApproachID(rawValue: approach) { return known }
    throw Failure.usage(
      say("no approach named '\(approach)'", "没有名为“\(approach)”的方案")
        + nearest(approach, among: ApproachID.allCases.map(\.rawValue)))
  }

  private func data(
    _ assessment: Assessment, _ knowledge: KnowledgeBase, _ home: URL
  ) throws -> PilotDatasets {
    let seed = assessment.pilot?.seed ?? assessment.versions.seed
    let choice = try rows.choice(seed: seed)
    if assessment.pilot?.data.origin == .user, case .sample = choice {
      throw Failure.usage(
        say(
          "the pilot ran on your data; give --data PATH, --target and what else you gave then",
          "试点使用了您自己的数据；请给出当时的 --data 路径、--target 等选项"))
    }
    guard let scenario = knowledge.scenario(assessment.scenario) else {
      throw AssessmentError.unknownScenario(assessment.scenario)
    }
    guard scenario.problem == .labelled else {
      throw Failure.usage(
        say(
          "\(scenario.id) has a task of its own kind, which cannot be exported yet",
          "\(scenario.id) 的任务形式特殊，目前还不能导出"))
    }
    guard let data = try pilotData(choice, scenario, samples: home, seed: seed) else {
      throw Failure.usage(
        say(
          "\(scenario.id) has no sample data; bring your own with --data PATH --target COLUMN",
          "\(scenario.id) 没有样例数据；请用 --data 路径 --target 列 提供自己的数据"))
    }
    return data
  }

  /// The absolute path of a folder; nil for a file and for nothing.
  private static func absoluteFolder(_ path: String?) -> String? {
    guard let path else { return nil }
    let place = URL(fileURLWithPath: path).standardizedFileURL
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: place.path, isDirectory: &isFolder)
    return exists && isFolder.boolValue ? place.path : nil
  }

  /// Every program text under the folder, by its path inside it.
  private static func programs(_ folder: URL) throws -> [String: String] {
    guard let names = try? FileManager.default.subpathsOfDirectory(atPath: folder.path) else { return [:] }
    var programs: [String: String] = [:]
    for name in names where ["py", "md", "sbatch"].contains((name as NSString).pathExtension) {
      programs[name] = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    }
    return programs
  }
}
