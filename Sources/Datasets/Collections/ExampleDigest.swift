/// A fingerprint built up value by value: SHA-256 over what can be learnt from.
public struct ExampleDigest: Sendable {
  private var hash = SHA256()

  public init() {}

  public mutating func add(_ text: String) { hash.update(text) }
  public mutating func add(_ numbers: [Double]) { hash.update(numbers) }
  public mutating func add(_ numbers: [Float]) { numbers.withUnsafeBytes { hash.update($0) } }
  public mutating func add(_ bytes: [UInt8]) { bytes.withUnsafeBytes { hash.update($0) } }
  public mutating func add(_ numbers: [Int]) { add(numbers.map(Double.init)) }

  /// Everything added so far, as 64 hexadecimal digits.
  public func hexadecimal() -> String { hash.digest() }
}
