import Kernels

extension Dataset {
  /// The same rows with the targets dealt out anew among them: nothing is left to be learnt.
  ///
  /// Another fingerprint, because what would be learnt from them is another thing.
  public func shufflingTargets(seed: UInt64) -> Dataset {
    var generator = SeededGenerator(seed: seed, purpose: "shuffled targets")
    var dealt = targets
    generator.shuffle(&dealt)
    var shuffled = Dataset(
      name: name, origin: origin, modality: modality, task: task, targetName: targetName, classes: classes,
      targets: dealt, rows: rows, findings: findings, skipped: skipped, notes: notes,
      fingerprint: Datasets.fingerprint(
        of: content, targetName: targetName, classes: classes, targets: dealt),
      content: content, schema: schema, files: files)
    shuffled.groups = groups
    return shuffled
  }
}
