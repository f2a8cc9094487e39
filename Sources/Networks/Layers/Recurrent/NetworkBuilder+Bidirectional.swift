extension NetworkBuilder {
  /// Adds a recurrent layer that walks forward and one that walks backward, with weights of their own, and
  /// joins their outputs (Schuster and Paliwal, 1997).
  ///
  /// - Parameters:
  ///   - layer: the layer that walks forward; the other one differs in its direction only.
  ///   - source: a sequence [time, width].
  ///   - tokens: token indices [time]; there if and only if the layer has a padding index.
  /// - Returns: the node of shape [time, 2 units], or [2 units] where only the last state is wanted: the
  ///   forward layer's values first.
  public mutating func bidirectional(
    _ layer: some RecurrentLayer, to source: String, tokens: String? = nil
  ) -> String {
    var reversed = layer
    reversed.isReversed.toggle()
    if let tokens {
      let ahead = add(layer, to: source, tokens)
      let back = add(reversed, to: source, tokens)
      return add(Concatenate(), to: ahead, back)
    }
    let ahead = add(layer, to: source)
    let back = add(reversed, to: source)
    return add(Concatenate(), to: ahead, back)
  }
}
