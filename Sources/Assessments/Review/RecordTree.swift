import Foundation

/// A value as its JSON form, to be compared part by part.
///
/// Numbers are compared as they are written: Swift writes the shortest text that reads back to the same
/// number, so equal texts are equal bits.
indirect enum RecordTree: Hashable, Decodable {
  case null
  case bool(Bool)
  case number(Double)
  case text(String)
  case list([RecordTree])
  case object([String: RecordTree])

  init(encoding value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    self = try JSONDecoder().decode(RecordTree.self, from: encoder.encode(value))
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .text(value)
    } else if let values = try? container.decode([RecordTree].self) {
      self = .list(values)
    } else {
      self = .object(try container.decode([String: RecordTree].self))
    }
  }

  /// The name an object goes by.
  var id: String? {
    guard case .object(let members) = self, case .text(let id) = members["id"] else { return nil }
    return id
  }

  /// How many values there are that hold no others.
  var leaves: Int {
    switch self {
    case .list(let values): values.reduce(0) { $0 + $1.leaves }
    case .object(let members): members.values.reduce(0) { $0 + $1.leaves }
    default: 1
    }
  }

  /// A leaf as written; a list or object by what it is.
  var text: String {
    switch self {
    case .null: "null"
    case .bool(let value): "\(value)"
    case .number(let value): "\(value)"
    case .text(let value): value
    case .list(let values): "[\(values.count)]"
    case .object(let members): id ?? "{\(members.count)}"
    }
  }
}
