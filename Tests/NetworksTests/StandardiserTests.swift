import Networks
import Testing

@Test func `columns get mean 0 and deviation 1, and a constant one becomes 0`() {
  // Column 0: 1, 3, 5: mean 3, deviation sqrt(8/3). Column 1: always 7.
  let training: [Float] = [1, 7, 3, 7, 5, 7]
  let standardiser = Standardiser(fitting: training, rows: 3, columns: 2)
  #expect(standardiser.means == [3, 7])
  #expect(abs(standardiser.deviations[0] - 1.6329932) < 1e-6 && standardiser.deviations[1] == 0)
  var test: [Float] = [3, 7, 4.6329932, 9]
  standardiser.apply(to: &test)
  #expect(test[0] == 0 && abs(test[2] - 1) < 1e-6)
  #expect(test[1] == 0 && test[3] == 0)
}

@Test func `test rows do not change the statistics`() {
  var test = ExampleSet(rows: 1, columns: 1, features: [100], targets: [0])
  let training = ExampleSet(rows: 2, columns: 1, features: [-2, 2], targets: [0, 1])
  Standardiser(fitting: training).apply(to: &test)
  #expect(test.features == [50])
}

@Test func `a constant that floats cannot hold exactly is still constant`() {
  let standardiser = Standardiser(fitting: [Float](repeating: 0.1, count: 1001), rows: 1001, columns: 1)
  #expect(standardiser.deviations == [0])
}
