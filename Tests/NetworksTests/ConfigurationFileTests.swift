import Foundation
import Networks
import Testing

private func text(_ value: some Encodable) throws -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
  return String(decoding: try encoder.encode(value), as: UTF8.self)
}

private func read<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value {
  try JSONDecoder().decode(type, from: Data(text.utf8))
}

private func branched() -> NetworkConfiguration {
  var builder = NetworkBuilder()
  let x = builder.input("x", [3])
  let hidden = builder.add(Dense(3, .geluTanh, hasBias: false), to: x)
  let dropped = builder.add(Dropout(0.25), to: hidden)
  let sum = builder.add(Add(), to: x, dropped)
  _ = builder.add(Dense(4), to: sum, named: "classes")
  return builder.network(loss: SoftmaxCrossEntropy(labelSmoothing: 0.125, classWeights: [1, 2, 1, 1]))
}

/// Files that users keep are written like this; a change here makes them unreadable.
private let written = """
  {
    "inputs" : [
      {
        "name" : "x",
        "shape" : [
          3
        ]
      }
    ],
    "loss" : {
      "classWeights" : [
        1,
        2,
        1,
        1
      ],
      "kind" : "softmax-cross-entropy",
      "labelSmoothing" : 0.125
    },
    "nodes" : [
      {
        "from" : [
          "x"
        ],
        "layer" : {
          "activation" : "gelu-tanh",
          "hasBias" : false,
          "kind" : "dense",
          "units" : 3
        },
        "name" : "dense-1"
      },
      {
        "from" : [
          "dense-1"
        ],
        "layer" : {
          "kind" : "dropout",
          "rate" : 0.25
        },
        "name" : "dropout-1"
      },
      {
        "from" : [
          "x",
          "dropout-1"
        ],
        "layer" : {
          "kind" : "add"
        },
        "name" : "add-1"
      },
      {
        "from" : [
          "add-1"
        ],
        "layer" : {
          "activation" : "identity",
          "hasBias" : true,
          "kind" : "dense",
          "units" : 4
        },
        "name" : "classes"
      }
    ]
  }
  """

@Test func `a network is written as in files that there are, and read from them`() throws {
  #expect(try text(branched()) == written)
  #expect(try read(NetworkConfiguration.self, written) == branched())
}

@Test func `a kind that there is not is refused with those that there are`() throws {
  func refuses(_ old: String, _ new: String, _ family: String, _ name: String, _ known: [String]) {
    #expect(throws: NetworkError.unknownKind(family: family, name: name, known: known)) {
      try read(NetworkConfiguration.self, written.replacingOccurrences(of: old, with: new))
    }
  }
  refuses("\"dropout\"", "\"dropuot\"", "layer", "dropuot", LayerRegistry.all.map { $0.kind })
  refuses("softmax-cross-entropy", "hope", "loss", "hope", LossRegistry.all.map { $0.kind })
  let training = try text(TrainingConfiguration()).replacingOccurrences(of: "adam", with: "madam")
  #expect(
    throws: NetworkError.unknownKind(
      family: "optimiser", name: "madam", known: OptimiserRegistry.all.map { $0.kind })
  ) { try read(TrainingConfiguration.self, training) }
}

@Test func `kinds have names of their own`() {
  for kinds in [
    LayerRegistry.all.map { $0.kind }, LossRegistry.all.map { $0.kind },
    OptimiserRegistry.all.map { $0.kind },
  ] {
    #expect(Set(kinds).count == kinds.count)
    #expect(kinds.allSatisfy { !$0.isEmpty && !$0.contains { $0.isUppercase || $0 == "." || $0 == " " } })
  }
}

@Test func `what lacks a part or has another type there is refused`() {
  for (old, new) in [
    ("\"units\" : 3", "\"units\" : \"3\""), ("\"rate\" : 0.25", "\"rat\" : 0.25"),
    ("\"inputs\"", "\"input\""),
    ("\"loss\"", "\"lost\""), ("\"kind\" : \"add\"", "\"name\" : \"add\""), ("gelu-tanh", "gelu-tan"),
  ] {
    let broken = written.replacingOccurrences(of: old, with: new)
    #expect(broken != written)
    #expect(throws: DecodingError.self, "\(old)") { try read(NetworkConfiguration.self, broken) }
  }
}

private let trainings: [(name: String, training: TrainingConfiguration)] = [
  ("as it comes", TrainingConfiguration()),
  (
    "with everything",
    TrainingConfiguration(
      optimiser: SGD(learningRate: 0.3, momentum: 0.9, nesterov: true),
      schedule: Schedule(.cosine(steps: 100, final: 0.1), warmUpSteps: 5), batchSize: 7, accumulation: 3,
      epochs: 9, stepLimit: 11, l1: 0.01, l2: 0.02, clipNorm: 1.5,
      earlyStopping: EarlyStopping(patience: 4, minimumImprovement: 0.001), sampling: .classBalanced,
      augmentations: [.noise(deviation: 0.1)], mixup: 0.2, seed: .max)
  ),
  ("with RMSProp", TrainingConfiguration(optimiser: RMSProp(smoothing: 0.9))),
  (
    "with steps",
    TrainingConfiguration(
      optimiser: AdamW(weightDecay: 0.2), schedule: Schedule(.step(every: 3, factor: 0.5)))
  ),
]

@Test(arguments: trainings)
func `settings come back as they were, and differ from others`(
  _ row: (name: String, training: TrainingConfiguration)
) throws {
  let copy = try read(TrainingConfiguration.self, text(row.training))
  #expect(copy == row.training && copy.hashValue == row.training.hashValue)
  for other in trainings where other.name != row.name { #expect(other.training != row.training) }
}

/// Settings as files that there are hold them.
private let storedSettings = """
  {"accumulation":1,"augmentations":[],"batchSize":32,"epochs":10,"l1":0,"l2":0,
  "optimiser":{"beta1":0.9,"beta2":0.999,"epsilon":1e-07,"kind":"adam","learningRate":0.001},
  "sampling":"shuffled","schedule":{"decay":{"constant":{}},"warmUpSteps":0},"seed":42}
  """

@Test func `settings are read from files that there are`() throws {
  #expect(try read(TrainingConfiguration.self, storedSettings) == TrainingConfiguration())
}

@Test func `networks that differ in one setting are not equal`() throws {
  let network = branched()
  var others = [NetworkConfiguration](repeating: network, count: 5)
  others[0].inputs[0].name = "y"
  others[1].nodes[0].layer = Dense(3, .gelu, hasBias: false)
  others[2].nodes[1].layer = Dropout(0.5)
  others[3].loss = SoftmaxCrossEntropy(labelSmoothing: 0.125)
  others[4].nodes[2].from = ["dropout-1", "x"]
  for other in others { #expect(other != network) }
  #expect(Set(others + [network]).count == 6)
}
