import Assessments
import Datasets
import Knowledge
import Pilots
import Recommendations

/// Every project has these programs, whatever its target.
private let commonPrograms = [
  "configuration.py", "terms.py", "features.py", "data.py", "metrics.py", "parallel.py", "networks.py",
  "tasks.py", "train.py", "evaluate.py", "classical.py", "slurm/train.sbatch", "ray/train_ray.py",
]

/// An assessment's target and pilot as a PyTorch project that runs on one process or many.
///
/// The programs are the same for every project; what differs stands in `config.toml` and `data/`. The same
/// request gives the same bytes.
/// - Throws: `ExportError` for what cannot be exported; `PilotError` for rows that cannot be split.
public func exportProject(_ request: ExportRequest) throws -> [ExportedFile] {
  let plan = try ExportPlan(request)
  let recordings =
    request.assessment.pilot?.data.origin == .user || request.dataFolder != nil
    ? [] : SampleData.recordings(request.data.training.name, seed: plan.seed)
  let data = DataFiles(
    data: request.data, split: plan.split, recordings: recordings, testFolder: request.testFolder)
  var files = try (commonPrograms + plan.program.programs).map { path in
    guard let text = request.programs[path] else { throw ExportError.missingProgram(path) }
    return ExportedFile(path, text)
  }
  files.append(ExportedFile("config.toml", configurationFile(plan)))
  files.append(ExportedFile("requirements.txt", plan.requirements))
  files += try readmeFiles(plan)
  files += try data.files()
  return files.sorted { $0.path < $1.path }
}

/// The command that trains or tries out the target of a request, from the project's folder.
public func exportedCommand(_ request: ExportRequest) throws -> String {
  try ExportPlan(request).program.command
}
