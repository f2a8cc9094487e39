import Foundation

/// Why a benchmark could not run.
struct BenchmarkError: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

/// What the command line asks for.
struct Arguments {
  let workload: String
  let folder: String
  var threads = 1
  /// Rows to train on instead of the workload's own number.
  var rows: Int?

  init(_ words: [String]) throws {
    guard words.count >= 3 else {
      throw BenchmarkError("usage: surefoot-benchmark WORKLOAD FOLDER [--threads N] [--rows N]")
    }
    workload = words[1]
    folder = words[2]
    var index = 3
    while index + 1 < words.count {
      guard let value = Int(words[index + 1]), value >= 1 else {
        throw BenchmarkError("\(words[index]) needs a number of 1 or more, not \(words[index + 1])")
      }
      switch words[index] {
      case "--threads": threads = value
      case "--rows": rows = value
      default: throw BenchmarkError("no option \(words[index]); there are --threads and --rows")
      }
      index += 2
    }
  }

  /// The first `count` (or all) of a file of little-endian floats.
  func floats(_ name: String, first count: Int? = nil) throws -> [Float] { try numbers(name, count) }

  /// The first `count` (or all) of a file of little-endian 32-bit whole numbers.
  func integers(_ name: String, first count: Int? = nil) throws -> [Int32] { try numbers(name, count) }

  /// Reads straight into the array, so that a large file is in memory only once.
  private func numbers<Number>(_ name: String, _ wanted: Int?) throws -> [Number] {
    let path = folder + "/" + name
    guard let file = fopen(path, "rb") else {
      throw BenchmarkError("\(path) cannot be read; make_data.py writes it")
    }
    defer { fclose(file) }
    fseek(file, 0, SEEK_END)
    let held = ftell(file) / MemoryLayout<Number>.stride
    let count = min(wanted ?? held, held)
    rewind(file)
    return [Number](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = fread(buffer.baseAddress, MemoryLayout<Number>.stride, count, file)
    }
  }
}
