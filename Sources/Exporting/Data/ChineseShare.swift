import Datasets

extension ExportPlan {
  /// Whether more than a third of the letters of the training texts are Chinese characters.
  var isChinese: Bool {
    guard case .columns(let columns) = dataset.plainRows else { return false }
    var (chinese, letters) = (0, 0)
    for column in columns where column.kind == .text {
      for row in split.training.prefix(1_000) {
        for scalar in column.cells[row].unicodeScalars where scalar.properties.isAlphabetic {
          letters += 1
          chinese += (0x4E00...0x9FFF).contains(scalar.value) ? 1 : 0
        }
      }
    }
    return letters > 0 && 3 * chinese > letters
  }
}
