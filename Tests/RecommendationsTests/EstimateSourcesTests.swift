import Knowledge
import Recommendations
import TestSupport
import Testing

struct EstimateSourcesTests {
  @Test func `every source the formulas cite is in the catalog`() throws {
    let known = Set(try realKnowledge().sources.map(\.id))
    for source in EstimateSources.all { #expect(known.contains(source), "\(source)") }
  }
}
