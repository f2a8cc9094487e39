import Charts
import Testing

@Suite struct DecimalTextTests {
  @Test(arguments: [
    (0.0, 0, "0"), (-0.04, 1, "0.0"), (0.05, 1, "0.1"), (-0.05, 1, "-0.1"), (99.95, 1, "100.0"),
    (1.005, 3, "1.005"), (-12.5, 0, "-13"), (0.000_012_3, 6, "0.000012"), (123_456_789.0, 2, "123456789.00"),
  ])
  func `rounds half away from zero with fixed decimals`(_ value: Double, _ decimals: Int, _ text: String) {
    #expect(decimalText(value, decimals: decimals) == text)
  }
}

@Suite struct PaletteTests {
  // Values of the WCAG 2.2 definition, worked out by hand: black on white is 1.05 ÷ 0.05 = 21; #767676 has
  // the luminance ((118 ÷ 255 + 0.055) ÷ 1.055)^2.4 = 0.1812, so 1.05 ÷ 0.2312 = 4.54.
  @Test func `contrast is the ratio of relative luminances`() throws {
    #expect(Palette.contrast("#000000", "#ffffff") == 21)
    #expect(abs(try #require(Palette.contrast("#767676", "#ffffff")) - 4.54) < 0.005)
    #expect(Palette.contrast("#767676", "#ffffff") == Palette.contrast("#ffffff", "#767676"))
    #expect(Palette.contrast("white", "#ffffff") == nil)
  }

  @Test func `marks reach 3 to 1 on paper`() throws {
    for colour in [Palette.line, Palette.blue, Palette.orange, Palette.green, Palette.soft] {
      #expect(try #require(Palette.contrast(colour, Palette.paper)) >= 3)
    }
  }
}
