import Foundation
import Testing

@Suite struct EstimateCommandTests {
  @Test func oneEstimateWithFormulaAndBasis() throws {
    let outcome = try Program().run(
      "estimate", "params", "method=lora", "r=8", "targets=q,v", "L=32", "d=4096")
    #expect(outcome.code == 0)
    #expect(outcome.log.isEmpty)
    let lines = outcome.output.split(separator: "\n").map(String.init)
    #expect(lines.count >= 5)
    #expect(lines[0] == "estimate  4,194,304 trainable params")
    #expect(lines[1] == "low       4,194,304 trainable params")
    #expect(lines[2] == "high      4,194,304 trainable params")
    #expect(lines[3] == "formula   rank 8 × (inputs + outputs) of q, v in every layer")
    #expect(lines[4].hasPrefix("basis     Hu et al., LoRA: Low-Rank Adaptation"))
  }

  @Test func memoryNamesItsUnits() throws {
    let program = try Program()
    let arguments = ["estimate", "kv_cache", "L=32", "kv_heads=8", "head_dim=128", "tokens=8192"]
    #expect(try program.run(arguments).output.hasPrefix("estimate  1.074 GB (1 GiB)\n"))
    let binary = try program.run(arguments + ["--unit", "GiB", "--language", "zh"])
    #expect(binary.output.hasPrefix("估算      1 GiB（1.074 GB）\n"))
    let members = try #require(
      try json(program.run(arguments + ["--json"]).output) as? [String: Any])
    #expect(Set(members.keys) == ["kind", "estimate", "low", "high", "unit", "formula", "basis"])
    #expect(members["estimate"] as? Double == 1.073741824)
    #expect(members["unit"] as? String == "GB")
  }

  @Test func aCommandOfTheReportGivesTheReportsFigure() throws {
    let program = try Program()
    try program.write(
      """
      scenario: nlp/other
      answers:
        task.output: free-text
        data.labelled-examples: 50
        compute.available: server-gpus
        privacy.may-leave-organisation: "no"
      """, to: "sheet.yaml")
    let report = try program.run("assess", "sheet.yaml", "--no-pilot", "--json")
    #expect(report.code == 0)
    let root = try #require(try json(report.output) as? [String: Any])
    let configuration = try #require(root["configuration"] as? [String: Any])
    let options = try #require(configuration["hardware"] as? [[String: Any]])
    guard let figures = options.first?["figures"] as? [[String: Any]] else {
      // Approaches without a model need no device.
      #expect(configuration["approach"] as? String == "no-ai")
      return
    }
    for figure in figures {
      let command = try #require(figure["command"] as? String)
      let words = command.split(separator: " ").dropFirst().map(String.init)
      let printed = try #require(try json(program.run(words + ["--json"]).output) as? [String: Any])
      // The report rounds to six decimals.
      for (mine, theirs) in [("estimate", "likely"), ("low", "low"), ("high", "high")] {
        let exact = try #require(printed[mine] as? Double)
        #expect(abs(exact - (try #require(figure[theirs] as? Double))) < 1e-6, "\(command)")
      }
      #expect(printed["unit"] as? String == figure["unit"] as? String)
    }
  }

  @Test func modelsAndDevicesAreListedAndShown() throws {
    let program = try Program()
    let models = try program.run("catalog", "list", "--kind", "models")
    let bert = try #require(models.output.split(separator: "\n").first { $0.hasPrefix("bert-base ") })
    #expect(bert.hasSuffix("  BERT-base (uncased), text, 109 million parameters, Apache-2.0"))
    let devices = try #require(
      try json(program.run("catalog", "list", "--kind", "hardware", "--json").output) as? [[String: Any]])
    #expect(devices.contains { $0["id"] as? String == "nvidia-l4" && $0["memory-bytes"] as? Double == 24e9 })
    let shown = try program.run("catalog", "show", "models/bert-base", "--language", "zh")
    #expect(shown.output.contains("109,482,240 个参数"))
    #expect(try program.run("catalog", "list", "--kind", "models", "--domain", "nlp").code == 2)
    let near = try program.run("catalog", "show", "models/bert-bas")
    #expect(near.code == 2 && near.log.contains("bert-base"))
  }

  private static let facts = """
    id,kind,setting,published_value,unit,tol_pct
    a,params,"method=lora;r=8;targets=q,v;L=32;d=4096",4194304,trainable params,0.1
    b,train_flops,N=1e9;D=1e9,9e18,FLOPs,10

    """

  @Test func factsAreCheckedAndSummed() throws {
    let program = try Program()
    try program.write(Self.facts, to: "facts.csv")
    let outcome = try program.run("estimate", "--facts", "facts.csv", "--out", "checked.csv")
    #expect(outcome.code == 0)
    #expect(
      outcome.output == """
        1 of 2 rows inside (50%)
          params       1 of 1
          train_flops  0 of 1
        outside: line 3, b: the estimate is too low for 9e18 FLOPs, 1.36 times

        """)
    let rows = try program.contents("checked.csv").split(separator: "\n")
    #expect(rows[0] == "id,kind,setting,published_value,unit,tol_pct,estimate,low,high,basis,inside")
    #expect(rows[1].contains(",4194304,4194304,4194304,") && rows[1].hasSuffix(",yes"))
    #expect(rows[2].hasSuffix(",no"))
    let piped = try program.run("estimate", "--facts", "facts.csv")
    #expect(piped.output == (try program.contents("checked.csv")))
    #expect(piped.log == outcome.output)
  }

  @Test func aFaultyRowIsToldAndTheOthersAreWritten() throws {
    let program = try Program()
    try program.write(Self.facts + "c,kv_cahe,L=1,1,GB,0\n", to: "facts.csv")
    let outcome = try program.run("estimate", "--facts", "facts.csv", "--json")
    #expect(outcome.code == 1)
    #expect(outcome.log == "facts.csv:4: no estimate named 'kv_cahe'. Did you mean 'kv_cache'?\n")
    let members = try #require(try json(outcome.output) as? [String: Any])
    #expect(members["rows"] as? Int == 3)
    #expect(members["inside"] as? Int == 1)
  }
}
