import Recommendations
import Testing

/// The figure for settings written as in a table of facts.
func figure(_ kind: EstimateKind, _ settings: String, in unit: EstimateUnit? = nil) throws -> Estimate {
  try estimate(kind, EstimateSettings(text: settings), in: unit)
}

struct ParameterFigureTests {
  struct Row: CustomTestStringConvertible, Sendable {
    var name: String
    var settings: String
    var count: Double
    var testDescription: String { name }
  }

  /// Counts as the models' own files and cards state them.
  static let published = [
    Row(
      name: "BERT-base-cased",
      settings: "arch=encoder;L=12;d=768;ffn=3072;heads=12;vocab=28996;pos=512;types=2;pooler=1",
      count: 108_310_272),
    Row(name: "GPT-2 small", settings: "arch=decoder;L=12;d=768;vocab=50257;pos=1024", count: 124_439_808),
    // 10.65 M printed without the 98,304 positions.
    Row(
      name: "nanoGPT on characters", settings: "arch=decoder;L=6;d=384;heads=6;vocab=65;pos=256;bias=0",
      count: 10_745_088),
    Row(
      name: "Llama 3.1 8B", settings: "arch=llama;L=32;d=4096;ffn=14336;heads=32;kv_heads=8;vocab=128256",
      count: 8_030_261_248),
    Row(
      name: "Qwen3-4B, whose heads are wider than width ÷ heads",
      settings: "arch=llama;L=36;d=2560;ffn=9728;heads=32;kv_heads=8;head_dim=128;vocab=151936;"
        + "tied=1;qk_norm=1",
      count: 4_022_468_096),
    Row(
      name: "Qwen2.5-7B, with biases on queries, keys and values",
      settings: "arch=llama;L=28;d=3584;ffn=18944;heads=28;kv_heads=4;vocab=152064;qkv_bias=1",
      count: 7_615_616_512),
    Row(
      name: "Mixtral 8x7B",
      settings: "arch=llama-moe;L=32;d=4096;ffn=14336;heads=32;kv_heads=8;experts=8;topk=2;vocab=32000",
      count: 46_702_792_704),
    // 12.9 billion are announced as used for each token.
    Row(
      name: "Mixtral 8x7B, used for a token",
      settings: "arch=llama-moe;L=32;d=4096;ffn=14336;heads=32;kv_heads=8;experts=8;topk=2;"
        + "vocab=32000;active=1",
      count: 12_879_925_248),
    Row(
      name: "T5-small",
      settings: "arch=encdec-t5;enc_L=6;dec_L=6;d=512;ffn=2048;heads=8;d_kv=64;vocab=32128",
      count: 60_506_624),
    Row(
      name: "T5-base",
      settings: "arch=encdec-t5;enc_L=12;dec_L=12;d=768;ffn=3072;heads=12;d_kv=64;vocab=32128",
      count: 222_903_552),
    // With the encoder's table of positions, as stored.
    Row(
      name: "Whisper tiny",
      settings: "arch=encdec-whisper;enc_L=4;dec_L=4;d=384;ffn=1536;heads=6;vocab=51865;mels=80",
      count: 37_760_640),
    Row(name: "ViT-L/16", settings: "arch=vit;L=24;d=1024;patch=16;img=224;classes=1000", count: 304_326_632),
    Row(name: "ViT-B/16", settings: "arch=vit;L=12;d=768;patch=16;img=224;classes=1000", count: 86_567_656),
    Row(
      name: "ResNet-50", settings: "arch=resnet;depths=3,4,6,3;bottleneck=1;classes=1000",
      count: 25_557_032),
    Row(name: "ResNet-18", settings: "arch=resnet;depths=2,2,2,2;classes=1000", count: 11_689_512),
    // Both from the log of the PEFT library: "trainable params".
    Row(name: "LoRA on LLaMA-7B", settings: "method=lora;r=8;targets=q,v;L=32;d=4096", count: 4_194_304),
    Row(
      name: "LoRA on mt0-large",
      settings: "method=lora;r=8;targets=q,v;enc_L=24;dec_L=24;d=1024;heads=16;d_kv=64",
      count: 2_359_296),
  ]

  @Test(arguments: published) func `equals the published count to the last digit`(_ row: Row) throws {
    let estimate = try figure(.parameters, row.settings)
    #expect([estimate.low, estimate.likely, estimate.high] == [row.count, row.count, row.count])
  }

  @Test func `agrees with the counts of the recommendation`() throws {
    #expect(
      try figure(.parameters, "arch=llama;L=40;d=5120;ffn=13824;heads=40;vocab=32000").likely
        == Published.llama13B.parameterCount)
    #expect(
      try figure(.parameters, "arch=decoder;L=48;d=1600;heads=25;vocab=50257;pos=1024").likely
        == Published.gpt2XL.parameterCount)
  }

  @Test func `adapters on every product count each once`() throws {
    // 8 × (4 × (64 + 64) + 3 × (64 + 256)) × 2 layers
    let all = try figure(.parameters, "method=lora;r=8;targets=all;L=2;d=64;ffn=256")
    #expect(all.likely == 8 * (4 * 128 + 3 * 320) * 2)
    let twice = try figure(.parameters, "method=lora;r=8;targets=q_proj,q,v_proj;L=2;d=64")
    #expect(twice.likely == 8 * 2 * 128 * 2)
  }
}
