import CKernels

extension VectorPasses {
  /// output = bias + Σ over each window of image × kernel, then ReLU where asked.
  ///
  /// - Parameters:
  ///   - packed: the kernel, [kernel positions · channels][outChannels], as `pack` leaves it.
  ///   - bias: [outChannels].
  public func convolve(
    _ windows: SlidingWindows, images: Int, _ image: Numbers, packed: Numbers, bias: Numbers?,
    into output: Numbers, thenReLU: Bool = false
  ) {
    ck_convolve(level, windows.convolution, images, image, packed, bias, output, thenReLU ? 1 : 0)
  }

  /// image = Σ over the windows of delta × kernel: the gradient of a convolution's input, or what a transposed
  /// convolution computes.
  ///
  /// - Parameter packed: the kernel as `packForConvolvingBack` leaves it.
  public func convolveBack(
    _ windows: SlidingWindows, images: Int, _ delta: Numbers, packed: Numbers, into image: Numbers
  ) {
    ck_convolve_back(level, windows.convolution, images, delta, packed, image)
  }

  /// kernel = Σ over images and windows of image × delta: the gradient of the kernel.
  ///
  /// Writes part number `part` of `parts`; the parts together are the same bytes however many there are.
  public func convolutionKernel(
    _ windows: SlidingWindows, images: Int, _ image: Numbers, delta: Numbers, into kernel: Numbers,
    part: Int = 0, of parts: Int = 1
  ) {
    ck_convolution_kernel(level, windows.convolution, images, image, delta, kernel, part, parts)
  }

  /// Copies a kernel, [kernel positions][channels][outChannels], into the order `convolveBack` meets it in.
  public func packForConvolvingBack(_ windows: SlidingWindows, _ kernel: Numbers, into packed: Numbers) {
    let (inner, columns) = (windows.outChannels, windows.channels)
    for position in 0..<windows.kernelPositions {
      pack(
        MatrixView(place(kernel, position * inner * columns), rowStride: inner).transposed, inner: inner,
        columns: columns,
        into: place(packed, position * Self.packedCount(inner: inner, columns: columns)))
    }
  }
}

extension SlidingWindows {
  /// Numbers of a kernel packed for `convolve`.
  public var packedCount: Int {
    VectorPasses.packedCount(inner: kernelPositions * channels, columns: outChannels)
  }

  /// Numbers of a kernel packed for `convolveBack`.
  public var packedBackCount: Int {
    kernelPositions * VectorPasses.packedCount(inner: outChannels, columns: channels)
  }
}
