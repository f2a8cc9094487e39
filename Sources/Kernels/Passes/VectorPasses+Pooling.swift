import CKernels

extension VectorPasses {
  /// output = the highest value of every window and channel; a value that is not a number comes through.
  ///
  /// Positions of a window outside the image do not count.
  /// - Parameter places: receives where in its window each was found; nil if unneeded.
  public func maxPool(
    _ windows: SlidingWindows, images: Int, _ image: Numbers, into output: Numbers,
    places: UnsafeMutablePointer<UInt16>?
  ) {
    ck_max_pool(level, windows.pooling, images, image, output, places)
  }

  /// gradient = delta at the places found, added up where windows share one, and 0 elsewhere.
  public func maxPoolGradient(
    _ windows: SlidingWindows, images: Int, delta: Numbers, places: UnsafePointer<UInt16>,
    into gradient: Numbers
  ) {
    ck_max_pool_gradient(level, windows.pooling, images, delta, places, gradient)
  }

  /// output = the mean of every window's positions inside the image, channel by channel.
  public func averagePool(
    _ windows: SlidingWindows, images: Int, _ image: Numbers, into output: Numbers
  ) {
    ck_average_pool(level, windows.pooling, images, image, output)
  }

  /// gradient = each window's delta shared out evenly over its positions, added up where windows overlap.
  public func averagePoolGradient(
    _ windows: SlidingWindows, images: Int, delta: Numbers, into gradient: Numbers
  ) {
    ck_average_pool_gradient(level, windows.pooling, images, delta, gradient)
  }

  /// output = the image with every position repeated as often as the window has positions.
  public func upsample(_ windows: SlidingWindows, images: Int, _ image: Numbers, into output: Numbers) {
    ck_upsample(level, windows.pooling, images, image, output)
  }

  /// gradient = the sum of delta over each position's repetitions.
  public func upsampleGradient(
    _ windows: SlidingWindows, images: Int, delta: Numbers, into gradient: Numbers
  ) {
    ck_upsample_gradient(level, windows.pooling, images, delta, gradient)
  }
}
