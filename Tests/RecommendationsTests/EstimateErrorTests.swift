import Recommendations
import Testing

struct EstimateErrorTests {
  struct Row: CustomTestStringConvertible, Sendable {
    var settings: String
    var text: String
    var kind = "train_flops"
    var unit = ""
    var testDescription: String { "\(kind) \(settings) \(unit)" }
  }

  static let rows = [
    Row(settings: "N=1", text: "no estimate named 'parms'. Did you mean 'params'?", kind: "parms"),
    Row(settings: "arhc=llama", text: "params has no setting 'arhc'. Did you mean 'arch'?", kind: "params"),
    Row(settings: "arch=lama", text: "arch cannot be 'lama'. Did you mean 'llama'?", kind: "params"),
    Row(settings: "arch=llama;L=1", text: "missing: d=… vocab=…", kind: "params"),
    Row(settings: "", text: "missing: N=… D=…"),
    Row(settings: "N=many;D=1", text: "N: expected a number, found 'many'"),
    Row(settings: "N=nan;D=1", text: "N: expected a number, found 'nan'"),
    Row(settings: "N=1e999;D=1", text: "N: expected a number, found '1e999'"),
    Row(settings: "N=0;D=1", text: "N must be > 0, found 0"),
    Row(settings: "N=-7e9;D=1", text: "N must be > 0, found -7e9"),
    Row(settings: "N=1e300;D=1e300", text: "train_flops: the sizes are too large to compute with"),
    Row(settings: "N=1;N=2", text: "N is given twice"),
    Row(settings: "N", text: "expected key=value, found 'N'"),
    Row(settings: "N=1;D=1", text: "no unit named 'FLPs'. Did you mean 'FLOPs'?", unit: "FLPs"),
    Row(
      settings: "N=1;D=1", text: "'GB' is not a unit of this estimate; known: FLOPs, petaflop/s-days.",
      unit: "GB"),
    Row(
      settings: "L=1.5;kv_heads=1;head_dim=1;tokens=1", text: "L must be 1, 2, 3 …, found 1.5",
      kind: "kv_cache"
    ),
    Row(settings: "L=1;kv_heads=1;tokens=1", text: "missing: head_dim=…", kind: "kv_cache"),
    Row(
      settings: "N=7e9;gpu_mem=lots;seq=1;what=max_batch", text: "gpu_mem: expected a number, found 'lots'",
      kind: "train_memory"),
  ]

  @Test(arguments: rows) func `says what is wrong`(_ row: Row) throws {
    let error = #expect(throws: EstimateError.self) {
      try estimate(kind: row.kind, settings: EstimateSettings(text: row.settings), unit: row.unit)
    }
    #expect(error?.text.en == row.text)
    #expect(error?.text.zh.isEmpty == false)
  }

  @Test func `reads numbers as people write them`() throws {
    #expect(try figure(.trainingFLOPs, " N = 7B ; D = 1.4T; ").likely == 6 * 7e9 * 1.4e12)
    #expect(try figure(.trainingFLOPs, "N=500M;D=20k").likely == 6 * 500e6 * 20e3)
  }
}
