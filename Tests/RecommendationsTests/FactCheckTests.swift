import Recommendations
import Testing

struct FactCheckTests {
  static let header = "id,kind,model,setting,published_value,unit,source,certainty,tol_pct,note\n"

  @Test func `appends the estimate and says what is inside`() throws {
    let check = try FactCheck(
      Self.header
        + "a,params,\"LoRA, rank 8\",\"method=lora;r=8;targets=q,v;L=32;d=4096\",4194304,"
        + "trainable params,log,B,0.1,\n"
        + "b,train_flops,x,N=1e9;D=1e9,9e18,FLOPs,made up,D,10,\n"
        + "c,train_memory,x,N=12.9e9,>80,GB,card,A,0,bound\n")
    #expect(check.findings.isEmpty)
    #expect(check.rows.map(\.isInside) == [true, false, true])
    #expect(check.insideCount == 2)
    #expect(check.byKind.map(\.kind) == ["params", "train_flops", "train_memory"])
    #expect(check.rows[1].reason?.en == "the estimate is too low for 9e18 FLOPs, 1.36 times")
    let lines = check.table(in: .english).split(separator: "\n")
    #expect(lines[0].hasSuffix(",note,estimate,low,high,basis,inside"))
    #expect(lines[1].contains("\"LoRA, rank 8\",\"method=lora;r=8;targets=q,v;L=32;d=4096\",4194304,"))
    #expect(lines[1].contains(",4194304,4194304,4194304,"))
    #expect(lines[1].hasSuffix(",yes"))
    #expect(lines[2].hasSuffix(",no"))
  }

  @Test func `faulty rows are told with their line and the rest goes on`() throws {
    let check = try FactCheck(
      "kind,setting,published_value\n\nkv_cahe,L=1,1\nparams,\"arch=\nlama\",1\n"
        + "train_flops,N=1;D=1\ntrain_flops,N=1;D=1,six\r\ntrain_flops,N=1;D=1,6\r\n")
    #expect(check.findings.map(\.line) == [3, 4, 6, 7])
    #expect(
      check.findings.map(\.text.en) == [
        "no estimate named 'kv_cahe'. Did you mean 'kv_cache'?",
        "arch cannot be '\nlama'. Did you mean 'llama'?",
        "expected 3 cells, found 2",
        "published_value: expected a number, a range or a bound, found 'six'",
      ])
    #expect(check.rows.map(\.isInside) == [false, false, false, false, true])
    #expect(check.rows[4].line == 8)
  }

  @Test func `faults of the whole table`() {
    #expect(throws: FactFinding.self) { try FactCheck("") }
    #expect(throws: FactFinding.self) { try FactCheck("kind,setting,published_value\n") }
    let column = #expect(throws: FactFinding.self) { try FactCheck("kind,settings,published_value\na,b,c\n") }
    #expect(column?.text.en == "no column named 'setting'; is 'settings' meant?")
    let quote = #expect(throws: FactFinding.self) { try FactCheck("kind,setting,published_value\n\"a,b,c\n") }
    #expect(quote?.line == 2)
  }

  @Test(arguments: [
    ("6e18", "0", true), ("6.5e18", "0", false), ("6.5e18", "10", true), ("5.5e18", "10", true),
    ("5e18", "10", false), (">5e18", "0", true), (">7e18", "0", false), ("<7e18", "", true),
    ("<5e18", "0", false), ("5e18-7e18", "0", true), ("1e18-5e18", "0", false), ("7e18–9e18", "0", false),
    ("~6e18", "0", true),
  ])
  func `a value is widened as a ratio and a bound holds`(
    _ published: String, _ tolerance: String, _ inside: Bool
  ) throws {
    let check = try FactCheck(
      "kind,setting,published_value,tol_pct\ntrain_flops,N=1e9;D=1e9,\(published),\(tolerance)\n")
    #expect(check.findings.isEmpty)
    #expect(check.rows.map(\.isInside) == [inside])
  }
}
