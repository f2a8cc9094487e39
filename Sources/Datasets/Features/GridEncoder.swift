/// How the numbers of an example lie beside one another.
public enum GridLayout: Sendable, Hashable {
  /// Row by row of pixels, the channels of a pixel side by side.
  case picture(side: Int, channels: Int)
  /// Letter by letter, one number for each of the four nucleotides.
  case letters(length: Int)

  /// The axes, outermost first.
  public var shape: [Int] {
    switch self {
    case .picture(let side, let channels): [side, side, channels]
    case .letters(let length): [length, 4]
    }
  }
}

extension Dataset {
  /// The layout of pictures, or of a column of equally long nucleotide sequences; nil for everything else.
  public var gridLayout: GridLayout? {
    switch content {
    case .grid(let grid):
      if case .image(let side, let channels) = grid.shape { return .picture(side: side, channels: channels) }
      return nil
    case .table(let columns):
      guard columns.count == 1, case .text(let cells) = columns[0].values,
        case .nucleotides(let length?) = cells.form
      else { return nil }
      return .letters(length: length)
    }
  }
}

/// Turns pictures or sequences into numbers that keep their places, for convolutions.
///
/// Pixels are standardised channel by channel with the mean and the deviation of the training rows; letters
/// become 0/1 columns, unknown ones a quarter in each.
public struct GridEncoder: Sendable {
  public let layout: GridLayout
  /// One entry a channel of a picture.
  private let channels: [Standardised]

  /// Learns what is needed from the given rows (0-based, at least one); nil where the data have no layout.
  public init?(_ dataset: Dataset, rows: [Int]) {
    precondition(!rows.isEmpty, "an encoder needs at least one training row")
    guard let layout = dataset.gridLayout else { return nil }
    self.layout = layout
    guard case .picture(_, let count) = layout, case .grid(let grid) = dataset.content else {
      channels = []
      return
    }
    let width = grid.names.count
    channels = (0..<count).map { channel in
      Standardised(
        rows.lazy.flatMap { row in
          stride(from: row * width + channel, to: (row + 1) * width, by: count).lazy.map {
            Double(grid.values[$0])
          }
        })
    }
  }

  /// The rows as numbers, row-major, shape [rows] + layout.
  ///
  /// The data set is the one the encoder was fitted on, or one read by `applyHeldOut` for it.
  public func encode(_ dataset: Dataset, rows: [Int]) -> [Float] {
    switch (layout, dataset.content) {
    case (.picture, .grid(let grid)):
      let width = grid.names.count
      return rows.flatMap { row in
        (0..<width).map { place in
          channels[place % channels.count](Double(grid.values[row * width + place]))
        }
      }
    case (.letters(let length), .table(let columns)):
      guard case .text(let cells)? = columns.first?.values else { break }
      return rows.flatMap { row in cells.withText(row) { oneHot($0, length: length) } }
    default: break
    }
    preconditionFailure("the data had a layout when the encoder was fitted")
  }

  /// Missing letters at the end of a shorter text are unknown ones.
  private func oneHot(_ text: UnsafeBufferPointer<UInt8>, length: Int) -> [Float] {
    var values = [Float](repeating: 0, count: 4 * length)
    for place in 0..<length {
      let letter = place < text.count ? nucleotide(text[place]) : UInt8(ascii: "N")
      if let channel = "ACGT".utf8.enumerated().first(where: { $0.element == letter })?.offset {
        values[4 * place + channel] = 1
      } else {
        for channel in 0..<4 { values[4 * place + channel] = 0.25 }
      }
    }
    return values
  }
}
