import ArgumentParser

/// Where the process begins and ends: arguments in, an exit code out.
@main
enum Entry {
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    do {
      if let failure = unknownCommand(arguments) { throw failure }
      var command = try Surefoot.parseAsRoot(arguments)
      try command.run()
    } catch let failure as Failure {
      Shell.exit(with: failure)
    } catch {
      leave(error)
    }
  }

  /// What the argument parser throws, with our exit codes: a usage error is 2, not its 64.
  private static func leave(_ error: any Error) -> Never {
    if let failure = Failure(known: error) { Shell.exit(with: failure) }
    let code = Surefoot.exitCode(for: error)
    let message = Surefoot.fullMessage(for: error)
    if code.isSuccess {
      Shell.print(message)
      Shell.exit(.done)
    }
    Shell.log(message)
    Shell.exit(code == .validationFailure ? .usage : .failed)
  }

  /// A first word that is no command, with the nearest one; the parser alone would call it an unexpected argument.
  private static func unknownCommand(_ arguments: [String]) -> Failure? {
    guard let word = arguments.first, !word.hasPrefix("-") else { return nil }
    return unknownWord(word, among: Surefoot.commandNames + ["help"], path: "surefoot")
      ?? (word == "catalog" ? arguments.dropFirst().first : nil).flatMap { second in
        second.hasPrefix("-")
          ? nil : unknownWord(second, among: Catalog.commandNames, path: "surefoot catalog")
      }
  }

  private static func unknownWord(_ word: String, among known: [String], path: String) -> Failure? {
    known.contains(word)
      ? nil
      : .usage(
        say("\(path) has no command '\(word)'", "\(path) 没有“\(word)”这个命令")
          + nearest(word, among: known.filter { $0 != "help" }))
  }
}
