import Kernels

extension WindowSettings {
  /// Windows of a pooling layer over an input of this shape; as many channels come out as go in.
  ///
  /// - Throws: `NetworkError.unsuitableInput` for another rank, or where some window would lie outside the
  ///   image altogether and so have no value.
  func poolingWindows(over input: Shape, layer: String) throws -> SlidingWindows {
    let windows = try windows(over: input, outChannels: max(input.width, 1), layer: layer)
    for axis in [windows.vertical, windows.horizontal] {
      let last = (axis.windows - 1) * axis.stride - axis.before
      guard axis.before < axis.kernel, last < axis.size else {
        throw NetworkError.unsuitableInput(
          layer: layer, expected: "\(expectation) that every window reaches into", found: "\(input)")
      }
    }
    return windows
  }

  /// Throws `NetworkError.illegalParameter` for settings that pooling cannot have.
  func validatePooling() throws {
    try validate()
    let positions = kernel.height.multipliedReportingOverflow(by: kernel.width)
    // Places in a window are kept in 16 bits.
    try NetworkError.require(
      !positions.overflow && positions.partialValue <= 65_536, "window", "∏ ≤ 65,536",
      "[\(kernel.height), \(kernel.width)]")
  }
}
