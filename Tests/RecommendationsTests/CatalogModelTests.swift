import Knowledge
import Recommendations
import TestSupport
import Testing

/// The published models and devices of the catalog.
struct CatalogModelTests {
  @Test func `every model comes to its published count`() throws {
    let models = try realKnowledge().models
    #expect(models.count >= 12)
    for model in models {
      let count = try #require(model.architecture.parameterCount, "\(model.id)")
      let published = model.published.parameters
      if model.published.within == 0 {
        #expect(count == published, "\(model.id)")
      } else {
        #expect(abs(count / published - 1) <= model.published.within, "\(model.id): \(count)")
      }
    }
  }

  /// Counts printed by the weights' own files: Hugging Face's for the first five, torchvision's for the last.
  @Test(arguments: [
    ("distilbert-base", 66_362_880.0), ("t5-small", 60_506_624), ("qwen2.5-0.5b", 494_032_768),
    ("mistral-7b", 7_241_732_096), ("mixtral-8x7b", 46_702_792_704), ("qwen2.5-7b", 7_615_616_512),
    ("wav2vec2-base", 94_371_712), ("vit-b-16", 86_567_656),
  ])
  func `rounded counts are exact behind the rounding`(_ id: String, _ count: Double) throws {
    #expect(try realKnowledge().model(ModelID(id))?.architecture.parameterCount == count)
  }

  @Test func `every modality and class of machine is there`() throws {
    let knowledge = try realKnowledge()
    for modality in Modality.allCases {
      #expect(knowledge.models.contains { $0.modality == modality }, "\(modality)")
    }
    #expect(knowledge.devices.count >= 8)
    for name in Device.Class.allCases {
      #expect(knowledge.devices.contains { $0.deviceClass == name }, "\(name)")
    }
  }

  @Test func `figures of devices are of a sane size`() throws {
    for device in try realKnowledge().devices {
      // Time to read all of the memory once: between 10 ms (server cards) and half a second (laptops).
      #expect((0.01...0.5).contains(device.memory / device.bandwidth), "\(device.id)")
      // Operations for each byte read: between 8 (laptops) and 450 (server cards).
      #expect((8...450).contains(device.trainingPeak / device.bandwidth), "\(device.id)")
      #expect(device.purchase != nil || device.rent != nil, "\(device.id)")
    }
  }
}
