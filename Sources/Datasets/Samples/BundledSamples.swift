import Foundation

extension SampleData {
  /// Optical recognition of handwritten digits: 1,797 pictures of 8 × 8 pixels.
  static let opticalDigits = SampleData(
    id: "optical-digits", kind: .real,
    title: BilingualText(en: "Handwritten digits, 8 × 8 pixels", zh: "手写数字（8 × 8 像素）"),
    process: BilingualText(
      en: "Real data: 1,797 handwritten digits as pictures of 8 × 8 pixels with 17 grey levels. Alpaydin and"
        + " Kaynak (1998), UCI Machine Learning Repository, https://doi.org/10.24432/C50P49, CC BY 4.0; the"
        + " pixels of a picture are written as one word.",
      zh: "真实数据：1797 个手写数字，8 × 8 像素、17 级灰度的图片。Alpaydin、Kaynak（1998），UCI 机器学习库，"
        + "https://doi.org/10.24432/C50P49，CC BY 4.0；每张图片的像素写成一个词。"),
    sourceID: "doi:10.24432/C50P49"
  ) { root, _ throws(DatasetError) in
    let file = root.appendingPathComponent("samples/optical-digits.csv")
    return try digits(readTable(file, declared: nil, lineLimit: 1 << 20).table)
  }

  /// Columns `digit` and `pixels`; each pixel is one base-17 digit from 0 (no ink) to g (16).
  private static func digits(_ table: RawTable) throws(DatasetError) -> SampleContent {
    var grid = FeatureGrid(
      names: pixelNames(8, 1), values: [], shape: .image(side: 8, channels: 1))
    var labels: [String] = []
    for row in 0..<table.rows {
      labels.append(table.text(row: row, column: 0))
      let text = table.text(row: row, column: 1)
      let pixels = text.compactMap { Int(String($0), radix: 17) }
      guard pixels.count == grid.names.count else {
        throw .notANumber(column: table.names[1], row: row + 1, text: text)
      }
      grid.values.append(contentsOf: pixels.lazy.map { Float($0) / 16 })
    }
    return .grid(grid, labels: labels, modality: .image)
  }
}
