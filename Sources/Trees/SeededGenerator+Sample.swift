import Kernels

extension SeededGenerator {
  /// `count` of the numbers 0 ..< `all`, ascending, every choice equally likely.
  ///
  /// Selection sampling (Fan, Muller and Rezucha, 1962): each number is taken with the probability that
  /// fills the places left from the numbers left.
  mutating func ascendingSample(_ count: Int, of all: Int) -> [Int32] {
    precondition(count <= all, "\(count) numbers cannot be drawn from \(all)")
    var chosen: [Int32] = []
    chosen.reserveCapacity(count)
    for number in 0..<all where uniform() * Double(all - number) < Double(count - chosen.count) {
      chosen.append(Int32(number))
    }
    return chosen
  }
}
