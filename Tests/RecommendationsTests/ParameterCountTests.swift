import Knowledge
import Recommendations
import Testing

struct ParameterCountTests {
  /// Counts as printed by the models' own files and model cards.
  static let published: [(name: String, architecture: Architecture, count: Double)] = [
    ("BERT-base-cased", Published.bertBaseCased, 108_310_272),
    ("BERT-large-uncased", Published.bertLargeUncased, 335_141_888),
    ("MiniLM-L6", Published.miniLM, 22_713_216),
    ("GPT-2 small", Published.gpt2Small, 124_439_808),
    ("Llama 3.1 8B", Published.llama31of8B, 8_030_261_248),
  ]

  @Test(arguments: published)
  func `equals the published count to the last digit`(
    _ row: (name: String, architecture: Architecture, count: Double)
  ) {
    #expect(row.architecture.parameterCount == row.count, "\(row.name)")
  }

  @Test func `counts weights and biases of dense and linear models`() {
    // (30 + 1) × 128 + (128 + 1) × 64 + (64 + 1) × 1
    #expect(Architecture.dense(inputs: 30, widths: [128, 64], outputs: 1).parameterCount == 12_289)
    #expect(Architecture.dense(inputs: 4, widths: [], outputs: 3).parameterCount == 15)
    #expect(Architecture.linear(inputs: 30, outputs: 1).parameterCount == 31)
    #expect(
      Architecture.convolutional(parameters: 25_557_032, forwardFLOPs: 8.2e9).parameterCount == 25_557_032)
  }

  @Test func `knows no count of rules and hosted services`() {
    #expect(Architecture.rules.parameterCount == nil)
    #expect(Architecture.hosted.parameterCount == nil)
    #expect(
      resourceEstimates(
        for: workload(.hosted), machine: MachineSpeed(singlePrecisionFLOPsPerSecond: 1e9),
        computeOption: "laptop"
      ).isEmpty)
    #expect(resourceEstimates(for: workload(.rules), machine: nil, computeOption: "cluster").isEmpty)
  }

  @Test func `adapters of LLaMA-7B are the published 4194304`() throws {
    // PEFT's log for rank 8 on queries and values: "trainable params: 4194304".
    let estimates = resourceEstimates(
      for: workload(Published.llama7B, method: .lora, sequence: 512), machine: nil, computeOption: nil)
    let parameters = try #require(estimates.first(.parameters))
    #expect(parameters.likely == 6_738_415_616)
    #expect(parameters.how.en.contains("4,194,304"))
    #expect(parameters.how.zh.contains("4,194,304"))
  }
}
