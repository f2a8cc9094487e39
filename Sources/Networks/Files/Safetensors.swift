import Foundation

/// Named arrays of numbers in the safetensors format (Hugging Face, 2022), which Python libraries read too.
///
/// A file is the length of a JSON header (8 bytes, little-endian), the header, and the numbers of all
/// tensors one after another. Numbers are written as 32-bit floats; 16-bit and 64-bit ones are read as well.
public struct Safetensors: Hashable, Sendable {
  /// One array: row-major, as many values as the sizes multiply to.
  public struct Tensor: Hashable, Sendable {
    public let name: String
    public let shape: Shape
    public let values: [Float]

    public init(name: String, shape: Shape, values: [Float]) {
      precondition(values.count == shape.count, "\(name) has \(values.count) values for \(shape)")
      self.name = name
      self.shape = shape
      self.values = values
    }
  }

  /// In the order they lie in the file.
  public var tensors: [Tensor]
  /// Texts kept with the numbers.
  public var metadata: [String: String]

  public init(tensors: [Tensor] = [], metadata: [String: String] = [:]) {
    self.tensors = tensors
    self.metadata = metadata
  }

  private static let metadataName = "__metadata__"

  public subscript(_ name: String) -> Tensor? { tensors.first { $0.name == name } }

  /// Writes the file whole or not at all.
  ///
  /// - Throws: `POSIXError` with the file system's number.
  public func write(to url: URL) throws {
    var header: [String: HeaderEntry] = [:]
    var offset = 0
    for tensor in tensors {
      let bytes = tensor.values.count * 4
      header[tensor.name] = .tensor(
        type: "F32", shape: tensor.shape.sizes, start: offset, end: offset + bytes)
      offset += bytes
    }
    if !metadata.isEmpty { header[Self.metadataName] = .metadata(metadata) }
    let encoder = JSONEncoder()
    // Sorted, so that the same numbers give the same bytes.
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var json = try encoder.encode(header)
    // Spaces bring the numbers to a multiple of 8 bytes, where a reader may map them in place.
    json.append(contentsOf: [UInt8](repeating: UInt8(ascii: " "), count: (8 - json.count % 8) % 8))
    var data = Data(capacity: 8 + json.count + offset)
    withUnsafeBytes(of: UInt64(json.count).littleEndian) { data.append(contentsOf: $0) }
    data.append(json)
    for tensor in tensors {
      // Little-endian, as every machine is that Swift runs on.
      tensor.values.withUnsafeBytes { data.append(contentsOf: $0) }
    }
    try replace(url, with: data)
  }

  /// Reads a file.
  ///
  /// - Throws: `NetworkError.unreadableFile` naming the file and what is wrong with it.
  public init(contentsOf url: URL) throws {
    let data: Data
    do {
      data = try Data(contentsOf: url, options: .mappedIfSafe)
    } catch {
      throw NetworkError.unreadableFile(path: url.path, reason: .missing)
    }
    func refused() -> NetworkError { .unreadableFile(path: url.path, reason: .damaged) }
    guard data.count >= 8 else { throw refused() }
    let length = data.prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard length <= UInt64(data.count - 8), length <= 100_000_000 else { throw refused() }
    let start = data.startIndex + 8 + Int(length)
    guard
      let header = try? JSONDecoder().decode(
        [String: HeaderEntry].self, from: data[data.startIndex + 8..<start])
    else { throw refused() }
    var found: [(start: Int, tensor: Tensor)] = []
    var metadata: [String: String] = [:]
    for (name, entry) in header {
      switch entry {
      case .metadata(let texts):
        guard name == Self.metadataName else { throw refused() }
        metadata = texts
      case .tensor(let type, let sizes, let first, let end):
        guard let format = NumberFormat(rawValue: type) else {
          throw NetworkError.unreadableFile(path: url.path, reason: .numberFormat(type))
        }
        let shape = Shape(sizes)
        // Divided rather than multiplied: the sizes may be beyond all numbers.
        guard first >= 0, end >= first, end <= data.count - 8 - Int(length),
          sizes.allSatisfy({ $0 >= 0 }), (end - first) % format.bytes == 0,
          (end - first) / format.bytes == shape.count
        else { throw refused() }
        let values = format.values(data[start + first..<start + end], count: shape.count)
        found.append((first, Tensor(name: name, shape: shape, values: values)))
      }
    }
    found.sort { ($0.start, $0.tensor.name) < ($1.start, $1.tensor.name) }
    self.init(tensors: found.map(\.tensor), metadata: metadata)
  }
}

/// What the header says of one name.
private enum HeaderEntry: Codable {
  case tensor(type: String, shape: [Int], start: Int, end: Int)
  case metadata([String: String])

  private enum Key: String, CodingKey {
    case type = "dtype"
    case shape
    case offsets = "data_offsets"
  }

  init(from decoder: Decoder) throws {
    if let texts = try? decoder.singleValueContainer().decode([String: String].self) {
      self = .metadata(texts)
      return
    }
    let container = try decoder.container(keyedBy: Key.self)
    let offsets = try container.decode([Int].self, forKey: .offsets)
    guard offsets.count == 2 else {
      throw DecodingError.dataCorruptedError(
        forKey: .offsets, in: container, debugDescription: "two offsets expected")
    }
    self = .tensor(
      type: try container.decode(String.self, forKey: .type),
      shape: try container.decode([Int].self, forKey: .shape), start: offsets[0], end: offsets[1])
  }

  func encode(to encoder: Encoder) throws {
    switch self {
    case .metadata(let texts):
      var container = encoder.singleValueContainer()
      try container.encode(texts)
    case .tensor(let type, let shape, let start, let end):
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(type, forKey: .type)
      try container.encode(shape, forKey: .shape)
      try container.encode([start, end], forKey: .offsets)
    }
  }
}

/// The number formats that are read.
private enum NumberFormat: String {
  case float16 = "F16"
  case bfloat16 = "BF16"
  case float32 = "F32"
  case float64 = "F64"

  var bytes: Int {
    switch self {
    case .float16, .bfloat16: 2
    case .float32: 4
    case .float64: 8
    }
  }

  func values(_ data: Data, count: Int) -> [Float] {
    data.withUnsafeBytes { raw in
      (0..<count).map { index in
        switch self {
        case .float32: return raw.loadUnaligned(fromByteOffset: index * 4, as: Float.self)
        case .float64: return Float(raw.loadUnaligned(fromByteOffset: index * 8, as: Double.self))
        case .bfloat16:
          return Float(
            bitPattern: UInt32(raw.loadUnaligned(fromByteOffset: index * 2, as: UInt16.self)) << 16)
        case .float16: return half(raw.loadUnaligned(fromByteOffset: index * 2, as: UInt16.self))
        }
      }
    }
  }

  /// A 16-bit float of IEEE 754 as a 32-bit one; written out because Intel's Macs have no Float16 in Swift.
  private func half(_ bits: UInt16) -> Float {
    let (exponent, fraction) = (Int(bits >> 10 & 0x1f), UInt32(bits & 0x3ff))
    let sign = UInt32(bits >> 15) << 31
    switch exponent {
    case 0: return (sign == 0 ? 1 : -1) * Float(fraction) * 0x1p-24
    case 31: return Float(bitPattern: sign | 0x7f80_0000 | fraction << 13)
    default: return Float(bitPattern: sign | UInt32(exponent + 112) << 23 | fraction << 13)
    }
  }
}
