import Foundation

/// Where the program finds its own files and keeps a person's.
enum Places {
  /// The folder that holds `catalog/`, `rubrics/` and `samples/`.
  ///
  /// `--catalog`, else `SUREFOOT_HOME`, else the first such folder above the executable, else `../share/surefoot`
  /// beside it.
  static func home(option: String?) throws -> URL {
    if let named = option ?? Shell.environment("SUREFOOT_HOME") {
      let folder = URL(fileURLWithPath: named)
      if isHome(folder) { return folder }
      throw Failure.usage(
        say("\(named) holds no catalog/ and rubrics/", "\(named) 中没有 catalog/ 和 rubrics/"))
    }
    var folder = executable.deletingLastPathComponent()
    let installed = folder.deletingLastPathComponent().appendingPathComponent("share/surefoot")
    while folder.path != "/" {
      if isHome(folder) { return folder }
      folder = folder.deletingLastPathComponent()
    }
    if isHome(installed) { return installed }
    throw Failure.failed(
      say(
        "no catalog found above \(executable.path) or in \(installed.path); set SUREFOOT_HOME",
        "在 \(executable.path) 的上级目录和 \(installed.path) 中都没有找到 catalog，请设置 SUREFOOT_HOME"))
  }

  /// `surefoot.sqlite` in the user's data folder.
  static var defaultStore: String {
    if let data = Shell.environment("XDG_DATA_HOME"), data.hasPrefix("/") {
      return "\(data)/surefoot/surefoot.sqlite"
    }
    let home = Shell.environment("HOME") ?? NSHomeDirectory()
    return "\(home)/.local/share/surefoot/surefoot.sqlite"
  }

  private static func isHome(_ folder: URL) -> Bool {
    ["catalog", "rubrics"].allSatisfy { access(folder.appendingPathComponent($0).path, R_OK | X_OK) == 0 }
  }

  private static let executable: URL = {
    let link = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    return URL(fileURLWithPath: link ?? CommandLine.arguments.first ?? "surefoot")
  }()
}
