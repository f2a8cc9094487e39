import Foundation

/// A person at the other end: lines in, text out.
struct Terminal {
  private var lines = InputLines(descriptor: STDIN_FILENO)

  /// A line typed after a prompt; nil when the input has ended or a signal asks to stop.
  mutating func ask(_ prompt: String) -> String? {
    Shell.printRaw(prompt)
    while true {
      do throws(InputLines.TooLong) {
        guard let bytes = try lines.next() else { return nil }
        // What was piped in does not show; the answers are repeated so that the record reads well.
        let line = String(decoding: bytes, as: UTF8.self)
        if !Shell.inputIsTerminal { Shell.print(line) }
        return line
      } catch {
        Shell.print(say("That line is too long.", "这一行太长。"))
        Shell.printRaw(prompt)
      }
    }
  }

  static func bold(_ text: String) -> String { Shell.usesColor ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
  static func faint(_ text: String) -> String { Shell.usesColor ? "\u{1B}[2m\(text)\u{1B}[0m" : text }
}
