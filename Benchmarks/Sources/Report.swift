import Foundation

/// One run's figures, with the names the peers use.
struct Report {
  var workload: String
  var threads: Int
  var rows = 0
  /// Wall-clock and processor seconds of the workload's training.
  var seconds = 0.0
  var processorSeconds = 0.0
  var loss: Double?
  var accuracy: Double?
  /// What the plan says that training takes, and what the process took while it ran.
  var arenaBytes: Int?
  var usedBytes: Int?
  var gigaflops: Double?
  var dataBytes: Int?
  /// Processor microseconds a row for several numbers of rows.
  var microsecondsByRows: [(rows: Int, microseconds: Double)] = []

  var json: String {
    var fields = ["\"workload\": \"\(workload)\"", "\"peer\": \"Surefoot\"", "\"threads\": \(threads)"]
    if rows > 0 {
      fields += [
        "\"rows\": \(rows)", "\"train_s\": \(seconds)", "\"train_sps\": \(Double(rows) / seconds)",
        "\"warm_s\": \(seconds)", "\"warm_cpu_s\": \(processorSeconds)",
      ]
    }
    if let loss { fields.append("\"loss\": \(loss)") }
    if let accuracy { fields.append("\"test_acc\": \(accuracy)") }
    if let arenaBytes { fields.append("\"arena_bytes\": \(arenaBytes)") }
    if let usedBytes { fields.append("\"used_bytes\": \(usedBytes)") }
    if let gigaflops { fields.append("\"gigaflops\": \(gigaflops)") }
    if let dataBytes { fields.append("\"data_bytes\": \(dataBytes)") }
    if !microsecondsByRows.isEmpty {
      let pairs = microsecondsByRows.map { "\"\($0.rows)\": \($0.microseconds)" }
      fields.append("\"us_per_row\": {" + pairs.joined(separator: ", ") + "}")
    }
    fields.append("\"peak_rss_kib\": \(peakResidentKibibytes())")
    return "{" + fields.joined(separator: ", ") + "}"
  }

  /// Runs and times `body`.
  mutating func timing<Result>(_ body: () throws -> Result) rethrows -> Result {
    let resident = residentKibibytes()
    let (wall, start, processor) = (ContinuousClock(), ContinuousClock().now, processorTime())
    let result = try body()
    seconds = (wall.now - start) / .seconds(1)
    processorSeconds = processorTime() - processor
    if let resident { usedBytes = max(0, peakResidentKibibytes() - resident) * 1024 }
    return result
  }
}

/// Processor time that this process has used so far, all threads together.
func processorTime() -> Double { Double(clock()) / Double(CLOCKS_PER_SEC) }

/// The most memory this process has had resident.
func peakResidentKibibytes() -> Int {
  var usage = rusage()
  #if os(Linux)
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss
  #else
    getrusage(RUSAGE_SELF, &usage)
    return usage.ru_maxrss / 1024
  #endif
}

/// The memory this process has resident now; nil where the system has no such file.
private func residentKibibytes() -> Int? {
  guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return nil }
  let pages = text.split(separator: " ").dropFirst().first.flatMap { Int($0) }
  return pages.map { $0 * sysconf(Int32(_SC_PAGESIZE)) / 1024 }
}
