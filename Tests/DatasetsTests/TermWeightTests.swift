import Datasets
import Testing

@Suite struct TermWeightTests {
  private func texts(_ texts: [String]) throws -> Dataset {
    let padded = texts + (texts.count..<max(12, texts.count)).map { "row \($0) of padding" }
    return try table(column(padded.map { "\"\($0)\"" }), textColumn: "x")
  }

  @Test func `three texts by hand`() throws {
    let data = try texts(["Good film!", "good, good film", "bad film plot", "plot good"])
    #expect(data.modality == .text)
    let rows = [0, 1, 2, 3]
    let encoder = FeatureEncoder.fit(data, rows: rows)
    // In at least two of four texts: good (3), film (3), plot (2) and "good film" (2).
    #expect(Set(encoder.names) == ["good", "film", "plot", "good film"])
    let values = encoder.encode(data, rows: rows)
    func weight(_ row: Int, _ name: String) throws -> Float {
      values[row * 4 + (try #require(encoder.names.firstIndex(of: name)))]
    }
    // idf(3 of 4) = ln(5/4) + 1 = 1.2231436, idf(2 of 4) = ln(5/3) + 1 = 1.5108256.
    #expect(abs(try weight(0, "good") - 0.5325695) < 1e-6)
    #expect(abs(try weight(0, "film") - 0.5325695) < 1e-6)
    #expect(abs(try weight(0, "good film") - 0.6578293) < 1e-6)
    #expect(try weight(0, "plot") == 0)
    // "good" twice counts 1 + ln 2 times.
    #expect(abs(try weight(1, "good") - 0.7291235) < 1e-6)
    #expect(abs(try weight(1, "film") - 0.4306321) < 1e-6)
    #expect(abs(try weight(1, "good film") - 0.5319163) < 1e-6)
  }

  @Test func `every row has length one, or zero when no term is known`() throws {
    let data = try texts(["one two three", "two three four", "three four five", "xyz"])
    let encoder = FeatureEncoder.fit(data, rows: [0, 1, 2])
    let values = encoder.encode(data, rows: [0, 1, 2, 3])
    let lengths = (0..<4).map { row in
      (0..<encoder.columns).reduce(Float(0)) {
        $0 + values[row * encoder.columns + $1] * values[row * encoder.columns + $1]
      }
    }
    for length in lengths.prefix(3) { #expect(abs(length - 1) < 1e-5) }
    #expect(lengths[3] == 0)
  }

  @Test func `Chinese is cut into characters and pairs, words beside it stay whole`() throws {
    let data = try texts(["味道很好 OK", "味道，很好 ok", "一般"])
    let names = FeatureEncoder.fit(data, rows: [0, 1, 2]).names
    // 道很 is broken by a comma in the second text.
    #expect(Set(names) == ["味", "道", "很", "好", "味道", "很好", "ok"])
  }

  @Test func `letters of other scripts are lowered, apostrophes stay inside words`() throws {
    let data = try texts(["ÉTÉ don't 'quoted'", "été DON'T 'quoted'", "Привет", "привет"])
    let names = FeatureEncoder.fit(data, rows: [0, 1, 2, 3]).names
    #expect(names.contains("été") && names.contains("don't") && names.contains("quoted"))
    #expect(names.contains("привет"))
  }

  @Test func `at most two thousand terms are kept, the commonest`() throws {
    let many = (0..<60).map { row in
      "always " + (0..<100).map { "w\((row * 50 + $0) % 3000)" }.joined(separator: " ")
    }
    let data = try texts(many + ["other words"])
    let encoder = FeatureEncoder.fit(data, rows: Array(0..<61))
    #expect(encoder.columns == 2_000)
    #expect(encoder.names.first == "always")
  }

  @Test func `more terms are kept when asked for, the commonest first`() throws {
    let many = (0..<60).map { row in
      "always " + (0..<100).map { "w\((row * 50 + $0) % 3000)" }.joined(separator: " ")
    }
    let data = try texts(many + ["other words"])
    let rows = Array(0..<61)
    let usual = FeatureEncoder.fit(data, rows: rows)
    let wide = FeatureEncoder.fit(data, rows: rows, terms: 20_000)
    #expect(wide.columns > 3_000)
    #expect(Array(wide.names.prefix(2_000)) == usual.names)
    #expect(FeatureEncoder.fit(data, rows: rows, terms: 3).names == Array(usual.names.prefix(3)))
    #expect(FeatureEncoder.fit(data, rows: rows, terms: 0).columns == 0)
  }
}
