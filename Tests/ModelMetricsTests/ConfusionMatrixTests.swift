import ModelMetrics
import Testing

@Test func `the confusion matrix is scikit-learn's`() {
  let matrix = ConfusionMatrix(predicted: binary.predictedClasses, actual: labels, classes: 2)
  #expect(matrix.counts == [86, 46, 20, 48])
  #expect(matrix[actual: 1, predicted: 0] == 20)
  #expect(matrix.accuracy == 0.67)
  #expect(matrix.precision(of: 1) == 48.0 / 94 && matrix.recall(of: 1) == 48.0 / 68)
}

@Test func `a class that never occurs leaves the average alone`() {
  let matrix = ConfusionMatrix(predicted: [0, 1, 1], actual: [0, 1, 0], classes: 3)
  // F1 of class 0: 2 · 1 / 3, of class 1: 2 · 1 / 3.
  #expect(matrix.f1(of: 2) == nil && matrix.recall(of: 2) == nil && matrix.precision(of: 2) == nil)
  #expect(matrix.macroF1 == 2.0 / 3)
}
