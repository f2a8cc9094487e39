import Foundation
import Networks
import Testing

/// Runs `body` with the place of a file of these bytes, and removes it.
@discardableResult
func withFile<Result>(_ bytes: some Collection<UInt8>, _ body: (URL) throws -> Result) throws -> Result {
  let url = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).safetensors")
  try Data(bytes).write(to: url)
  defer { try? FileManager.default.removeItem(at: url) }
  return try body(url)
}

/// A file's length of header, header and numbers.
private func bytes(_ header: String, _ numbers: [UInt8] = [], length: UInt64? = nil) -> [UInt8] {
  let text = Array(header.utf8)
  let length = length ?? UInt64(text.count)
  return (0..<8).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) } + text + numbers
}

/// One tensor of a format and its numbers, which need not agree.
private func file(_ type: String, _ shape: String, _ offsets: String, _ numbers: [UInt8]) -> [UInt8] {
  bytes(#"{"a":{"dtype":"\#(type)","shape":\#(shape),"data_offsets":\#(offsets)}}"#, numbers)
}

@Suite struct SafetensorsTests {
  @Test func `a file has the bytes of the format, by hand`() throws {
    let written = Safetensors(
      tensors: [.init(name: "w", shape: [1, 2], values: [1, -2])], metadata: ["k": "v"])
    // 79 characters, and one space to a multiple of eight; 1 is 0x3f800000 and -2 is 0xc0000000.
    let header = #"{"__metadata__":{"k":"v"},"w":{"data_offsets":[0,8],"dtype":"F32","shape":[1,2]}}"#
    let padded = header + String(repeating: " ", count: (8 - header.utf8.count % 8) % 8)
    let expected = bytes(padded, [0, 0, 0x80, 0x3f, 0, 0, 0, 0xc0])
    try withFile([]) { url in
      try written.write(to: url)
      #expect(Array(try Data(contentsOf: url)) == expected)
      #expect(try Safetensors(contentsOf: url) == written)
    }
  }

  @Test func `no tensors make a file too`() throws {
    try withFile([]) { url in
      try Safetensors().write(to: url)
      #expect(try Safetensors(contentsOf: url) == Safetensors())
    }
  }

  @Test(
    arguments: [
      ("F16", [0x00, 0x3e, 0x00, 0xc0, 0x01, 0x00, 0x00, 0x7c], [1.5, -2, 0x1p-24, .infinity]),
      ("BF16", [0xc0, 0x3f, 0x00, 0xc0, 0x80, 0xff], [1.5, -2, -.infinity]),
      ("F32", [0, 0, 0xc0, 0x3f, 0, 0, 0x80, 0x7f], [1.5, .infinity]),
      ("F64", [0, 0, 0, 0, 0, 0, 0xf8, 0x3f], [1.5]),
    ] as [(String, [UInt8], [Float])])
  func `numbers of every format are read, by hand`(_ type: String, _ numbers: [UInt8], _ values: [Float])
    throws
  {
    let read = try withFile(file(type, "[\(values.count)]", "[0,\(numbers.count)]", numbers)) {
      try Safetensors(contentsOf: $0)
    }
    #expect(read["a"]?.values == values)
  }

  /// What References/safetensors_file.py prints.
  private static let python = """
    YAEAAAAAAAB7Il9fbWV0YWRhdGFfXyI6eyLlkI0iOiLlgLwiLCJtYWRlIjoiYnkgaGFuZCJ9LCJkb3VibGUiOnsiZHR5cGUi
    OiJGNjQiLCJzaGFwZSI6WzIsMV0sImRhdGFfb2Zmc2V0cyI6WzAsMTZdfSwiZW1wdHkiOnsiZHR5cGUiOiJGMzIiLCJzaGFw
    ZSI6WzAsNF0sImRhdGFfb2Zmc2V0cyI6WzE2LDE2XX0sInNjYWxhciI6eyJkdHlwZSI6IkYzMiIsInNoYXBlIjpbXSwiZGF0
    YV9vZmZzZXRzIjpbMTYsMjBdfSwid2VpZ2h0Ijp7ImR0eXBlIjoiRjMyIiwic2hhcGUiOlsyLDNdLCJkYXRhX29mZnNldHMi
    OlsyMCw0NF19LCJoYWxmIjp7ImR0eXBlIjoiRjE2Iiwic2hhcGUiOls0XSwiZGF0YV9vZmZzZXRzIjpbNDQsNTJdfX0gICAg
    mpmZmZmZuT/qjKA5WT4pxgAA4EAAAIA/AAAAwAAAAD8AAFBAAAAAAG8Sg7oAPgDAAQD/ew==
    """

  @Test func `a file of the Python library reads as it was written`() throws {
    let data = try #require(Data(base64Encoded: Self.python, options: .ignoreUnknownCharacters))
    let read = try withFile(data) { try Safetensors(contentsOf: $0) }
    #expect(read.metadata == ["made": "by hand", "名": "值"])
    #expect(Set(read.tensors.map(\.name)) == ["weight", "half", "double", "scalar", "empty"])
    #expect(read["weight"] == .init(name: "weight", shape: [2, 3], values: [1, -2, 0.5, 3.25, 0, -1e-3]))
    #expect(read["half"] == .init(name: "half", shape: [4], values: [1.5, -2, 0x1p-24, 65504]))
    #expect(read["double"] == .init(name: "double", shape: [2, 1], values: [0.1, -1e30]))
    #expect(read["scalar"] == .init(name: "scalar", shape: [], values: [7]))
    #expect(read["empty"] == .init(name: "empty", shape: [0, 4], values: []))
  }

  @Test func `no file is refused by its path`() {
    let url = URL(fileURLWithPath: "/nowhere/at-all.safetensors")
    #expect(throws: NetworkError.unreadableFile(path: url.path, reason: .missing)) {
      try Safetensors(contentsOf: url)
    }
  }

  private static let eight = [UInt8](repeating: 0, count: 8)
  private static let damaged: [(String, [UInt8])] = [
    ("nothing", []), ("seven bytes", [1, 0, 0, 0, 0, 0, 0]), ("no header", bytes("")),
    ("a header longer than the file", bytes("{}", length: 3)),
    ("a header of 2⁶⁴ − 1 bytes", bytes("{}", length: .max)), ("a cut-off header", bytes(#"{"a":{"dtype""#)),
    ("a header that is a list", bytes("[]")), ("offsets past the end", file("F32", "[2]", "[4,12]", eight)),
    ("offsets before the start", file("F32", "[2]", "[-4,4]", eight)),
    ("offsets the wrong way round", file("F32", "[2]", "[8,0]", eight)),
    ("one offset", file("F32", "[2]", "[8]", eight)),
    ("fewer bytes than the shape", file("F32", "[2]", "[0,4]", eight)),
    ("two negative sizes", file("F32", "[-1,-2]", "[0,8]", eight)),
    ("sizes beyond all numbers", file("F32", "[4611686018427387904,4]", "[0,8]", eight)),
    ("bytes beyond all numbers", file("F32", "[4611686018427387904]", "[0,0]", eight)),
    ("a tensor of texts", bytes(#"{"a":{"dtype":"F32"}}"#)), ("a tensor of nothing", bytes(#"{"a":{}}"#)),
  ]

  @Test(arguments: damaged) func `a damaged file is refused by its path`(_ name: String, _ bytes: [UInt8])
    throws
  {
    try withFile(bytes) { url in
      #expect(throws: NetworkError.unreadableFile(path: url.path, reason: .damaged)) {
        try Safetensors(contentsOf: url)
      }
    }
  }

  @Test(arguments: ["I64", "BOOL", "F8_E4M3", "f32"])
  func `numbers of another format are refused by its name`(
    _ type: String
  ) throws {
    try withFile(file(type, "[1]", "[0,8]", Self.eight)) { url in
      #expect(throws: NetworkError.unreadableFile(path: url.path, reason: .numberFormat(type))) {
        try Safetensors(contentsOf: url)
      }
    }
  }

  @Test func `weights that lack a tensor or have it in another shape are refused by its name`() throws {
    let network = NetworkConfiguration(input: [2], [Dense(3)], loss: MeanSquaredError())
    var weights = Safetensors(tensors: [
      .init(name: "dense-1.weight", shape: [2, 3], values: Array(0..<6).map(Float.init))
    ])
    #expect(throws: NetworkError.missingTensor("dense-1.bias", known: ["dense-1.weight"])) {
      try TrainedNetwork(configuration: network, weights: weights)
    }
    weights.tensors.append(.init(name: "dense-1.bias", shape: [1, 3], values: [6, 7, 8]))
    #expect(throws: NetworkError.tensorShape("dense-1.bias", expected: "[3]", found: "[1, 3]")) {
      try TrainedNetwork(configuration: network, weights: weights)
    }
    weights.tensors[1] = .init(name: "dense-1.bias", shape: [3], values: [6, 7, 8])
    weights.tensors.append(.init(name: "of-something-else", shape: [1], values: [0]))
    let trained = try TrainedNetwork(configuration: network, weights: weights)
    #expect(trained.parameters == [0, 1, 2, 3, 4, 5, 6, 7, 8])
  }
}
