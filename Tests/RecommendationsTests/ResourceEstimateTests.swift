import Knowledge
import Recommendations
import Testing

struct ResourceEstimateTests {
  @Test func `work of a linear model by hand`() throws {
    // 10 parameters × 6 operations × 1,000 examples × 10 passes
    let estimates = resourceEstimates(
      for: workload(.linear(inputs: 9, outputs: 1)),
      machine: MachineSpeed(singlePrecisionFLOPsPerSecond: 1e9), computeOption: nil)
    let work = try #require(estimates.first(.trainingFLOPs))
    #expect([work.low, work.likely, work.high] == [600_000, 600_000, 600_000])
    let time = try #require(estimates.first(.trainingSecondsHere))
    #expect(abs(time.low - 0.0012) < 1e-12)
    #expect(abs(time.likely - 0.002) < 1e-12)
    #expect(abs(time.high - 0.004) < 1e-12)
  }

  @Test func `training LLaMA-65B took the published work and time`() throws {
    // arXiv 2302.13971: 1.4e12 tokens; 6 N D = 5.5e23 (Epoch AI); 1,022,362 hours of A100 (table 15).
    let estimates = resourceEstimates(
      for: workload(
        Published.llama65B, examples: 1.4e12 / 2_048, sequence: 2_048, batch: 1, epochs: 1),
      machine: MachineSpeed(singlePrecisionFLOPsPerSecond: 312e12), computeOption: nil)
    let work = try #require(estimates.first(.trainingFLOPs))
    #expect(abs(work.likely / 5.5e23 - 1) < 0.05)
    #expect(work.low < work.likely && work.likely < work.high)
    let hours = try #require(estimates.first(.trainingSecondsHere)).likely / 3_600
    let band = try #require(estimates.first(.trainingSecondsHere))
    #expect(band.low / 3_600 < 1_022_362 && band.high / 3_600 > 1_022_362)
    #expect(hours > 500_000 && hours < 2_500_000)
  }

  @Test func `frozen weights need two thirds of the work`() throws {
    let full = try #require(
      resourceEstimates(for: workload(Published.llama7B, sequence: 1), machine: nil, computeOption: nil)
        .first(.trainingFLOPs))
    let adapters = try #require(
      resourceEstimates(
        for: workload(Published.llama7B, method: .lora, sequence: 1), machine: nil, computeOption: nil
      ).first(.trainingFLOPs))
    #expect(abs(adapters.likely / full.likely - 2.0 / 3) < 0.001)
  }

  @Test func `GPT-2 XL needs at least the published 24 GB to train`() throws {
    // arXiv 1910.02054, sec. 3.1: 1.5 billion parameters, at least 24 GB.
    let memory = try #require(
      resourceEstimates(
        for: workload(Published.gpt2XL, sequence: 1_024, batch: 1), machine: nil, computeOption: nil
      ).first(.trainingMemory))
    #expect(memory.low >= 24e9)
    #expect(memory.low <= memory.likely && memory.likely <= memory.high)
    #expect(memory.high < 60e9)
  }

  @Test func `LLaMA-13B keeps 1.68 GB of keys and values for 2048 tokens`() throws {
    // blog.vllm.ai, 2023-06-20: "up to 1.7GB for a single sequence in LLaMA-13B".
    let memory = try #require(
      resourceEstimates(
        for: workload(Published.llama13B, method: .none, sequence: 2_048), machine: nil, computeOption: nil
      ).first(.inferenceMemory))
    #expect(memory.how.en.contains("1,677,721,600"))
    // 16-bit weights alone are 26 GB.
    #expect(memory.likely > 26e9 && memory.likely < 40e9)
  }

  @Test func `a model used as it is has no training figures`() {
    let kinds = resourceEstimates(
      for: workload(Published.llama31of8B, method: .none),
      machine: MachineSpeed(singlePrecisionFLOPsPerSecond: 1e11),
      computeOption: "workstation-gpu"
    ).map(\.kind)
    #expect(kinds == [.parameters, .inferenceMemory])
  }

  @Test func `fine-tuning BERT-base with LoRA takes far less memory than with all weights`() throws {
    let full = try #require(
      resourceEstimates(
        for: workload(Published.bertBaseCased, sequence: 128, batch: 1), machine: nil, computeOption: nil
      )
      .first(.trainingMemory))
    let adapters = try #require(
      resourceEstimates(
        for: workload(Published.bertBaseCased, method: .lora, sequence: 128, batch: 1), machine: nil,
        computeOption: nil
      ).first(.trainingMemory))
    // 16 bytes for each of 108 million parameters against 2.
    #expect(full.low - adapters.low > 1.4e9)
  }

  @Test(arguments: ["laptop", "workstation-gpu", "server-gpus", "cluster"])
  func `stronger computers are faster, and every figure has its ground`(_ option: String) throws {
    let estimates = resourceEstimates(
      for: workload(Published.bertBaseCased, sequence: 128), machine: nil,
      computeOption: OptionID(option))
    let time = try #require(estimates.first(.trainingSeconds))
    let laptop = try #require(
      resourceEstimates(
        for: workload(Published.bertBaseCased, sequence: 128), machine: nil, computeOption: "laptop"
      )
      .first(.trainingSeconds))
    #expect(option == "laptop" || time.likely < laptop.likely / 50)
    for estimate in estimates {
      #expect(!estimate.basis.isEmpty)
      #expect(estimate.low <= estimate.likely && estimate.likely <= estimate.high)
    }
  }

  @Test func `services and unknown computers give no time`() {
    for option: OptionID in ["api-only", "abacus"] {
      let estimates = resourceEstimates(
        for: workload(Published.bertBaseCased), machine: nil, computeOption: option)
      #expect(estimates.first(.trainingSeconds) == nil)
    }
  }
}
