import Recommendations
import Testing

struct TrainingMemoryFigureTests {
  @Test func `sixteen to eighteen bytes a parameter in mixed precision`() throws {
    // arXiv 1910.02054, sec. 3.1: 1.5 billion parameters, at least 24 GB.
    let states = try figure(.trainingMemory, "N=1.5e9;what=states")
    #expect([states.low, states.likely, states.high] == [24, 27, 27])
    #expect(try figure(.trainingMemory, "N=1e9;precision=fp32;what=states").likely == 16)
    #expect(try figure(.trainingMemory, "N=1e9;precision=pure_bf16;what=states").likely == 8)
    #expect(try figure(.trainingMemory, "N=1e9;precision=fp32;opt=adam8bit;what=states").likely == 10)
    #expect(try figure(.trainingMemory, "N=1e9;precision=fp32;opt=sgd;what=states").likely == 8)
  }

  @Test(arguments: [(1, 31.4), (2, 16.6), (3, 1.9)])
  func `sharding follows the published stages`(_ stage: Int, _ gigabytes: Double) throws {
    // arXiv 1910.02054, figure 1: 7.5 billion parameters on 64 devices.
    let states = try figure(.trainingMemory, "N=7.5e9;zero=\(stage);gpus=64;what=states")
    #expect(abs(states.low - gigabytes) < 0.05)
  }

  @Test func `one 48 GB card trains 65 billion parameters in 4 bits`() throws {
    // arXiv 2305.14314, abstract.
    let memory = try figure(.trainingMemory, "N=65.2e9;method=qlora;bits=4")
    #expect(memory.likely < 48)
    #expect(memory.low > 65.2 * 0.5)
  }

  @Test func `methods stand in their order`() throws {
    let full = try figure(.trainingMemory, "N=7e9")
    let adapters = try figure(.trainingMemory, "N=7e9;method=lora;bits=16")
    let eight = try figure(.trainingMemory, "N=7e9;method=qlora;bits=8")
    let four = try figure(.trainingMemory, "N=7e9;method=qlora;bits=4")
    #expect(full.likely > adapters.likely && adapters.likely > eight.likely && eight.likely > four.likely)
    for memory in [full, adapters, eight, four] {
      #expect(memory.low <= memory.likely && memory.likely <= memory.high)
    }
  }

  @Test func `off the device is less on it`() throws {
    let on = try figure(.trainingMemory, "N=3e9;method=lora")
    let off = try figure(.trainingMemory, "N=3e9;method=lora;offload=cpu")
    #expect(off.low < on.low && off.likely < on.likely && off.high < on.high)
  }

  @Test func `parts of Llama 3.1 8B at 32768 tokens`() throws {
    // stas00/ml-engineering, training/performance: 0.25, 8, 224 and 15.7 GiB.
    let shape = "L=32;d=4096;seq=32768;vocab=128256"
    #expect(try figure(.trainingMemory, shape + ";what=hidden_states", in: .gibibytes).likely == 0.25)
    #expect(try figure(.trainingMemory, shape + ";what=checkpoints", in: .gibibytes).likely == 8)
    #expect(try figure(.trainingMemory, shape + ";copies=28;what=activations", in: .gibibytes).likely == 224)
    let scores = try figure(.trainingMemory, shape + ";what=logits_fp32", in: .gibibytes).likely
    #expect(abs(scores - 15.66) < 0.01)
  }

  @Test func `the largest batch by hand`() throws {
    // 12 layers of 768, head size 64: 9,216 states × 64 tokens × 2 × (34 + 5) bytes = 46,006,272 an example;
    // 12e9 − 16 × 110e6 − 0.5e9 = 9.74e9 free, for 211 examples.
    let batch = try figure(
      .trainingMemory, "N=110e6;L=12;d=768;heads=12;seq=64;precision=fp32;gpu_mem=12GB;what=max_batch")
    #expect(batch.likely == 211)
    #expect(batch.unit == .examples)
    let none = try figure(.trainingMemory, "N=7e9;seq=64;gpu_mem=12GB;what=max_batch")
    #expect(none.high == 0)
  }

  @Test func `separate operations hold more`() throws {
    // google-research/bert, README.md: 64 at length 64, 6 at 512, on 12 GB with TensorFlow 1.11.
    for (length, published) in [(64, 64.0), (512, 6)] {
      let batch = try figure(
        .trainingMemory,
        "N=110e6;L=12;d=768;heads=12;seq=\(length);precision=fp32;gpu_mem=12GB;"
          + "framework=TF1.11;what=max_batch")
      #expect(batch.low <= published * 1.5 && batch.high >= published, "\(length)")
    }
  }
}
