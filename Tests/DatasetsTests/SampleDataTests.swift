import Datasets
import Testing

@Suite struct SampleDataTests {
  private func sample(_ id: String, seed: UInt64 = 42) throws -> Dataset {
    try SampleData.load(id, root: repositoryRoot, seed: seed)
  }

  private func counts(_ data: Dataset) -> [String: Int] { profile(data).classCounts }

  @Test(arguments: SampleData.all.map(\.id))
  func `every sample loads, says what it is and is the same under the same seed`(_ id: String) throws {
    let one = try sample(id)
    let again = try sample(id)
    let other = try sample(id, seed: 43)
    #expect(one.fingerprint == again.fingerprint)
    let entry = try #require(SampleData.all.first { $0.id == id })
    #expect(one.origin == .sample(kind: entry.kind, sourceID: entry.sourceID, note: entry.process))
    #expect(one.origin.isSynthetic == (entry.kind == .synthetic))
    #expect((other.fingerprint != one.fingerprint) == (entry.kind == .synthetic))
    #expect(entry.process.zh.contains("。") && entry.process.en.hasSuffix("."))
    let rows = Array(0..<one.rows)
    let values = FeatureEncoder.fit(one, rows: rows).encode(one, rows: rows)
    #expect(!values.contains { !$0.isFinite })
  }

  @Test func `breast cancer has the published numbers`() throws {
    let data = try sample("breast-cancer-wisconsin")
    #expect(data.rows == 569)
    #expect(data.task == .binary(positive: "malignant"))
    #expect(counts(data) == ["malignant": 212, "benign": 357])
    #expect(profile(data).columns == 30)
    #expect(profile(data).missingShare == 0)
  }

  @Test func `optical digits have the published numbers`() throws {
    let data = try sample("optical-digits")
    #expect(data.rows == 1_797)
    #expect(data.modality == .image)
    // Digits 0 to 9 in the test part of the original data set.
    let published = [178, 182, 177, 183, 181, 182, 181, 179, 174, 180]
    #expect((0..<10).map { counts(data)[String($0)] } == published)
  }

  @Test func `tic-tac-toe has 958 end positions, 626 won by x`() throws {
    let data = try sample("tic-tac-toe-endgames")
    #expect(data.rows == 958)
    #expect(counts(data) == ["positive": 626, "negative": 332])
    #expect(data.task == .binary(positive: "positive"))
    #expect(profile(data).duplicateShare == 0)
  }

  @Test func `card payments hold about one and a half per cent fraud`() throws {
    let data = try sample("card-transactions")
    #expect(data.rows == 12_000)
    let fraud = try #require(profile(data).rarestClassShare)
    // 1.5 % of 12,000 is 180, with a standard error of 13.
    #expect(abs(fraud * 12_000 - 180) < 4 * 13.3)
    #expect(data.task == .binary(positive: "yes"))
    #expect(profile(data).missingShare > 0)
    #expect(profile(data).suspectLeaks.isEmpty)
  }

  @Test func `reviews are text, in both languages`() throws {
    for (id, rows) in [
      ("sentiment-reviews-en", 1_500), ("sentiment-reviews-zh", 1_500), ("sentiment-reviews", 2_000),
    ] {
      let data = try sample(id)
      #expect(data.rows == rows)
      #expect(data.modality == .text)
      #expect(data.task == .binary(positive: "positive"))
      #expect(try #require(profile(data).rarestClassShare) > 0.4)
    }
    let names = FeatureEncoder.fit(try sample("sentiment-reviews"), rows: Array(0..<2_000)).names
    #expect(names.contains("would buy") && names.contains("退货"))
  }

  @Test func `six keywords are said sixty times each`() throws {
    let data = try sample("spoken-keywords")
    #expect(data.modality == .audio)
    #expect(Set(counts(data).values) == [60])
    #expect(data.classes == ["down", "go", "no", "stop", "up", "yes"])
  }

  @Test func `no sample is trivial, and none is mere noise`() throws {
    // Nearest centroid on every second row: far above chance, below perfect, for each sample.
    for id in SampleData.all.map(\.id) {
      let data = try sample(id)
      if data.task == .regression { continue }
      let share = centroidAccuracy(data)
      let naive = Double(counts(data).values.max() ?? 0) / Double(data.rows)
      if data.task == .multiclass { #expect(share > 2 * naive, "\(id)") }
      #expect(share < 0.99, "\(id)")
    }
  }

  /// The share of odd rows whose nearest class mean of the even rows is their own.
  private func centroidAccuracy(_ data: Dataset) -> Double {
    let train = stride(from: 0, to: data.rows, by: 2).map { $0 }
    let test = stride(from: 1, to: data.rows, by: 2).map { $0 }
    let encoder = FeatureEncoder.fit(data, rows: train)
    let width = encoder.columns
    let values = encoder.encode(data, rows: train)
    var means = [[Float]](repeating: [Float](repeating: 0, count: width), count: data.classes.count)
    var sizes = [Float](repeating: 0, count: data.classes.count)
    for (index, row) in train.enumerated() {
      let own = Int(data.targets[row])
      sizes[own] += 1
      for column in 0..<width { means[own][column] += values[index * width + column] }
    }
    for own in means.indices { for column in 0..<width { means[own][column] /= max(1, sizes[own]) } }
    let probes = encoder.encode(data, rows: test)
    let right = test.enumerated().filter { index, row in
      let distances = means.map { mean in
        (0..<width).reduce(Float(0)) {
          let gap = probes[index * width + $1] - mean[$1]
          return $0 + gap * gap
        }
      }
      return distances.indices.min { distances[$0] < distances[$1] } == Int(data.targets[row])
    }
    return Double(right.count) / Double(test.count)
  }
}
