import Foundation
import Knowledge

/// The process's edge: its two output streams, its environment and its end.
enum Shell {
  /// What the caller learns from the exit code; the numbers are promises.
  enum ExitCode: Int32 {
    case done = 0
    /// The input has findings.
    case findings = 1
    case usage = 2
    /// The run could not finish.
    case failed = 3
    /// Interrupted; the same command resumes.
    case interrupted = 130
  }

  static func print(_ text: String) { write(Array(text.utf8) + [UInt8(ascii: "\n")], to: STDOUT_FILENO) }

  /// Without a line feed at the end.
  static func printRaw(_ text: String) { write(Array(text.utf8), to: STDOUT_FILENO) }

  static func print(bytes: [UInt8]) { write(bytes, to: STDOUT_FILENO) }

  /// A line on standard error: progress, remarks, problems.
  static func log(_ text: String) { write(Array(text.utf8) + [UInt8(ascii: "\n")], to: STDERR_FILENO) }

  static func logRaw(_ text: String) { write(Array(text.utf8), to: STDERR_FILENO) }

  static func exit(_ code: ExitCode) -> Never { Foundation.exit(code.rawValue) }

  static func exit(with failure: Failure) -> Never {
    for line in failure.lines { log(line) }
    exit(failure.code)
  }

  static func environment(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }

  static let outputIsTerminal = isatty(STDOUT_FILENO) == 1
  static let logIsTerminal = isatty(STDERR_FILENO) == 1
  static let inputIsTerminal = isatty(STDIN_FILENO) == 1

  /// Colours only on a terminal that has them and whose owner has not declined (https://no-color.org).
  static let usesColor =
    outputIsTerminal && environment("NO_COLOR") == nil && environment("TERM") != "dumb"

  /// Columns of the terminal, or 100 where there is none.
  static let width: Int = {
    var size = winsize()
    if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20 { return Int(size.ws_col) }
    return environment("COLUMNS").flatMap { Int($0) }.flatMap { $0 > 20 ? $0 : nil } ?? 100
  }()

  /// Writes everything, or ends the process: quietly when the reader has gone, else with the reason.
  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    var start = 0
    while start < bytes.count {
      let written = bytes.withUnsafeBytes { buffer in
        Foundation.write(descriptor, buffer.baseAddress.map { $0 + start }, bytes.count - start)
      }
      if written >= 0 {
        start += written
      } else if errno != EINTR && errno != EAGAIN {
        let reason = String(cString: strerror(errno))
        if descriptor == STDOUT_FILENO, errno != EPIPE {
          log(say("standard output cannot be written: \(reason)", "无法写入标准输出：\(reason)"))
        }
        exit(.failed)
      }
    }
  }
}
