import Knowledge
import Recommendations
import Testing

/// Figures of single devices, by hand.
struct DeviceFigureTests {
  func figure(_ kind: EstimateKind, _ text: String) throws -> Estimate {
    try estimate(kind, EstimateSettings(text: text))
  }

  @Test func `energy is hours times power times what surrounds the device`() throws {
    // 100 h × 0.4 kW drawn to 60, 90 and 100 %, × 1.1, 1.3 and 1.6.
    let energy = try figure(.energy, "gpu_hours=100;power=400")
    #expect(energy.unit == .kilowattHours)
    #expect(abs(energy.low - 26.4) < 1e-9 && abs(energy.likely - 46.8) < 1e-9 && abs(energy.high - 64) < 1e-9)
    let plain = try figure(.energy, "gpu_hours=100;power=400;overhead=1")
    #expect(abs(plain.likely - 36) < 1e-9)
  }

  @Test func `electricity is the price of a device of one's own`() throws {
    let cost = try figure(.cost, "gpu_hours=100;power=400;electricity=0.25")
    #expect(abs(cost.likely - 46.8 * 0.25) < 1e-9)
    #expect(throws: EstimateError.missing(["power"])) {
      try figure(.cost, "gpu_hours=100;electricity=0.25")
    }
  }

  @Test func `an answer is read at the speed of arithmetic and written at that of memory`() throws {
    // Reading: 2 × 8e9 × 1,000 ÷ (312e12 × 0.3); writing: 100 × 16e9 bytes ÷ (2e12 × 0.6); 5 ms.
    let time = try figure(
      .answerTime, "N=8e9;tokens=1000;generated=100;peak=312e12;bandwidth=2e12;dtype=fp16")
    let reading = 16e12 / (312e12 * 0.3)
    let writing = 100 * 16e9 / 1.2e12
    #expect(abs(time.likely - (reading + writing + 0.005)) < 1e-9)
    // One token is not read faster than the weights pass through memory.
    let short = try figure(.answerTime, "N=8e9;tokens=1;peak=312e12;bandwidth=2e12;dtype=fp16")
    #expect(abs(short.likely - (16e9 / 1.2e12 + 0.005)) < 1e-9)
  }

  @Test func `a span goes through to the figure's ends`() throws {
    let time = try figure(.trainingTime, "train_flops=1e18:2e18:4e18;peak=1e15;mfu=0.5")
    #expect(abs(time.low * 3_600 - 2_000) < 1e-6 && abs(time.likely * 3_600 - 4_000) < 1e-6)
    #expect(abs(time.high * 3_600 - 8_000) < 1e-6)
    #expect(throws: EstimateError.outOfRange(key: "D", found: "3:2:1", range: "0 < low ≤ likely ≤ high")) {
      try figure(.trainingFLOPs, "N=1e9;D=3:2:1")
    }
    #expect(throws: EstimateError.notANumber(key: "D", found: "1:2")) {
      try figure(.trainingFLOPs, "N=1e9;D=1:2")
    }
  }

  @Test func `a stated forward pass replaces twice the parameters`() throws {
    #expect(try figure(.trainingFLOPs, "forward=8e9;D=1000").likely == 3 * 8e9 * 1_000)
    #expect(try figure(.trainingFLOPs, "N=1e9;D=1000").likely == 6e12)
  }

  @Test func `layers by hand`() throws {
    // (30 + 1) × 128 + (128 + 1) × 64 + (64 + 1) × 1
    #expect(try figure(.parameters, "arch=dense;sizes=30,128,64,1").likely == 12_289)
    // State 16 bytes each; 2 × (30 + 128 + 64 + 1) − 30 numbers for each of 32; 30 for each of 1,000 rows.
    let memory = try estimate(
      .trainingMemory,
      EstimateSettings(text: "arch=dense;sizes=30,128,64,1;precision=fp32;batch=32;rows=1000"), in: .bytes)
    let state = 16.0 * 12_289
    let activations = 4.0 * 32 * 416
    let rows = 4.0 * 30 * 1_000
    #expect(memory.likely == state + activations + rows)
    #expect(throws: EstimateError.notANumber(key: "sizes", found: "30")) {
      try figure(.parameters, "arch=dense;sizes=30")
    }
  }
}
