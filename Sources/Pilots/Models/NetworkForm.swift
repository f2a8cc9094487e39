import Datasets
import Networks

/// The architecture of a pilot's small network, by what the examples are.
public enum NetworkForm: Hashable, Sendable {
  /// Features without an order.
  case dense
  /// Pixels: blocks of convolution, batch normalisation and pooling, halving the side each time.
  case convolutional(side: Int, channels: Int)
  /// Letters at fixed places: the same along one axis.
  case sequence(length: Int)

  public init(_ dataset: Dataset) {
    switch dataset.gridLayout {
    case .picture(let side, let channels)? where side >= Self.leastSide:
      self = .convolutional(side: side, channels: channels)
    case .letters(let length)? where length >= Self.leastLength: self = .sequence(length: length)
    default: self = .dense
    }
  }

  /// Pictures and sequences smaller than this have nothing to slide over.
  private static let leastSide = 6
  private static let leastLength = 16

  /// Id for the reader.
  public var name: String {
    switch self {
    case .dense: "dense-network"
    case .convolutional: "convolutional-network"
    case .sequence: "sequence-network"
    }
  }

  /// Channels of each block's convolution.
  public var filters: [Int] {
    switch self {
    case .dense: []
    // A block halves the side; the last one leaves three or four pixels a side.
    case .convolutional(let side, _): side < 12 ? [16, 32] : [8, 16, 32]
    case .sequence: [16, 32]
    }
  }

  /// Places that a convolution looks at along an axis, block by block.
  public var kernels: [Int] {
    switch self {
    case .dense: []
    case .convolutional: filters.map { _ in 3 }
    case .sequence: [9, 5]
    }
  }

  /// Pixels that a training picture is moved by each way at most: no more than a fourteenth of its side.
  public var shift: Int {
    if case .convolutional(let side, _) = self { side / 14 } else { 0 }
  }

  /// The axes of an example, outermost first; nil for features without any.
  public var axes: [Int]? {
    switch self {
    case .dense: nil
    case .convolutional(let side, let channels): [side, side, channels]
    case .sequence(let length): [length, 4]
    }
  }

  /// The shape of an example; nil for features without one.
  var inputShape: Shape? { axes.map { Shape($0) } }

  /// Blocks of convolution, normalisation, ReLU and pooling by two, then all numbers in one row.
  var blocks: [any Layer] {
    guard self != .dense else { return [] }
    var layers: [any Layer] = []
    for (filters, kernel) in zip(filters, kernels) {
      if case .sequence = self {
        layers.append(Convolution1D(filters, kernel: kernel, padding: .same, hasBias: false))
      } else {
        layers.append(
          Convolution2D(filters, kernel: Extent(kernel, kernel), padding: .same, hasBias: false))
      }
      layers += [BatchNormalisation(), ActivationLayer(.relu)]
      if case .sequence = self { layers.append(MaxPooling1D(2)) } else { layers.append(MaxPooling2D(2)) }
    }
    return layers + [Reshape.flatten]
  }
}
