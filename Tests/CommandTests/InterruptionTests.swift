import Foundation
import Testing

/// Ctrl-C and kill -9: nothing that was said or trained is lost.
@Suite struct InterruptionTests {
  @Test(arguments: [SIGKILL, SIGINT]) func anInterviewCutOffGoesOn(_ signal: Int32) throws {
    let program = try Program()
    let input = Pipe()
    let process = try program.start(
      ["interview", "games/other", "--answers", "a.yaml", "--order", "sections"], input: input)
    try input.fileHandleForWriting.write(contentsOf: Data("text\nlabel\n".utf8))
    try wait { (try? program.contents("a.yaml"))?.contains("task.output: {value: label") == true }
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    let said = try program.contents("live.err")
    if signal == SIGINT {
      #expect(process.terminationReason == .exit)
      #expect(process.terminationStatus == 130)
      #expect(
        said
          == "interrupted; everything is saved. Resume with: surefoot interview games/other --answers a.yaml --order sections\n"
      )
    } else {
      #expect(process.terminationReason == .uncaughtSignal)
    }
    let resumed = try program.run(
      "interview", "games/other", "--answers", "a.yaml", "--order", "sections", input: "q\n")
    #expect(resumed.output.contains("Going on: 2 of "))
    #expect(resumed.output.contains("\n3/"))
    // The store alone would have been enough.
    try FileManager.default.removeItem(at: program.folder.appendingPathComponent("a.yaml"))
    let fromStore = try program.run(
      "interview", "games/other", "--answers", "a.yaml", "--order", "sections", input: "q\n")
    #expect(fromStore.output.contains("Going on: 2 of "))
  }

  @Test(arguments: [SIGKILL, SIGINT]) func aPilotCutOffGoesOnAndEndsTheSame(_ signal: Int32) throws {
    let arguments = ["pilot", "nlp/sentiment-analysis", "--json", "--no-times", "--budget", "300"]
    let whole = try Program().run(arguments)
    #expect(whole.code == 0)

    let program = try Program()
    let process = try program.start(arguments)
    try wait { (try? program.contents("live.err"))?.contains("linear model, fold 3 of 5") == true }
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    if signal == SIGINT {
      #expect(process.terminationStatus == 130)
      #expect(
        try program.contents("live.err").hasSuffix(
          "interrupted; what was trained is kept. Resume with: surefoot \(arguments.joined(separator: " "))\n"
        ))
    }
    let resumed = try program.run(arguments)
    #expect(resumed.code == 0)
    #expect(resumed.log.contains("resumed: "))
    #expect(resumed.output == whole.output)
    // A finished run is not resumed: the next one trains afresh.
    #expect(!(try program.run(arguments).log.contains("resumed: ")))
  }

  /// Waits up to a minute for something another process does.
  private func wait(_ condition: () -> Bool) throws {
    for _ in 0..<6000 {
      if condition() { return }
      usleep(10_000)
    }
    Issue.record("waited in vain")
  }
}
