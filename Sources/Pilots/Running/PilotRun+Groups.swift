import Datasets
import Knowledge
import ModelMetrics

extension PilotRun {
  /// How the winner treats the groups of the test rows; nil without a group column or for more than two classes.
  func groupComparison(_ final: FinalModel, _ targets: [Float]) -> PilotSample? {
    guard let groups = rows.testSource.groups else { return nil }
    guard task == .binary else {
      note(PilotRemark.groupsNotCompared, groups.column)
      return nil
    }
    let labels = targets.map { Int($0) }
    let threshold = baseRateThreshold(scores: final.predictions, labels: labels)
    let members = rows.test.map { groups.members[$0] }
    let rates = groups.names.indices.map { group in
      let places = members.indices.filter { members[$0] == group }
      return GroupRates(
        scores: places.map { final.predictions[$0] }, labels: places.map { labels[$0] },
        threshold: threshold)
    }
    return PilotSample(
      title: GroupWording.title(groups.column), note: note(on: rates),
      .table(
        TableSample(
          heading: LocalizedText(en: "Group", zh: "群体"),
          columns: GroupWording.columns(positive: dataset.classes[1]),
          rows: zip(groups.names, rates).map { name, rates in
            TableSample.Row(
              name: name,
              values: [
                Double(rates.rows), rates.selected, rates.truePositive, rates.falsePositive,
                rates.areaUnderROC,
              ])
          })))
  }

  private func note(on rates: [GroupRates]) -> LocalizedText {
    let selected = rates.compactMap(\.selected)
    return GroupWording.note(
      positive: dataset.classes[1], ratio: selectionRatio(selected),
      otherRatio: selectionRatio(selected.map { 1 - $0 }))
  }
}
