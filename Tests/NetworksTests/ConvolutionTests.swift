import Networks
import Testing

/// Convolution, pooling and upsampling against numbers worked out by hand.
@Suite struct ConvolutionTests {
  /// What a network of one layer gives for one example, with these parameters.
  private func output(
    of layer: any Layer, _ input: Shape, _ features: [Float], parameters: [Float] = []
  ) throws -> [Float] {
    let network = NetworkConfiguration(input: input, [layer], loss: MeanSquaredError())
    return try TrainedNetwork(configuration: network, parameters: parameters).predict(features, rows: 1)
  }

  @Test func sequencesAreConvolvedByHand() throws {
    let x: [Float] = [1, 2, 3, 4, 5]
    func convolve(_ padding: Padding, stride: Int = 1, dilation: Int = 1) throws -> [Float] {
      try output(
        of: Convolution1D(1, kernel: 3, stride: stride, dilation: dilation, padding: padding), [5, 1], x,
        parameters: [1, 10, 100, 0.5])
    }
    #expect(try convolve(.valid) == [321.5, 432.5, 543.5])
    #expect(try convolve(.same) == [210.5, 321.5, 432.5, 543.5, 54.5])
    #expect(try convolve(.causal) == [100.5, 210.5, 321.5, 432.5, 543.5])
    #expect(try convolve(.zeros(2)) == [100.5, 210.5, 321.5, 432.5, 543.5, 54.5, 5.5])
    #expect(try convolve(.valid, stride: 2) == [321.5, 543.5])
    #expect(try convolve(.same, stride: 2) == [210.5, 432.5, 54.5])
    #expect(try convolve(.valid, dilation: 2) == [531.5])
    #expect(try convolve(.causal, dilation: 2) == [100.5, 200.5, 310.5, 420.5, 531.5])
  }

  @Test func imagesOfTwoChannelsAreConvolvedByHand() throws {
    // Pixels (1, 10), (2, 20) / (3, 30), (4, 40); the kernel takes one pixel up and its right neighbour.
    let x: [Float] = [1, 10, 2, 20, 3, 30, 4, 40]
    let values = try output(
      of: Convolution2D(2, kernel: Extent(1, 2)), [2, 2, 2], x,
      parameters: [1, -1, 2, 0, 3, 0, 0, 5, 100, 200])
    // First filter 1·a + 2·b + 3·c + 0·d + 100, second −a + 5·d + 200.
    #expect(values == [127, 299, 175, 397])
  }

  @Test func transposedConvolutionSpreadsEveryInput() throws {
    let parameters: [Float] = [1, 10, 100, 0.5]
    func spread(_ padding: Padding, stride: Int) throws -> [Float] {
      try output(
        of: TransposedConvolution1D(1, kernel: 3, stride: stride, padding: padding), [3, 1], [1, 2, 3],
        parameters: parameters)
    }
    #expect(try spread(.valid, stride: 1) == [1.5, 12.5, 123.5, 230.5, 300.5])
    #expect(try spread(.valid, stride: 2) == [1.5, 10.5, 102.5, 20.5, 203.5, 30.5, 300.5])
    #expect(try spread(.same, stride: 2) == [1.5, 10.5, 102.5, 20.5, 203.5, 30.5])
    #expect(try spread(.zeros(1), stride: 1) == [12.5, 123.5, 230.5])
  }

  @Test func windowsArePooledByHand() throws {
    // 3 × 4 pixels of one channel.
    let x: [Float] = [1, 2, 3, 4, 8, 7, 6, 5, -1, -2, -3, -4]
    #expect(try output(of: MaxPooling2D(2), [3, 4, 1], x) == [8, 6])
    #expect(try output(of: MaxPooling2D(2, padding: .same), [3, 4, 1], x) == [8, 6, -1, -3])
    #expect(try output(of: AveragePooling2D(2), [3, 4, 1], x) == [4.5, 4.5])
    #expect(try output(of: AveragePooling2D(2, padding: .same), [3, 4, 1], x) == [4.5, 4.5, -1.5, -3.5])
    #expect(try output(of: MaxPooling1D(3, stride: 2), [6, 2], x) == [8, 7, 8, 7])
    #expect(try output(of: GlobalMaxPooling(), [3, 4, 1], x) == [8])
    #expect(try output(of: GlobalAveragePooling(), [4, 2], Array(x.prefix(8))) == [4.5, 4.5])
    #expect(try output(of: Upsampling1D(2), [2, 2], [1, 2, 3, 4]) == [1, 2, 1, 2, 3, 4, 3, 4])
    #expect(try output(of: Upsampling2D(Extent(2, 1)), [1, 2, 1], [1, 2]) == [1, 2, 1, 2])
  }

  @Test func whatIsNotANumberComesThroughPooling() throws {
    let values = try output(of: MaxPooling1D(3), [3, 1], [1, .nan, 2])
    #expect(values[0].isNaN)
  }

  @Test func shapesThatDoNotFitAreRefused() throws {
    let cases: [(any Layer, Shape, String)] = [
      (
        Convolution2D(2, kernel: 3), [2, 5, 1],
        "an image [height, width, channels] with room for one window"
      ),
      (Convolution1D(2, kernel: 3), [4, 4, 1], "a sequence [positions, channels] with room for one window"),
      (
        TransposedConvolution1D(2, kernel: 1, padding: .zeros(2)), [3, 1],
        "a sequence [positions, channels] larger than its padding"
      ),
      (
        MaxPooling1D(2, padding: .zeros(2)), [4, 1],
        "a sequence [positions, channels] that every window reaches into"
      ),
      (GlobalMaxPooling(), [70_000, 1], "an image or a sequence of at most 65536 positions"),
      (Upsampling2D(2), [4, 4], "an image [height, width, channels]"),
    ]
    for (layer, shape, expected) in cases {
      let kind = type(of: layer).kind
      #expect(
        throws: NetworkError.unsuitableInput(layer: kind, expected: expected, found: "\(shape)")
      ) { try layer.outputShape([shape]) }
    }
  }

  @Test func settingsOutsideTheirRangeAreRefused() {
    let layers: [any Layer] = [
      Convolution2D(0, kernel: 3), Convolution2D(1, kernel: 0), Convolution2D(1, kernel: 3, stride: 0),
      Convolution2D(1, kernel: 3, padding: .causal), Convolution1D(1, kernel: 3, padding: .zeros(-1)),
      Convolution1D(1, kernel: .max, dilation: .max), MaxPooling2D(Extent(300, 300)), Upsampling1D(0),
      TransposedConvolution2D(1, kernel: 2, stride: 3, padding: .same),
      TransposedConvolution1D(1, kernel: 2, padding: .causal),
    ]
    for layer in layers {
      #expect(throws: NetworkError.self) { try layer.validate() }
    }
  }

  @Test func sizesThatNoMemoryHoldsAreRefused() {
    #expect(throws: NetworkError.self) {
      try Convolution2D(1, kernel: 1, padding: .zeros(1 << 28)).outputShape([[1, 1, 1]])
    }
    #expect(throws: NetworkError.self) {
      try Convolution2D(1 << 28, kernel: 128, padding: .same).outputShape([[1, 1, 1024]])
    }
  }
}
