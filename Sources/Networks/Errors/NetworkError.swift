/// What a network, its training or its data can be refused for.
///
/// Row and column numbers count from 0, as the arrays do.
public enum NetworkError: Error, Hashable, Sendable {
  /// A setting lies outside its legal range, which is given in signs that need no translation.
  case illegalParameter(name: String, legalRange: String, value: String)
  /// A layer cannot take the inputs it is given; `layer` is the node's name.
  case unsuitableInput(layer: String, expected: String, found: String)
  /// Two inputs or nodes have the same name.
  case repeatedName(String)
  /// A node takes a value that no input or earlier node has.
  case unknownSource(node: String, name: String, known: [String])
  /// A file names a kind of layer, loss or optimiser that there is not.
  case unknownKind(family: String, name: String, known: [String])
  /// The network needs more bytes than may be set aside.
  case exceedsMemory(needed: Int, limit: Int)
  /// A checkpoint or a file of weights belongs to something else; `what` differs.
  case otherCheckpoint(what: String)
  /// A file cannot be used.
  case unreadableFile(path: String, reason: FileFault)
  /// A file of weights lacks a tensor.
  case missingTensor(String, known: [String])
  /// A tensor in a file has other sizes than the network's.
  case tensorShape(String, expected: String, found: String)
  /// There is nothing to train or test on.
  case noRows
  /// Every row weighs 0.
  case noWeight
  /// `what` has another number of values a row than the network.
  case shapeMismatch(what: String, expected: Int, found: Int)
  /// A feature is infinite or not a number.
  case nonFiniteFeature(row: Int, column: Int)
  /// A feature is not one of the whole numbers that a layer takes, such as a token outside the vocabulary.
  case featureOutOfRange(row: Int, column: Int, value: Float, legalRange: String)
  /// A target is not one that the loss is defined for.
  case targetOutOfRange(row: Int, value: Float, legalRange: String)
  /// The probabilities of a row's target distribution add up to `sum`, not to 1.
  case notADistribution(row: Int, sum: Double)
  /// A row's labels need more times than the output has.
  case labelsTooLong(row: Int, needed: Int, time: Int)
  /// The equations of a linear model have no single solution.
  case singular
  /// The caller stopped the work before there was any result.
  case stopped

  /// Throws `illegalParameter` unless `holds`.
  public static func require(
    _ holds: Bool, _ name: String, _ legalRange: String, _ value: some CustomStringConvertible
  ) throws {
    guard holds else {
      throw illegalParameter(name: name, legalRange: legalRange, value: value.description)
    }
  }
}

/// What is wrong with a file of weights or with a checkpoint.
public enum FileFault: Hashable, Sendable {
  /// It is not there or may not be read.
  case missing
  /// It is no safetensors file, or cut off.
  case damaged
  /// Its numbers have a format that is not read.
  case numberFormat(String)
  /// Its length is no whole number of rows.
  case partialRow
  /// It has weights, but no network's configuration beside them.
  case noNetwork
  /// It is no checkpoint of this version.
  case noCheckpoint
}
