import Recommendations
import Testing

/// Work, time and cost.
struct TrainingFigureTests {
  @Test func `six operations for each parameter and token`() throws {
    // LLaMA-65B, 1.4e12 tokens: 5.5e23 (Epoch AI).
    let work = try figure(.trainingFLOPs, "N=65.2e9;D=1.4e12;method=6ND")
    #expect(abs(work.likely / 5.4768e23 - 1) < 1e-12)
    #expect(try figure(.trainingFLOPs, "N=1B;D=1B;ckpt=1").likely == 8e18)
    #expect(try figure(.trainingFLOPs, "N=1B;D=1B;method=lora").likely == 4e18)
  }

  @Test func `attention explains what PaLM counts beyond six`() throws {
    // arXiv 2204.02311: 540e9 parameters, 780e9 tokens, 118 layers of 18,432: 2.56e24 published.
    let work = try figure(.trainingFLOPs, "N=540e9;D=780e9;L=118;d=18432;seq=2048")
    #expect(abs(work.likely / 2.56e24 - 1) < 0.01)
  }

  @Test func `tokens that use a compute best`() throws {
    // arXiv 2203.15556, table 3: 8.0e9 for 400e6 parameters.
    let tokens = try figure(.trainingFLOPs, "N=400e6;what=optimal_tokens")
    #expect(tokens.low == 8e9)
    #expect(tokens.unit == .tokens)
  }

  @Test func `hours of one device at 15 to 50 per cent of the peak`() throws {
    // 6 × 1e9 × 1e9 ÷ 1e12 = 6e6 seconds at the peak
    let time = try figure(.trainingTime, "N=1e9;D=1e9;peak=1e12")
    #expect(time.unit == .deviceHours)
    #expect(abs(time.low - 6e6 / 0.5 / 3_600) < 1e-6)
    #expect(abs(time.likely - 6e6 / 0.3 / 3_600) < 1e-6)
    #expect(abs(time.high - 6e6 / 0.15 / 3_600) < 1e-6)
    let clock = try figure(.trainingTime, "N=1e9;D=1e9;peak=1e12;mfu=0.5;gpus=10", in: .hours)
    #expect(abs(clock.likely - 6e6 / 0.5 / 10 / 3_600) < 1e-6)
    #expect(clock.low == clock.high)
  }

  @Test func `published trainings lie in the band`() throws {
    // arXiv 2302.13971, table 15; meta-llama/llama MODEL_CARD.md. A100, 312 TFLOP/s.
    for (settings, hours) in [("N=65.2e9;D=1.4e12", 1_022_362.0), ("N=68.98e9;D=2e12", 1_720_320.0)] {
      let time = try figure(.trainingTime, settings + ";peak=312e12")
      #expect(time.low < hours && hours < time.high, "\(settings)")
    }
  }

  @Test func `days from a measured speed`() throws {
    // arXiv 2302.13971, sec. 2.4: 380 tokens a second and GPU, 2,048 GPUs, 1.4e12 tokens: about 21 days.
    let time = try figure(.trainingTime, "tokens=1.4e12;tok_per_s_per_gpu=380;gpus=2048")
    #expect(time.unit == .days)
    #expect(abs(time.likely - 20.82) < 0.01)
  }

  @Test func `money is hours times price`() throws {
    // arXiv 2412.19437, table 1: 2.788 million hours at 2 dollars are 5.576 million.
    let cost = try figure(.cost, "gpu_hours=2.788e6;price=2")
    #expect(abs(cost.likely - 5.576e6) < 1e-6)
    #expect(abs(try figure(.cost, "gpus=440;days=9.5;price=2").likely - 200_640) < 1e-6)
    // 1e18 ÷ (312e12 × 30 %) seconds at 2 dollars an hour
    let unknown = try figure(.cost, "train_flops=1e18")
    #expect(abs(unknown.likely - 1e18 / (312e12 * 0.3) / 3_600 * 2) < 1e-6)
    #expect(unknown.low < unknown.likely && unknown.likely < unknown.high)
  }
}
