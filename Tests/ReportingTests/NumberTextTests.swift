import Knowledge
import Reporting
import Scoring
import Testing

private let english = NumberText(.english)
private let chinese = NumberText(.chinese)

@Suite struct NumberTextTests {
  @Test(arguments: [(0, "0"), (999, "999"), (1_000, "1,000"), (-1_234_567, "−1,234,567")])
  func `counts have thousands separators`(_ value: Int, _ text: String) {
    #expect(english.count(value) == text)
    #expect(chinese.count(value) == text)
  }

  @Test func `scores show their range only when there is one`() {
    #expect(english.score(ScoreRange(value: 71.2, low: 64.4, high: 77.9)) == "71 (64–78)")
    #expect(english.score(ScoreRange(71.2)) == "71")
    #expect(english.score(ScoreRange(value: 71.2, low: 70.9, high: 71.4)) == "71")
  }

  @Test func `measured values share their decimals`() {
    #expect(english.measured(0.9954, low: 0.98, high: 0.9998) == "0.995 (0.980–1.000)")
    #expect(english.measured(0.5, low: 0.5, high: 0.5) == "0.500")
    #expect(english.measured(0.01, low: -0.02, high: 0.04) == "0.010 (−0.020 to 0.040)")
    #expect(chinese.measured(0.01, low: -0.02, high: 0.04) == "0.010 (−0.020 至 0.040)")
    #expect(english.measured(51_234.4, low: 49_000, high: 53_000) == "51,234 (49,000–53,000)")
  }

  @Test(arguments: [
    (0.0, "0 B"), (1023, "1,023 B"), (1024, "1 KiB"), (1_048_524, "1,024 KiB"), (1_048_576, "1 MiB"),
    (48_234_496, "46 MiB"),
    (4.4e9, "4.1 GiB"), (1.5e12, "1.4 TiB"),
  ])
  func `bytes are binary and say so`(_ value: Double, _ text: String) {
    #expect(english.bytes(value) == text)
  }

  @Test(arguments: [
    (0.0, "0 s", "0 秒"), (0.000_002_1, "2.1 µs", "2.1 微秒"), (0.0312, "31 ms", "31 毫秒"),
    (8.42, "8.4 s", "8.4 秒"),
    (59.97, "1 min", "1 分"), (200, "3 min 20 s", "3 分 20 秒"), (3_599.7, "1 h", "1 小时"),
    (7_500, "2 h 5 min", "2 小时 5 分"), (86_400, "1 day", "1 天"), (276_480, "3.2 days", "3.2 天"),
  ])
  func `durations use the unit a person would`(_ seconds: Double, _ en: String, _ zh: String) {
    #expect(english.duration(seconds) == en)
    #expect(chinese.duration(seconds) == zh)
  }

  @Test func `large numbers are worded, small ones keep their digits`() {
    #expect(english.large(110_000_000) == "110 million")
    #expect(chinese.large(110_000_000) == "1.1 亿")
    #expect(chinese.large(45_000) == "45,000")
    #expect(chinese.large(1_100_000) == "110 万")
    #expect(english.work(3.2e15) == "3.2 × 10¹⁵ FLOP")
    #expect(english.plain(0.000_02) == "2 × 10⁻⁵")
    #expect(english.plain(9.999_9e-5) == "1 × 10⁻⁴")
    #expect(english.percent(0.125) == "12.5%")
    #expect(english.percent(0.07) == "7%")
    #expect(english.money(1_200, currency: "EUR") == "1,200 EUR")
    #expect(english.money(0.5, currency: "EUR") == "0.50 EUR")
    #expect(english.points(3.25) == "+3.3")
    #expect(english.points(-0.4) == "−0.4")
    #expect(english.points(-0.04) == "0.0")
  }

  @Test func `what is not a number is a dash`() {
    for text in [english.count(.nan), english.plain(.infinity), english.bytes(.nan), english.duration(.nan)] {
      #expect(text == "–")
    }
  }
}
