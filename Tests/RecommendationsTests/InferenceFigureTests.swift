import Recommendations
import Testing

struct InferenceFigureTests {
  @Test func `weights alone are parameters times bytes`() throws {
    #expect(try figure(.inferenceMemory, "N=7e9;dtype=bf16;what=weights").likely == 14)
    #expect(try figure(.inferenceMemory, "N=7e9;bits=8;what=weights", in: .bytes).likely == 7e9)
    let four = try figure(.inferenceMemory, "N=10e9;bits=4;what=weights")
    #expect(abs(four.low - 5) < 1e-9 && abs(four.likely - 6.2) < 1e-9 && abs(four.high - 7.7) < 1e-9)
  }

  @Test func `an adapter's file`() throws {
    // arXiv 2106.09685, sec. 4.2: about 35 MB; 18,874,368 numbers of 2 bytes.
    let file = try figure(.inferenceMemory, "L=96;d=12288;r=4;targets=q,v;dtype=fp16", in: .bytes)
    #expect(file.likely == 37_748_736)
  }

  @Test func `keys and values to the byte`() throws {
    // LLaMA-13B, 2,048 tokens: "up to 1.7 GB" (blog.vllm.ai, 2023-06-20).
    let cache = try figure(.cache, "L=40;kv_heads=40;head_dim=128;tokens=2048;dtype=fp16", in: .bytes)
    #expect(cache.likely == 1_677_721_600)
    #expect(
      try figure(.cache, "L=62;kv_heads=8;head_dim=128;tokens=196608;dtype=fp8", in: .bytes).likely
        == 24_964_497_408)
    #expect(try figure(.cache, "L=32;kv_heads=8;d=4096;heads=32;tokens=8192", in: .gibibytes).likely == 1)
  }

  @Test func `a window and a compressed row`() throws {
    // Mistral 7B: 32 layers, 8 key heads of 128, 4,096 tokens at most.
    let window = try figure(
      .cache, "L=32;kv_heads=8;head_dim=128;tokens=32768;window=4096", in: .gibibytes)
    #expect(window.likely == 0.5)
    // DeepSeek-V3: (512 + 64) × 61 layers × 2 bytes = 70.272 kB a token.
    #expect(try figure(.cache, "L=61;kv_rank=512;rope_dim=64;tokens=1", in: .bytes).likely == 70_272)
  }
}
