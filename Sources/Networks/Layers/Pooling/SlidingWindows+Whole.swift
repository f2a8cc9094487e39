import Kernels

extension SlidingWindows {
  /// One window over all positions of a value [..., channels].
  ///
  /// - Throws: `NetworkError.unsuitableInput` for a value without positions, or with more than `limit`.
  static func whole(_ input: Shape, layer: String, limit: Int = .max) throws -> SlidingWindows {
    guard input.rank >= 2, input.positions >= 1, input.positions <= limit else {
      let bound = limit == .max ? "" : " of at most \(limit) positions"
      throw NetworkError.unsuitableInput(
        layer: layer, expected: "an image or a sequence\(bound)", found: "\(input)")
    }
    let axis = Axis(
      size: input.positions, windows: 1, kernel: input.positions, stride: 1, dilation: 1, before: 0,
      after: 0)
    return SlidingWindows(
      vertical: .single, horizontal: axis, channels: input.width, outChannels: input.width)
  }
}
