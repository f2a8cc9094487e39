import Networks
import Testing

/// Attention beside PyTorch's in double precision; the program is References/attention_layers.py.
struct PyTorchAttentionTests {
  struct Reference: CustomStringConvertible, Sendable {
    let name: String
    let layer: MultiHeadAttention
    /// Each row's mask, where there is one.
    let mask: [[Float]]
    let output: [Double]
    /// Of each input, for all rows.
    let gradients: [[Double]]
    /// Every parameter's gradient weighted by even numbers.
    let marks: [Double]

    var description: String { name }
  }

  @Test(arguments: references)
  func `outputs and gradients are PyTorch's`(_ reference: Reference) throws {
    var builder = NetworkBuilder()
    var sources = [builder.input("x", [3, 4])]
    if reference.layer.attendsToMemory { sources.append(builder.input("memory", [2, 5])) }
    let numbers = reference.layer.attendsToMemory ? 22 : 12
    if reference.layer.hasMask { sources.append(builder.input("mask", [3])) }
    _ = builder.add(reference.layer, to: sources)
    let network = builder.network(loss: MeanSquaredError())
    let features = (0..<2).flatMap { row in
      Formula.features(rows: 1, columns: numbers, start: numbers * row)
        + (reference.layer.hasMask ? reference.mask[row] : [])
    }
    let examples = ExampleSet(
      rows: 2, columns: network.inputCount, features: features,
      targets: try Formula.targets(for: network, rows: 2))
    let function = try NetworkFunction(network, on: examples)
    let parameters = try Formula.parameters(network).map { Double($0) }
    expectClose(function.output(parameters), reference.output, within: 3e-9)
    let gradient = function.gradient(parameters)
    var first = 0
    for (input, expected) in zip(network.inputs, reference.gradients) {
      let own = (0..<2).flatMap { row in
        gradient.features[(row * network.inputCount + first)...].prefix(input.shape.count)
      }
      expectClose(own, expected, within: 3e-9)
      first += input.shape.count
    }
    expectClose(try marks(gradient.parameters, network), reference.marks, within: 3e-9)
  }

  private func marks(_ gradient: [Double], _ network: NetworkConfiguration) throws -> [Double] {
    var start = 0
    return try network.parameterDefinitions().map { definition in
      let own = gradient[start..<start + definition.shape.count]
      start += definition.shape.count
      return zip(own, 0...).reduce(0) { $0 + $1.0 * Formula.even(50_000 + $1.1) }
    }
  }

  static let references: [Reference] = [
    Reference(
      name: "self", layer: MultiHeadAttention(heads: 2), mask: [],
      output: [
        -0.080957328, -0.091082175, 0.266500220, -0.006688636, -0.119043499, -0.095563937, 0.307015625,
        -0.027076606, -0.078743408, -0.147090695, 0.278518279, -0.044465024, -0.145671497, 0.124272406,
        -0.029034671, -0.047055015, -0.186144014, 0.209691887, -0.027988684, -0.018203505, -0.215884805,
        0.222374453, -0.021743740, -0.037673982,
      ],
      gradients: [
        [
          -0.004543433, 0.002585049, -0.001679685, -0.000660670, 0.003308258, 0.003800170, 0.005275494,
          0.002567469, 0.002467971, 0.003774231, 0.004768597, 0.003729816, 0.002072823, 0.015261315,
          0.008143397, -0.003522301, 0.018437746, 0.015001793, 0.022472107, 0.002311377, 0.019749761,
          0.017087742, 0.022940982, 0.003939610,
        ]
      ],
      marks: [-0.009950895, -0.005688199, -0.004958700, 0.094399367]),
    Reference(
      name: "causal", layer: MultiHeadAttention(heads: 2, isCausal: true), mask: [],
      output: [
        -0.258003026, 0.124974540, 0.302740503, 0.021179234, -0.149046253, -0.173291328, 0.378838621,
        -0.071664608, -0.078743408, -0.147090695, 0.278518279, -0.044465024, -0.310363158, -0.138931160,
        0.046765419, -0.423922249, -0.292079117, 0.112483924, 0.009103935, -0.201121107, -0.215884805,
        0.222374453, -0.021743740, -0.037673982,
      ],
      gradients: [
        [
          0.000183730, -0.004347466, -0.001414724, 0.009469661, 0.002539842, 0.002181900, -0.000391984,
          -0.002819451, 0.003097616, 0.009986535, 0.009283182, -0.003995021, -0.010630614, 0.014887320,
          0.010688028, -0.001179978, 0.024590946, 0.003112730, 0.014013047, -0.002423213, -0.000055163,
          0.010865692, 0.006083990, -0.002752205,
        ]
      ],
      marks: [0.029745777, 0.003247779, 0.002473988, 0.039433761]),
    Reference(
      name: "padded", layer: MultiHeadAttention(heads: 2, hasMask: true), mask: [[1, 1, 0], [0, 1, 1]],
      output: [
        -0.152230927, -0.148797452, 0.376789668, -0.055140815, -0.149046253, -0.173291328, 0.378838621,
        -0.071664608, -0.141994768, -0.227806306, 0.383372279, -0.108497289, -0.096533677, 0.277481839,
        -0.058481211, 0.127005160, -0.108670097, 0.303781557, -0.062705624, 0.133476922, -0.120600459,
        0.318987320, -0.064259803, 0.132234412,
      ],
      gradients: [
        [
          -0.007456085, -0.006183811, -0.008156401, 0.004871709, 0.005048725, -0.002390276, 0.000558141,
          0.007263403, -0.000359140, -0.000728078, 0.000765661, -0.001238572, 0.000678236, -0.000178140,
          -0.000807390, -0.000119183, 0.025132130, 0.033259622, 0.033208150, 0.005016473, 0.034580656,
          0.034350489, 0.039621845, 0.008234268,
        ]
      ],
      marks: [0.053303417, 0.014232761, 0.004185310, 0.146236985]),
    Reference(
      name: "cross", layer: MultiHeadAttention(heads: 2, attendsToMemory: true), mask: [],
      output: [
        0.344326729, -0.653539485, -0.303620701, -0.254795269, 0.345468427, -0.653044661, -0.305962170,
        -0.256876975, 0.249920492, -0.512309678, -0.234803768, -0.192667143, -0.248176881, 0.488762738,
        0.098556029, 0.428135935, -0.248877899, 0.466904080, 0.102875399, 0.412016863, -0.250620398,
        0.421329607, 0.112098400, 0.378297585,
      ],
      gradients: [
        [
          0.002280928, -0.011540383, 0.005054355, 0.001286785, 0.001542473, -0.008591630, 0.003835727,
          0.000953976, 0.000504023, -0.002957785, 0.001333135, 0.000327723, 0.003507440, 0.002695474,
          0.001854903, -0.002888677, 0.008438277, 0.004578624, 0.007160257, -0.005832132, 0.003580202,
          0.002537078, 0.002196684, -0.002822962,
        ],
        [
          0.118714325, -0.061892635, -0.088020893, 0.134660242, 0.086654172, 0.103918989, -0.060135398,
          -0.085819305, 0.161486685, 0.069191617, -0.049944177, -0.019984926, 0.083532866, -0.065758458,
          -0.013939014, -0.048075776, -0.035541713, 0.085696274, -0.055316268, -0.014836828,
        ],
      ],
      marks: [-0.008472114, -0.022411066, 0.402534656, -0.052871150, 0.196345485, 0.025193254]),
  ]
}
