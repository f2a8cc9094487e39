import Datasets
import Foundation
import Knowledge
import ModelMetrics
import Networks
import Pilots
import Recommendations
import Testing

/// Pictures whose best answer is known beforehand, made for one test.
struct PictureProblemTests {
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
    "pictures-\(UUID().uuidString)")

  private func write(_ path: String, side: Int, _ pixel: (_ row: Int, _ column: Int) -> Int) throws {
    let file = folder.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    let pixels = Data((0..<side * side).map { UInt8(pixel($0 / side, $0 % side)) })
    try #require(pngFile(width: side, height: side, channels: 1, pixels: pixels)).write(to: file)
  }

  /// The test part's score of each candidate, networks left out.
  private func scores(_ kind: ProblemKind) throws -> [PilotCandidate: Double] {
    defer { try? FileManager.default.removeItem(at: folder) }
    let problem = try #require(try kind.problem(.files(DatasetRequest(location: folder)), seed: 5))
    return try scores(problem)
  }

  private func scores(_ problem: some PilotProblem) throws -> [PilotCandidate: Double] {
    var scores: [PilotCandidate: Double] = [:]
    for candidate in [PilotCandidate.baseline, .classical] {
      let request = FitRequest(
        seed: 1, seconds: 60, shouldStop: { false }, onEpoch: { _ in .proceed },
        execution: Execution(threads: 1))
      let model = try problem.fit(candidate, request).model
      let value: Double = try #require(try problem.evaluate(model, on: .test).value)
      scores[candidate] = value
    }
    return scores
  }

  @Test func `constant boxes are perfect where things always stand in one place`() throws {
    var table = "file,x,y,width,height,label\n"
    for picture in 0..<40 {
      try write("p\(picture).png", side: 48) { row, column in
        (10..<24).contains(row) && (20..<40).contains(column) ? 200 : 30 + (row * column * picture) % 20
      }
      table += "p\(picture).png,20,10,20,14,thing\n"
    }
    try table.write(to: folder.appendingPathComponent("boxes.csv"), atomically: true, encoding: .utf8)
    #expect(try scores(.objectDetection)[.baseline] == 1)
  }

  @Test func `windows find what stands anywhere`() throws {
    var table = "file,x,y,width,height,label\n"
    for picture in 0..<60 {
      let (x, y) = (picture * 7 % 32, picture * 11 % 32)
      try write("p\(picture).png", side: 48) { row, column in
        (y..<y + 14).contains(row) && (x..<x + 14).contains(column)
          ? 200 : 30 + (row * 31 + column * 17 + picture) % 9
      }
      table += "p\(picture).png,\(x),\(y),14,14,thing\n"
    }
    try table.write(to: folder.appendingPathComponent("boxes.csv"), atomically: true, encoding: .utf8)
    let scores = try scores(.objectDetection)
    #expect((scores[.classical] ?? 0) > 0.9)
    #expect((scores[.baseline] ?? 1) < 0.5)
  }

  @Test func `nothing moves in a still film, and motion that goes on is gone on with`() throws {
    for clip in 0..<30 {
      for frame in 0..<6 {
        try write("still\(clip)/\(frame).png", side: 24) { row, column in (row * column * (clip + 3)) % 250 }
      }
    }
    let still = try scores(.nextFrame)
    #expect(still[.baseline] == 0 && still[.classical] == 0)
    for clip in 0..<30 {
      for frame in 0..<6 {
        try write("moving\(clip)/\(frame).png", side: 24) { row, column in
          let (x, y) = (column - 2 * frame, row - frame)
          return (4..<11).contains(x) && (6 + clip % 5..<13 + clip % 5).contains(y)
            ? 60 + 13 * (x + y) % 150 : 20
        }
      }
    }
    let moving = try scores(.nextFrame)
    #expect((moving[.classical] ?? 1) < 0.5 * (moving[.baseline] ?? 0))
  }

  @Test func `pixels that know nothing of each other are best drawn on their own`() throws {
    var state: UInt64 = 9
    for picture in 0..<300 {
      try write("p\(picture).png", side: 8) { row, _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        // Each pixel black or white on its own, white more often further down.
        return Int(state >> 60) < 2 * row ? 255 : 0
      }
    }
    let independent = try scores(.imageGeneration)
    #expect((independent[.baseline] ?? 1) < (independent[.classical] ?? 0))
    // A grey that differs from picture to picture, with a trace of noise: one pixel tells the others.
    for picture in 0..<300 {
      try write("p\(picture).png", side: 8) { row, column in
        20 + picture * 53 % 200 + (row * 31 + column * 17 + picture * 7) % 5
      }
    }
    let greys = try scores(.imageGeneration)
    #expect((greys[.classical] ?? 1) < (greys[.baseline] ?? 0))
  }
}
